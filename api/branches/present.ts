/** Branches as the outside sees them: hours in local wall time of their zone. */
import { z } from 'zod';
import { nameIn } from '../../locales';
import type { Branch } from '../../scheduling/business';

const hoursSchema = z.object({
  weekday: z.number().int().min(1).max(7).describe('ISO weekday, 1 is Monday.'),
  from: z.string(),
  to: z.string().describe('Beyond 24:00 it is on the next day.'),
});

export const branchSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    zone: z.string().describe('IANA zone.'),
    address: z.string(),
    hours: z.array(hoursSchema).readonly().describe('Local wall times.'),
  })
  .meta({ id: 'Branch' });
export type PresentedBranch = z.infer<typeof branchSchema>;

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
