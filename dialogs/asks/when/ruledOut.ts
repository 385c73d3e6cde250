/** What a customer ruled out, kept through the talk: it gives way only to a wish for the very thing. */
import type { LocalDate } from '../../../scheduling/business';
import { isoWeekday } from '../../../scheduling/localDate';
import type { Moment } from '../../../understanding/moment';
import { dayFits, hoursFit } from './hours';
import { withoutParts } from './parts';

/** The joined wish with what both ruled out; a day or time that is ruled out now is wished for no more. */
export function joinRuledOut(joined: Moment, stood: Moment, said: Moment): Moment {
  const exclude = stillExcluded(joined, said, [...(stood.exclude ?? []), ...(said.exclude ?? [])]);
  const hours = hoursStillOut(said, stood);
  const avoid = [...hours.avoid, ...(said.avoid ?? [])];
  const avoidTimes = [...hours.avoidTimes, ...(said.avoidTimes ?? [])];
  return {
    ...withoutDay(withoutHours(withOnly(joined, stood, said), said), said),
    ...(exclude.length > 0 && { exclude }),
    ...(avoid.length > 0 && { avoid }),
    ...(avoidTimes.length > 0 && { avoidTimes }),
  };
}

type Days = NonNullable<Moment['exclude']>;

/** "Monday at 10 then" takes Monday back in; a stretch of days does not. */
function stillExcluded(joined: Moment, said: Moment, exclude: Days): Days {
  const wished = said.only ?? (isOneDay(said) && said.date ? [said.date.value] : []);
  const named = (each: number | LocalDate): boolean =>
    wished.some((day) => day === each || (typeof day === 'string' && isoWeekday(day) === each));
  return joined.conflict ? exclude : [...new Set(exclude.filter((each) => !named(each)))];
}

function hoursStillOut(
  said: Moment,
  stood: Moment,
): { avoid: NonNullable<Moment['avoid']>; avoidTimes: NonNullable<Moment['avoidTimes']> } {
  const { avoid = [], avoidTimes = [] } = stood;
  const time = said.time?.value;
  const wished = (part: Moment): boolean =>
    (said.partOfDay !== undefined && part.avoid?.includes(said.partOfDay) === true) ||
    (time !== undefined && !said.from && !hoursFit(part)(time));
  return {
    avoid: avoid.filter((each) => !wished({ avoid: [each] })),
    avoidTimes: avoidTimes.filter((each) => each !== time),
  };
}

/** "Weekdays" goes on to hold for another week, and inside the week wished so far; not for a Saturday wished for by name. */
function withOnly(joined: Moment, stood: Moment, said: Moment): Moment {
  const { only, date, untilDate } = stood;
  if (said.only === undefined) {
    const weekdays = only?.every((day) => typeof day === 'number') === true;
    return only && weekdays && said.untilDate !== undefined ? { ...joined, only } : joined;
  }
  const inside = date !== undefined && untilDate !== undefined && said.date === undefined;
  return inside ? { ...joined, date, untilDate } : joined;
}

function withoutDay(joined: Moment, { exclude }: Moment): Moment {
  if (!exclude || !joined.date || joined.untilDate || joined.only) return joined;
  if (dayFits({ exclude }, joined.date.value)) return joined;
  // the time of "the first free one" was found, not wished
  return joined.pick ? withoutParts(joined, 'date', 'time') : withoutParts(joined, 'date');
}

/** "Not in the morning" lets go of a morning, and of a start that lies in one. */
function withoutHours(joined: Moment, { avoid = [], avoidTimes = [] }: Moment): Moment {
  const { partOfDay, time } = joined;
  if (partOfDay !== undefined && avoid.includes(partOfDay)) return withoutParts(joined, 'partOfDay');
  const exact = time && !joined.from && joined.untilTime === undefined;
  return exact && !hoursFit({ avoid, avoidTimes })(time.value) ? withoutParts(joined, 'time') : joined;
}

function isOneDay({ date, untilDate, only }: Moment): boolean {
  return date !== undefined && untilDate === undefined && only === undefined;
}
