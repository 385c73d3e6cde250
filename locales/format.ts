/** Local times, durations, numbers and lists as a reader of one language and calendar writes them. */
import { isolated } from './direction';
import type { LanguageInfo } from './language';
import { moneyIn } from './money';

export type CalendarName = 'gregorian' | 'jalali';

/** How much room there is: a button that is too small for the whole day gets a short one, or none but its number. */
export type Width = 'long' | 'short' | 'bare';

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
export function formatFor(info: LanguageInfo, calendar: CalendarName, width: Width = 'long'): Format {
  const key = `${info.locale} ${calendar} ${width}`;
  const known = formats.get(key);
  if (known) return known;
  const made = makeFormat(info, calendar, width);
  formats.set(key, made);
  return made;
}

function makeFormat(info: LanguageInfo, calendar: CalendarName, width: Width): Format {
  const { locale } = info;
  const days = dayFormat(info, calendar, width);
  const times = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const numbers = new Intl.NumberFormat(locale);
  const date = (local: string): string => days(utc(`${local.slice(0, 10)}T00:00`));
  const clock = (local: string): string => times.format(utc(`2000-01-01T${local}`));
  const time = (local: string): string => (info.rightToLeft ? isolated(clock(local)) : clock(local));
  const { before, after } = width === 'long' ? info.hour : { before: '', after: '' };
  return {
    date,
    time,
    moment: (local) => `${date(local)}${info.comma}${before}${time(local.slice(11, 16))}${after}`,
    money: (minor, currency) => moneyIn(info, minor, currency),
    minutes: (minutes) => duration(info, minutes),
    number: (value) => numbers.format(value),
    join: (items, joined) => joinItems(info, items, joined),
  };
}

/** The languages that count days by the Jalali calendar; readers of others are told the Gregorian day first. */
const JALALI_LANGUAGES: readonly string[] = ['fa'];

function dayFormat(info: LanguageInfo, calendar: CalendarName, width: Width): (day: number) => string {
  if (calendar === 'gregorian' || JALALI_LANGUAGES.includes(info.language))
    return dayIn(info, calendar, width);
  const [gregorian, beside] = [dayIn(info, 'gregorian', width), dayIn(info, calendar, 'bare')];
  return width === 'long' ? (day) => `${gregorian(day)} (${beside(day)})` : gregorian;
}

const WEEKDAYS = { long: { weekday: 'long' }, short: { weekday: 'short' }, bare: {} } as const;
const MONTHS = { long: 'long', short: 'short', bare: 'long' } as const;

function dayIn({ locale }: LanguageInfo, calendar: CalendarName, width: Width): (day: number) => string {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-${CALENDARS[calendar]}`, {
    ...WEEKDAYS[width],
    day: 'numeric',
    month: MONTHS[width],
    timeZone: 'UTC',
  });
  return (day) => format.format(day);
}

/** A wall time read as if its zone were UTC, which is the zone that it is then formatted in. */
function utc(local: string): number {
  const millis = Date.parse(`${local}:00Z`);
  if (Number.isNaN(millis)) throw new RangeError(`not a local time: ${local}`);
  return millis;
}

function duration(info: LanguageInfo, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [unit(info.locale, 'hour', hours)] : []),
    ...(rest > 0 || hours === 0 ? [unit(info.locale, 'minute', rest)] : []),
  ];
  return parts.join(info.beside);
}

const unitFormats = new Map<string, Intl.NumberFormat>();

function unit(locale: string, name: 'hour' | 'minute', value: number): string {
  const key = `${locale} ${name}`;
  const format =
    unitFormats.get(key) ?? new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
  unitFormats.set(key, format);
  return format.format(value);
}

function joinItems(info: LanguageInfo, items: readonly string[], joined: 'and' | 'or' | 'lines'): string {
  if (joined === 'lines') return items.join('\n');
  const between = items.some((item) => item.includes(info.comma)) ? info.semicolon : info.comma;
  const [last = '', ...others] = [...items].reverse();
  return others.length === 0 ? last : `${others.reverse().join(between)}${info[joined]}${last}`;
}
