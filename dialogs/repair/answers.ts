/** Questions by the way, answered from the business's own data and never composed; then the talk goes on where it stood. */
import type { Topic } from '../../understanding/acts';
import { businessFact, listFact, nameFact, say, words } from '../facts';
import type { Inform } from '../flow';
import { actsOf, without, type Hearing, type Said } from '../said';
import { wishes } from './requested';
import type { Saying } from '../../locales/saying';
import { topFrame, type Turn } from '../turn';
import { hoursAnswer } from './answerHours';
import { priceAnswer } from './answerPrice';
import { offerBooking, offerHuman } from './notUnderstood';

type Answer = (turn: Turn, about: readonly Inform[]) => readonly Saying[] | null;

/** Null where the business has not told: then a person is offered. */
const ANSWERS: Readonly<Record<Topic, Answer>> = {
  hours: hoursAnswer,
  // what cancelling costs is said by its read-back, which comes again
  price: (turn, about) => (topFrame(turn)?.flow === 'cancel' ? [] : priceAnswer(turn, about)),
  duration: priceAnswer,
  address: ({ world }) => {
    const lines = world.business.branches.map(({ names, address }) =>
      words('answer.address', { branch: nameFact(names), address }),
    );
    return [say('answer.lines', { lines: listFact(lines, 'lines') })];
  },
  services: ({ world }) => {
    const names = world.business.services.map((each) => nameFact(each.names));
    return [say('answer.services', { services: listFact(names, 'and') })];
  },
  automated: ({ world }) => [say('answer.automated', { business: businessFact(world.business) })],
  contact: () => null,
  parking: () => null,
  payment: () => null,
  privacy: () => null,
  why: () => null,
};

export const answered: Hearing = async (turn, said) => {
  const asks = actsOf(said, 'ask');
  if (asks.length === 0) return said;
  const about = informsBeside(said);
  for (const topic of new Set(asks.map((ask) => ask.topic))) answer(turn, topic, about);
  turn.digressed = true;
  const rest = without(said, 'ask');
  // what came with the question is what it is about, not an answer to ours, unless something is wished as well
  return wishes(said).length > 0 || about.length === 0 ? rest : rest.filter(({ act }) => !isAbout(act));
};

function answer(turn: Turn, topic: Topic, about: readonly Inform[]): void {
  const lines = ANSWERS[topic](turn, about);
  if (lines) {
    turn.says.push(...lines);
    if (turn.frames.length === 0) turn.aside = offerBooking(about);
    return;
  }
  turn.says.push(say('answer.unknown', { business: businessFact(turn.world.business) }));
  if (turn.frames.length === 0) turn.aside = offerHuman(`question: ${topic}`);
  else turn.says.push(say('repair.orPerson'));
}

function informsBeside(said: readonly Said[]): readonly Inform[] {
  return actsOf(said, 'inform').filter(isAbout);
}

/** Slots that a question can be about. */
function isAbout(act: Said['act']): boolean {
  return act.act === 'inform' && ['service', 'branch', 'when', 'asset', 'person'].includes(act.slot);
}
