/** What a turn says after the check of its facts: as it was decided, or in plain words where it told what nothing says. */
import type { BookingView } from '../commands/types';
import type { Offered } from '../dialogs/talk';
import type { Fact, Saying } from '../locales/saying';
import type { Wording } from '../locales';
import type { Business } from '../scheduling/business';
import { bookedIn } from './bookingsOf';
import { factCheck, type FactCheck, type Miss } from './checkFacts';
import type { Decision } from './decision';
import type { JournalEntry } from './journal';
import { bookedSaying, plainReply } from './sayPlain';
import type { TurnWork } from './turnWork';

export interface Checked {
  readonly decision: Decision;
  /** Empty nearly always: each is a mistake in the program. */
  readonly misses: readonly Miss[];
}

type CheckedWork = Pick<TurnWork, 'loaded' | 'business' | 'talk' | 'now'>;

/** A booking that was made is told with service, moment and reference, whatever else is said. */
export function checkedDecision(
  decision: Decision,
  work: CheckedWork,
  entries: readonly JournalEntry[],
  wording: Wording,
): Checked {
  if (decision.sayings.length === 0) return { decision, misses: [] };
  const check = checkOf(decision, work, entries);
  const misses = [
    ...decision.sayings.flatMap((saying) => check.saying(saying, wording)),
    ...decision.choices.flatMap(({ label }) => check.label(label, wording)),
  ];
  const safe = misses.length === 0 ? decision : inPlainWords(decision, work, entries, check, wording);
  return { decision: { ...safe, sayings: withBookings(safe.sayings, entries, work.business) }, misses };
}

function checkOf({ heard }: Decision, work: CheckedWork, entries: readonly JournalEntry[]): FactCheck {
  const { loaded, business, talk, now } = work;
  return factCheck({
    business,
    now,
    said: [heard, talk.frames.map(({ slots }) => slots)],
    found: [entries, talk, loaded.customer, loaded.account],
  });
}

function inPlainWords(
  decision: Decision,
  { business, loaded }: CheckedWork,
  entries: readonly JournalEntry[],
  check: FactCheck,
  wording: Wording,
): Decision {
  const clean = (saying: Saying): boolean => check.saying(saying, wording).length === 0;
  const plain = plainReply(decision.talk, entries, business);
  const choices = choicesKept(plain.asks ? decision.choices : [], check, wording);
  // who writes is said first, and once
  const introduction = decision.sayings.filter(({ key }) => key.startsWith('intro.')).filter(clean);
  const plainSayings = plain.sayings.filter(clean);
  const sayings = [...introduction, ...plainSayings];
  const last = { talk: plain.talk && { ...plain.talk, last: plainSayings } };
  return { ...decision, ...(loaded.owner === 'agent' ? {} : last), sayings, choices };
}

/** All of them or none: they are answered by their number. */
function choicesKept(choices: readonly Offered[], check: FactCheck, wording: Wording): readonly Offered[] {
  return choices.every(({ label }) => check.label(label, wording).length === 0) ? choices : [];
}

function withBookings(
  sayings: readonly Saying[],
  entries: readonly JournalEntry[],
  business: Business,
): readonly Saying[] {
  const untold = bookedIn(entries).filter((view) => !tells(sayings, view, business));
  return [...untold.map((view) => bookedSaying(view, business)), ...sayings];
}

function tells(sayings: readonly Saying[], view: BookingView, business: Business): boolean {
  const facts = sayings.flatMap((saying) => Object.values(saying.with).flatMap(factsIn));
  const names = business.services.find(({ id }) => id === view.service)?.names;
  const has = (test: (fact: Exclude<Fact, string | number>) => boolean): boolean =>
    facts.some((fact) => typeof fact === 'object' && test(fact));
  return (
    has((fact) => fact.kind === 'code' && fact.text === view.reference) &&
    has((fact) => fact.kind === 'moment' && fact.local === view.start) &&
    has((fact) => fact.kind === 'name' && fact.names === names)
  );
}

function factsIn(fact: Fact): readonly Fact[] {
  if (typeof fact !== 'object') return [fact];
  if (fact.kind === 'list') return fact.items.flatMap(factsIn);
  return fact.kind === 'saying' ? Object.values(fact.saying.with).flatMap(factsIn) : [fact];
}
