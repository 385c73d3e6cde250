/** Days and times beside messages, in the visitor's zone and the language's own calendar and digits. */

import { INTL_TAGS, type Locale } from '../../shared/locale';

const DAY_MILLIS = 86_400_000;

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

export const isSameDay = (a: number, b: number): boolean => startOfDay(a) === startOfDay(b);

export function timeOf(at: number, locale: Locale): string {
  const style = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(INTL_TAGS[locale], style).format(at);
}

/** "Today", "Yesterday", else the weekday and date, with the year only when it is another one. */
export function dayOf(at: number, now: number, locale: Locale): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY_MILLIS);
  if (days === 0 || days === -1) return relativeDay(days, locale);
  const otherYear = new Date(at).getFullYear() !== new Date(now).getFullYear();
  return new Intl.DateTimeFormat(INTL_TAGS[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(otherYear ? { year: 'numeric' } : {}),
  }).format(at);
}

function relativeDay(days: number, locale: Locale): string {
  const words = new Intl.RelativeTimeFormat(INTL_TAGS[locale], { numeric: 'auto' }).format(days, 'day');
  return words.charAt(0).toLocaleUpperCase(INTL_TAGS[locale]) + words.slice(1);
}
