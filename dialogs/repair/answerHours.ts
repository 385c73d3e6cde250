/** Opening hours: of the day that was asked about, else of the coming week with equal days put together. */
import type { Branch, LocalDate } from '../../scheduling/business';
import { addDays, minuteOf, timeOfMinute } from '../../scheduling/localDate';
import { exceptionOn, hoursOn } from '../../scheduling/openingHours';
import { toLocalDate } from '../../scheduling/zone';
import type { Fact, Saying } from '../../locales/saying';
import { dateFact, listFact, nameFact, say, timeFact, words } from '../facts';
import type { Inform } from '../flow';
import type { Turn } from '../turn';

const DAYS_TOLD = 7;
/** Special days so far ahead are told with the week. */
const DAYS_LOOKED_AHEAD = 60;
const MOST_LATER = 4;

interface Stretch {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly hours: ReturnType<typeof hoursOn>;
  /** Why the hours are not the usual ones: the name of a holiday. */
  readonly reason: string | null;
}

export function hoursAnswer(turn: Turn, about: readonly Inform[]): readonly Saying[] {
  const { business, now } = turn.world;
  const wished = about.findLast((inform) => inform.slot === 'branch')?.value;
  const branches = business.branches.filter(({ id }) => wished === undefined || id === wished);
  const date = dayAsked(about);
  const lines = branches.flatMap((branch) => {
    const today = toLocalDate(minuteOf(now), branch.zone);
    const stretches =
      date === undefined ? [...week(branch, today), ...laterDays(branch, today)] : [stretchOf(branch, date)];
    const head = branches.length > 1 ? [nameFact(branch.names)] : [];
    return [...head, ...stretches.map(lineOf)];
  });
  return [say('answer.hours', { lines: listFact(lines, 'lines') })];
}

function dayAsked(about: readonly Inform[]): LocalDate | undefined {
  const when = about.findLast((inform) => inform.slot === 'when');
  return when?.slot === 'when' && !when.value.untilDate ? when.value.date?.value : undefined;
}

function stretchOf(branch: Branch, date: LocalDate): Stretch {
  const reason = exceptionOn(branch, date)?.reason ?? null;
  return { first: date, last: date, hours: hoursOn(branch, date), reason };
}

function week(branch: Branch, today: LocalDate): readonly Stretch[] {
  const days = Array.from({ length: DAYS_TOLD }, (_, index) => stretchOf(branch, addDays(today, index)));
  return days.reduce<readonly Stretch[]>((stretches, day) => {
    const last = stretches.at(-1);
    if (!last || !sameHours(last, day)) return [...stretches, day];
    return [...stretches.slice(0, -1), { ...last, last: day.last }];
  }, []);
}

/** Holidays and other days with hours of their own that come after the week that is told. */
function laterDays(branch: Branch, today: LocalDate): readonly Stretch[] {
  const [next, last] = [addDays(today, DAYS_TOLD), addDays(today, DAYS_LOOKED_AHEAD)];
  return branch.exceptions
    .map(({ date }) => date)
    .filter((date) => date >= next && date <= last)
    .sort()
    .slice(0, MOST_LATER)
    .map((date) => stretchOf(branch, date));
}

function sameHours(left: Stretch, right: Stretch): boolean {
  return left.reason === right.reason && JSON.stringify(left.hours) === JSON.stringify(right.hours);
}

function lineOf({ first, last, hours, reason }: Stretch): Fact {
  const spans = hours.map(({ from, to }) =>
    words('when.span', { from: timeFact(timeOfMinute(from)), to: timeFact(timeOfMinute(to)) }),
  );
  const days =
    first === last ? dateFact(first) : words('answer.days', { first: dateFact(first), last: dateFact(last) });
  if (reason !== null) {
    const key = spans.length > 0 ? 'faq.openFor' : 'faq.closedFor';
    return words(key, { days, hours: listFact(spans, 'and'), reason });
  }
  return words(spans.length > 0 ? 'answer.open' : 'answer.closed', { days, hours: listFact(spans, 'and') });
}
