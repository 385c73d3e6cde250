/** No invented facts: whatever a reply tells must be known in its turn, and its words may carry no fact of their own. */
import type { Wording } from '../locales';
import type { Fact, Saying } from '../locales/saying';
import type { Business } from '../scheduling/business';
import { dayNumber, minuteOf, minuteOfDay, MINUTES_PER_DAY } from '../scheduling/localDate';
import { hoursOn } from '../scheduling/openingHours';
import { percentOf } from '../scheduling/price';
import type { Millis } from '../platform/clock';
import { Known, Values } from './checkFactsKnown';
import { wordsHoldFact } from './checkFactsWords';

/** Where the facts of a turn come from. */
export interface FactSources {
  readonly business: Business;
  readonly now: Millis;
  /** What the customer said, and what is kept of earlier messages: a day and a time out of it may be put together. */
  readonly said: readonly unknown[];
  /** What was done and found out, and who is spoken to. */
  readonly found: readonly unknown[];
}

/** A fact that nothing in the turn says: where it stood and of what kind it is, never its value. */
export interface Miss {
  readonly key: string;
  readonly kind: FactKind | 'words';
}

type FactKind = 'string' | 'number' | Exclude<Fact, string | number>['kind'];

/** In place of a key, for labels. A length of time on a button is what the customer may say, and no claim of ours. */
const CHOICE = 'choice';

/** Asked of everything that is said in the turn: sayings, and labels of choices, which stand alone. */
export interface FactCheck {
  saying(saying: Saying, wording: Wording): readonly Miss[];
  label(label: Fact, wording: Wording): readonly Miss[];
}

/** Reads the sources once. */
export function factCheck(sources: FactSources): FactCheck {
  const facts = factsOf(sources);
  return {
    saying: (saying, wording) => missesIn(saying, facts, wording),
    label: (label, wording) => missesOfFact(label, CHOICE, facts, wording),
  };
}

interface Facts {
  readonly known: Known;
  readonly said: Known;
  readonly now: Millis;
}

function factsOf({ business, now, said, found }: FactSources): Facts {
  const { minimumNoticeMinutes, horizonDays } = business.policy;
  const minute = minuteOf(now);
  const horizon = minute + horizonDays * MINUTES_PER_DAY;
  const values = new Values();
  values.add([minute, minute + minimumNoticeMinutes, horizon, horizon - 1]);
  values.add(found);
  const own = new Values();
  own.add(said);
  values.add(said);
  return { known: new Known(business, values), said: new Known(business, own), now };
}

function missesIn(saying: Saying, facts: Facts, wording: Wording): readonly Miss[] {
  const told = Object.values(saying.with);
  const sums = told.map(sumIn);
  const inside = told
    .filter((fact) => !sums.some((sum) => sum > 0 && isAmount(fact, sum)))
    .flatMap((fact) => missesOfFact(fact, saying.key, facts, wording));
  return wordsHoldFact(saying, wording) ? [...inside, { key: saying.key, kind: 'words' }] : inside;
}

/** What the lines of a list come to, which are judged themselves; 0 where they tell no amounts. */
function sumIn(fact: Fact): number {
  if (typeof fact !== 'object' || fact.kind !== 'list') return 0;
  const amounts = fact.items.flatMap((item) =>
    typeof item === 'object' && item.kind === 'saying' ? Object.values(item.saying.with) : [],
  );
  return amounts.reduce<number>(
    (sum, each) => (typeof each === 'object' && each.kind === 'money' ? sum + each.minor : sum),
    0,
  );
}

function isAmount(fact: Fact, minor: number): boolean {
  return typeof fact === 'object' && fact.kind === 'money' && fact.minor === minor;
}

function missesOfFact(fact: Fact, key: string, facts: Facts, wording: Wording): readonly Miss[] {
  if (typeof fact === 'object' && fact.kind === 'saying') return missesIn(fact.saying, facts, wording);
  if (typeof fact === 'object' && fact.kind === 'list')
    return fact.items.flatMap((item) => missesOfFact(item, key, facts, wording));
  return isKnown(fact, key, facts)
    ? []
    : [{ key, kind: typeof fact === 'object' ? fact.kind : kindOf(fact) }];
}

function kindOf(fact: string | number): 'string' | 'number' {
  return typeof fact === 'string' ? 'string' : 'number';
}

type PlainFact = Exclude<Fact, { readonly kind: 'list' } | { readonly kind: 'saying' }>;

