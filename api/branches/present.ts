/** Branches as the outside sees them: hours in local wall time of their zone, holidays and other exceptions by their days. */
import { z } from 'zod';
import { nameIn } from '../../locales';
import type { Branch } from '../../scheduling/business';
import { exceptionSchema, hoursSchema, presentExceptions, presentHours } from '../terms';

export const branchSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    zone: z.string().describe('IANA zone.'),
    address: z.string(),
    hours: z.array(hoursSchema).readonly().describe('Local wall times.'),
    exceptions: z.array(exceptionSchema).readonly().describe('Holidays, and days with other hours.'),
  })
  .meta({ id: 'Branch' });
export type PresentedBranch = z.infer<typeof branchSchema>;

export function presentBranch(branch: Branch, language: string): PresentedBranch {
  return {
    id: branch.id,
    name: nameIn(branch.names, language),
    zone: branch.zone,
    address: branch.address,
    hours: presentHours(branch.hours),
    exceptions: presentExceptions(branch.exceptions),
  };
}
