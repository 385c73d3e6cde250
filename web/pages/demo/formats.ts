/** Prices, durations and weekdays in the words of a language. */

import { INTL_TAGS, type Locale } from '../../shared/locale';
import { type Price, priceIn } from '../../shared/money';
import type { OpeningHours } from './business';

export const priceOf = (price: Price, locale: Locale): string => priceIn(price, INTL_TAGS[locale]);

/** The short form is a single letter in Arabic, which nobody reads as minutes. */
export function durationOf(minutes: number, locale: Locale): string {
  const unitDisplay = locale === 'ar' || locale === 'fa' ? 'long' : 'short';
  return new Intl.NumberFormat(INTL_TAGS[locale], { style: 'unit', unit: 'minute', unitDisplay }).format(
    minutes,
  );
}

/** 1 January 2024 was a Monday. */
function weekdayName(weekday: number, locale: Locale): string {
  const style = { weekday: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(INTL_TAGS[locale], style).format(Date.UTC(2024, 0, weekday));
}

function clock(time: string, locale: Locale): string {
  const [hour = '0', minute = '0'] = time.split(':');
  const style = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(INTL_TAGS[locale], style).format(
    Date.UTC(2024, 0, 1, Number(hour), Number(minute)),
  );
}

/** The day a week begins with, where these languages are read. */
const FIRST_WEEKDAY: Readonly<Record<Locale, number>> = { en: 1, de: 1, ar: 7, fa: 6 };

export interface DayLine {
  readonly days: string;
  /** Empty: closed. */
  readonly times: string;
}

/** The week in few lines: days that follow each other with the same hours stand together. */
export function weekOf(hours: readonly OpeningHours[], locale: Locale): readonly DayLine[] {
  const week = Array.from({ length: 7 }, (_, index) => ((FIRST_WEEKDAY[locale] - 1 + index) % 7) + 1);
  const groups: { first: number; last: number; times: string }[] = [];
  for (const weekday of week) {
    const times = timesOf(hours, weekday, locale);
    const group = groups.at(-1);
    if (group?.times === times) group.last = weekday;
    else groups.push({ first: weekday, last: weekday, times });
  }
  return groups.map(({ first, last, times }) => ({ days: daysOf(first, last, locale), times }));
}

function timesOf(hours: readonly OpeningHours[], weekday: number, locale: Locale): string {
  const open = hours.filter((entry) => entry.weekday === weekday);
  return open.map(({ from, to }) => `${clock(from, locale)}–${clock(to, locale)}`).join(', ');
}

function daysOf(first: number, last: number, locale: Locale): string {
  if (first === last) return weekdayName(first, locale);
  return `${weekdayName(first, locale)} – ${weekdayName(last, locale)}`;
}