function isKnown(fact: PlainFact, key: string, facts: Facts): boolean {
  const { known } = facts;
  if (typeof fact === 'string') return fact === '' || known.has(fact);
  if (typeof fact === 'number') return fact <= MOST_COUNTED || known.has(fact);
  switch (fact.kind) {
    case 'moment':
      return momentKnown(fact.local, facts) || (EXAMPLES.includes(key) && isOpenThen(fact.local, facts));
    case 'date':
      return known.hasLocal(fact.local) || dayTold(fact.local, key, facts);
    case 'time':
      return known.hasLocal(fact.local) || known.hasBound(fact.local);
    case 'money':
      return amountKnown(fact.minor, known);
    case 'minutes':
      return key === CHOICE || lengthKnown(fact.minutes, known);
    case 'name':
      return Object.values(fact.names).every((name) => known.has(name));
    case 'code':
      return codeKnown(fact.text, known);
  }
}

/** Up to here a number only counts what is told. */
const MOST_COUNTED = 12;

/** Told as it is; or its day and its time were both said; or free cancellation ends then. */
function momentKnown(local: string, { known, said }: Facts): boolean {
  if (known.hasLocal(local)) return true;
  const [day = '', time = ''] = local.split('T');
  if (said.hasLocal(time) && said.hasLocal(day)) return true;
  const { freeCancellationMinutes } = known.business.policy;
  return freeCancellationMinutes !== null && known.hasMinuteAfter(local, freeCancellationMinutes);
}

/** Opening hours are told by the days of the coming week. */
const HOURS = ['answer.open', 'answer.closed', 'answer.days', 'faq.openFor', 'faq.closedFor'];
const DAYS_AHEAD = 8;
/** Days are offered because the business is open on them. */
const OFFERS = ['when.pickDay', CHOICE];

/** How a time is written is shown by one at which somebody is there. */
const EXAMPLES = ['when.hint', 'handoff.openAgain'];

function isOpenThen(local: string, { known: { business } }: Facts): boolean {
  const minute = minuteOfDay(local.slice(11));
  const hours = business.branches.flatMap((branch) => hoursOn(branch, local.slice(0, 10)));
  return hours.some(({ from, to }) => from <= minute && minute < to);
}

function dayTold(day: string, key: string, { known: { business }, now }: Facts): boolean {
  const ahead = dayNumber(day) - Math.floor(minuteOf(now) / MINUTES_PER_DAY);
  if (HOURS.includes(key)) return ahead >= -1 && ahead <= DAYS_AHEAD;
  if (!OFFERS.includes(key) || ahead < -1 || ahead > business.policy.horizonDays + 1) return false;
  return business.branches.some((branch) => hoursOn(branch, day).length > 0);
}

/** Known as it is, or a share of a known amount: a fee, a deposit, the price for a class of vehicles. */
function amountKnown(minor: number, known: Known): boolean {
  if (minor === 0 || known.has(minor)) return true;
  const { business } = known;
  const prices = business.services.map(({ price }) => price);
  const amounts = [...known.numbers(), ...prices];
  const percents = [business.policy.lateFeePercent, ...business.services.map((each) => each.depositPercent)];
  const factors = (business.assets?.classes ?? []).map(({ factor }) => factor);
  return amounts.some(
    (amount) =>
      percents.some((percent) => percentOf(amount, percent) === minor) ||
      factors.some((factor) => Math.abs(amount * factor - minor) < 1),
  );
}

/** A length that is known, that a beginning and an end give, or that a class of vehicles makes longer. */
function lengthKnown(minutes: number, known: Known): boolean {
  if (known.has(minutes) || known.hasLength(minutes)) return true;
  const { assets, services, policy } = known.business;
  const factors = (assets?.classes ?? []).map(({ factor }) => factor);
  const { gridMinutes } = policy;
  return services.some((service) =>
    factors.some((factor) => Math.ceil((service.minutes * factor) / gridMinutes) * gridMinutes === minutes),
  );
}

/** Known as it is, or put together of a name and a plate that are. */
function codeKnown(text: string, known: Known): boolean {
  if (known.has(text)) return true;
  const words = text.split(' ');
  return words.some((_word, index) => {
    const [label, plate] = [words.slice(0, index).join(' '), words.slice(index).join(' ')];
    return label !== '' && known.has(label) && known.has(plate);
  });
}
