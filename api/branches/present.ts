/** Branches as the outside sees them: hours in local wall time of their zone. */
import { nameIn } from '../../locales';
import type { Branch } from '../../scheduling/business';

export interface PresentedBranch {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly address: string;
  /** ISO weekday, 1 is Monday; `to` beyond 24:00 is on the next day. */
  readonly hours: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
}

export function presentBranch(branch: Branch, language: string): PresentedBranch {
  return {
    id: branch.id,
    name: nameIn(branch.names, language),
    zone: branch.zone,
    address: branch.address,
    hours: branch.hours.map(({ weekday, from, to }) => ({ weekday, from: wallTime(from), to: wallTime(to) })),
  };
}

function wallTime(minute: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}
