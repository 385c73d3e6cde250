/** Things that a message mentions beside services and times: for whom something is, and how often it shall be. */
import type { LocalDate } from '../scheduling/business';

export const KIN = [
  'wife',
  'husband',
  'partner',
  'mother',
  'father',
  'son',
  'daughter',
  'child',
  'brother',
  'sister',
  'grandmother',
  'grandfather',
  'friend',
  'colleague',
  /** Somebody of whom nothing was said: the second one of "two haircuts". */
  'guest',
] as const;
export type Kin = (typeof KIN)[number];

/** For whom something is: "my son Tom"; without kin and name it is for who writes. */
export interface AttendeeMention {
  readonly kin?: Kin;
  readonly name?: string;
  /** 2 for the second of "my two kids". */
  readonly nth?: number;
}

/** "Every three weeks", "four times": what was said of it. */
export interface RecurrenceMention {
  readonly every?: number;
  readonly unit?: 'day' | 'week' | 'month';
  /** How many appointments, the first included. */
  readonly count?: number;
  /** "For the next two months": how long it goes on. */
  readonly lasting?: { readonly amount: number; readonly unit: 'day' | 'week' | 'month' };
  /** The last day, inclusive. */
  readonly until?: LocalDate;
}
