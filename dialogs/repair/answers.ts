/** Questions by the way, answered from the business's own data and never composed; then the talk goes on where it stood. */
import type { Topic } from '../../understanding/acts';
import { businessFact, say } from '../facts';
import type { Inform } from '../flow';
import { actsOf, without, type Hearing, type Said } from '../said';
import { wishes } from './requested';
import type { Saying } from '../../locales/saying';
import { topFrame, type Turn } from '../turn';
import {
  addressAnswer,
  cancellationAnswer,
  languagesAnswer,
  peopleAnswer,
  quoted,
  servicesAnswer,
} from './answerFacts';
import { hoursAnswer } from './answerHours';
import { priceAnswer } from './answerPrice';
import { totalAnswer } from './answerTotal';
import { offerBooking, offerHuman } from './notUnderstood';

type Answer = (turn: Turn, about: readonly Inform[]) => readonly Saying[] | null;

/** Null where the business has not told: then a person is offered. */
const ANSWERS: Readonly<Record<Topic, Answer>> = {
  hours: hoursAnswer,
  price: costAnswer,
  duration: priceAnswer,
  address: addressAnswer,
  services: servicesAnswer,
  people: peopleAnswer,
  languages: languagesAnswer,
  cancellation: cancellationAnswer,
  automated: ({ world }) => [say('answer.automated', { business: businessFact(world.business) })],
  why: (turn) => (topFrame(turn)?.flow === 'approve' ? [say('approve.why'), say('repair.orPerson')] : null),
  contact: ({ world }) => quoted(world, 'contact'),
  parking: ({ world }) => quoted(world, 'parking'),
  payment: ({ world }) => quoted(world, 'payment'),
  privacy: ({ world }) => quoted(world, 'privacy'),
  warranty: ({ world }) => quoted(world, 'warranty'),
  'loan-car': ({ world }) => quoted(world, 'loan-car'),
  wifi: ({ world }) => quoted(world, 'wifi'),
  accessibility: ({ world }) => quoted(world, 'accessibility'),
  // heard before any question, by `endangered`
  danger: () => [],
};

/** What cancelling costs is said by its read-back, which comes again; of an estimate it is what that comes to. */
function costAnswer(turn: Turn, about: readonly Inform[]): readonly Saying[] {
  const top = topFrame(turn);
  if (top?.flow === 'cancel') return [];
  return top?.flow === 'approve' ? totalAnswer(turn, top) : priceAnswer(turn, about);
}

/** Who asks these is not about to book. */
const LEADS_NOWHERE: readonly Topic[] = ['cancellation', 'privacy', 'contact'];

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
    if (turn.frames.length === 0 && !LEADS_NOWHERE.includes(topic)) turn.aside = offerBooking(about);
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
