/** What was understood as plain JSON: values of slots as strings, a moment as start and end, for tools and measurements. */
import type { Act, AssetMention } from './acts';
import type { Understood } from './hearing';
import type { Moment, PartOfDay } from './moment';
import { plusDays } from './moments/calendar';
import { outwardActs } from './outwardActs';

export interface WhenReport {
  readonly type: 'date' | 'time' | 'datetime' | 'range';
  /** Local: `YYYY-MM-DD` of a day, else `YYYY-MM-DDTHH:MM`. */
  readonly start: string;
  /** Exclusive; absent where the range is open. */
  readonly end?: string;
}

export interface Report {
  readonly lang: string;
  readonly acts: readonly object[];
  readonly when: WhenReport | null;
  /** What the text itself says. */
  readonly date: string | null;
  readonly time: string | null;
}

/** Usual hours of the parts of a day; evening and night end with it. */
const PARTS: Readonly<Record<PartOfDay, readonly [from: string, to: string]>> = {
  morning: ['06:00', '12:00'],
  midday: ['12:00', '14:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['18:00', '24:00'],
  night: ['20:00', '24:00'],
};

/** `ref` is the wall time that the utterance was read at. */
export function reportOf(understood: Understood, ref: string): Report {
  const { language, acts, when } = understood;
  return {
    lang: language,
    acts: outwardActs(acts).map((act) => actReport(act, ref)),
    when: when ? whenReport(when, ref) : null,
    date: when?.date?.value ?? null,
    time: when?.time?.value ?? null,
  };
}

function actReport(act: Act, ref: string): object {
  if (act.act !== 'inform') return act;
  if (act.slot === 'when') return { ...act, value: whenText(act.value, ref) };
  return act.slot === 'asset' ? { ...act, value: assetText(act.value) } : act;
}

function assetText(asset: AssetMention): string {
  return asset.label;
}

/** Start in ISO form, or what else was said of the time in one word. */
export function whenText(moment: Moment, ref: string): string {
  const start = whenReport(moment, ref)?.start;
  if (start !== undefined) return start;
  if (moment.impossible) return moment.impossible.said;
  if (moment.conflict) return moment.conflict.byDate;
  if (moment.pick) return moment.pick;
  if (moment.same) return `same ${moment.same}`;
  if (moment.shift !== undefined) return `${moment.shift > 0 ? '+' : ''}${moment.shift} min`;
  if (moment.only) return `only ${moment.only.join(', ')}`;
  return `not ${[...(moment.exclude ?? []), ...(moment.avoid ?? []), ...(moment.avoidTimes ?? [])].join(', ')}`;
}

/** Null where no point or stretch of time was said ("as soon as possible", "31 February"). */
export function whenReport(moment: Moment, ref: string): WhenReport | null {
  const date = moment.date?.value;
  if (date !== undefined && moment.untilDate !== undefined) return daysReport(moment, date, moment.untilDate);
  if (moment.untilTime !== undefined || moment.from === true)
    return hoursReport(moment, date ?? ref.slice(0, 10));
  if (moment.time) return pointReport(moment.time.value, date, ref);
  if (moment.partOfDay) return partReport(moment.partOfDay, date ?? ref.slice(0, 10));
  return date === undefined ? null : { type: 'date', start: date };
}

function daysReport(moment: Moment, from: string, until: string): WhenReport {
  const start = `${from}T${moment.time?.value ?? '00:00'}`;
  return { type: 'range', start, end: `${plusDays(until, 1)}T00:00` };
}

function hoursReport({ time, untilTime }: Moment, date: string): WhenReport {
  const start = `${date}T${time?.value ?? '00:00'}`;
  return { type: 'range', start, ...(untilTime === undefined ? {} : { end: `${date}T${untilTime}` }) };
}

/** A time without a day is the next such time. */
function pointReport(time: string, date: string | undefined, ref: string): WhenReport {
  if (date !== undefined) return { type: 'datetime', start: `${date}T${time}` };
  const today = ref.slice(0, 10);
  return { type: 'time', start: `${time < ref.slice(11, 16) ? plusDays(today, 1) : today}T${time}` };
}

function partReport(part: PartOfDay, date: string): WhenReport {
  const [from, to] = PARTS[part];
  const end = to === '24:00' ? `${plusDays(date, 1)}T00:00` : `${date}T${to}`;
  return { type: 'range', start: `${date}T${from}`, end };
}
