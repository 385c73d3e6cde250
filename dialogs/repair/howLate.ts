/** Asked by how many minutes, who does not know or says something that is no number has said enough: the team is told. */
import type { Hearing, Said } from '../said';

const STEP = 'minutes';
/** Nothing that could be another wish. */
const LEAVES_OPEN: readonly Said['act']['act'][] = ['deny', 'affirm', 'unknown', 'choose', 'thank', 'bye'];

export const howLate: Hearing = async (turn, said) => {
  const { asked } = turn.before;
  const skip = asked?.choices.at(-1)?.acts;
  if (asked?.step !== STEP || !skip || said.length === 0) return said;
  if (!said.every(({ act }) => LEAVES_OPEN.includes(act.act))) return said;
  const [first] = said;
  return first ? skip.map((act) => ({ act, message: first.message })) : said;
};
