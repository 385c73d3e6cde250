/** Free words: what somebody complains of is taken as it is written, and kept for the people who read it. */
import { ABOUT } from '../flows/handoff';
import { BARE, TOLD } from '../flows/complaint';
import { actsOf, says, type Hearing, type Said } from '../said';
import { openFrame, setSlots, topFrame, type Turn } from '../turn';
import { summaryOf, wordsOf } from './summary';

/** So many words beside the wish to complain say what happened. */
const TELLING_WORDS = 10;

/** Heard before words of a complaint are taken for wishes. */
const OTHERWISE: readonly Said['act']['act'][] = ['human', 'cancel', 'restart', 'help', 'repeat', 'optOut'];

export const toldInWords: Hearing = async (turn, said) => {
  const top = topFrame(turn);
  const { asked } = turn.before;
  if (top?.flow === 'complaint' && asked?.frame === top.id && asked.step === TOLD) return told(turn, said);
  if (!actsOf(said, 'request').some(({ intent }) => intent === 'complaint')) return said;
  return complains(turn, said);
};

function told(turn: Turn, said: readonly Said[]): readonly Said[] {
  const top = topFrame(turn);
  const words = wordsOf(said);
  if (!top || words === '' || OTHERWISE.some((act) => says(said, act)) || says(said, 'ask')) return said;
  setSlots(turn, top, { [TOLD]: words });
  return [];
}

/** What else was said with it is part of the story: "the oil change on Tuesday was terrible" books nothing. */
function complains(turn: Turn, said: readonly Said[]): readonly Said[] {
  const flow = turn.flows['complaint'];
  if (!flow) return said;
  const texts = said.map(({ message }) => message.text);
  const words = Math.max(...texts.map((text) => text?.trim().split(/\s+/u).length ?? TELLING_WORDS));
  const bare = words < TELLING_WORDS;
  openFrame(turn, flow, { [ABOUT]: summaryOf(turn, said), ...(bare && { [BARE]: true }) });
  return said.filter(({ act }) => act.act === 'human' || act.act === 'restart');
}
