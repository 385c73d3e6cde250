/** Local times, money, durations and lists as a reader of one language and calendar writes them. */
import { toMajor } from './money';
import type { LanguageInfo } from './language';

export type CalendarName = 'gregorian' | 'jalali';

export interface Format {
  /** `local` is `YYYY-MM-DDTHH:MM`: "Saturday 28 March, 10:00". */
  moment(local: string): string;
  /** `local` is `YYYY-MM-DD`: "Saturday 28 March". */
  date(local: string): string;
  /** `local` is `HH:MM`, shown on a 24-hour clock. */
  time(local: string): string;
  /** Minor units; decimals only where there are any. */
  money(minor: number, currency: string): string;
  minutes(minutes: number): string;
  number(value: number): string;
  join(items: readonly string[], joined: 'and' | 'or' | 'lines'): string;
}

const CALENDARS: Readonly<Record<CalendarName, string>> = { gregorian: 'gregory', jalali: 'persian' };

const formats = new Map<string, Format>();

/** The formats of a language and calendar; made once, as Intl objects are dear to make. */
export function formatFor(info: LanguageInfo, calendar: CalendarName): Format {
  const key = `${info.locale} ${calendar}`;
  const known = formats.get(key);
  if (known) return known;
  const made = makeFormat(info.locale, calendar);
  formats.set(key, made);
  return made;
}

function makeFormat(locale: string, calendar: CalendarName): Format {
  const days = dayFormat(locale, calendar);
  const times = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const numbers = new Intl.NumberFormat(locale);
  const date = (local: string): string => days(utc(`${local.slice(0, 10)}T00:00`));
  const time = (local: string): string => times.format(utc(`2000-01-01T${local}`));
  return {
    date,
    time,
    moment: (local) => `${date(local)}, ${time(local.slice(11, 16))}`,
    money: (minor, currency) => moneyFormat(locale, currency).format(toMajor(minor, currency)),
    minutes: (minutes) => duration(locale, minutes),
    number: (value) => numbers.format(value),
    join: (items, joined) => joinItems(locale, items, joined),
  };
}

/** The languages that count days by the Jalali calendar; readers of others are told the Gregorian day first. */
const JALALI_LANGUAGES: readonly string[] = ['fa'];

function dayFormat(locale: string, calendar: CalendarName): (day: number) => string {
  const own = (name: CalendarName, weekday: boolean): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(`${locale}-u-ca-${CALENDARS[name]}`, {
      ...(weekday ? { weekday: 'long' } : {}),
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
  const whole = own(calendar, true);
  if (calendar === 'gregorian' || JALALI_LANGUAGES.includes(locale.split('-')[0] ?? ''))
    return (day) => whole.format(day);
  const [gregorian, beside] = [own('gregorian', true), own(calendar, false)];
  return (day) => `${gregorian.format(day)} (${beside.format(day)})`;
}

/** A wall time read as if its zone were UTC, which is the zone that it is then formatted in. */
function utc(local: string): number {
  const millis = Date.parse(`${local}:00Z`);
  if (Number.isNaN(millis)) throw new RangeError(`not a local time: ${local}`);
  return millis;
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = moneyFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  moneyFormats.set(key, made);
  return made;
}

function duration(locale: string, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [unit(locale, 'hour', hours)] : []),
    ...(rest > 0 || hours === 0 ? [unit(locale, 'minute', rest)] : []),
  ];
  return parts.join(' ');
}

const unitFormats = new Map<string, Intl.NumberFormat>();

function unit(locale: string, name: 'hour' | 'minute', value: number): string {
  const key = `${locale} ${name}`;
  const format =
    unitFormats.get(key) ?? new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
  unitFormats.set(key, format);
  return format.format(value);
}

const listFormats = new Map<string, Intl.ListFormat>();

function joinItems(locale: string, items: readonly string[], joined: 'and' | 'or' | 'lines'): string {
  if (joined === 'lines') return items.join('\n');
  const type = joined === 'and' ? 'conjunction' : 'disjunction';
  const key = `${locale} ${type}`;
  const format = listFormats.get(key) ?? new Intl.ListFormat(locale, { type, style: 'long' });
  listFormats.set(key, format);
  return format.format(items);
}
