/** "Skip", "I would rather not say": what is needed is explained, and asked again; what is not needed is never asked. */
import { say } from '../facts';
import { actsOf, says, without, type Hearing } from '../said';

/** Why there is no booking without it. */
const NEEDED: Readonly<Record<string, string>> = {
  name: 'repair.neededName',
  phone: 'repair.neededPhone',
  asset: 'repair.neededAsset',
  service: 'repair.neededService',
};

export const declined: Hearing = async (turn, said) => {
  const { asked, last } = turn.before;
  const key = asked?.frame ? NEEDED[asked.asking] : undefined;
  const informs = actsOf(said, 'inform').length > 0 || actsOf(said, 'request').length > 0;
  if (key === undefined || informs || turn.progress || !says(said, 'deny')) return said;
  turn.says.push(say(key));
  // who still does not want to say it may tell a person
  if (last.some((each) => each.key === key)) turn.says.push(say('repair.orPerson'));
  turn.digressed = true;
  return without(said, 'deny');
};
