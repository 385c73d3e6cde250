/** Resources as the outside sees them: people, bays, rooms and equipment, with the services they serve and when they work. */
import { z } from 'zod';
import { nameIn } from '../../locales';
import type { Business, Resource } from '../../scheduling/business';
import {
  exceptionSchema,
  hoursSchema,
  limitsSchema,
  presentExceptions,
  presentHours,
  presentLimits,
} from '../terms';

export const resourceSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['person', 'bay', 'room', 'equipment']),
    name: z.string(),
    branch: z.string(),
    capacity: z.number().describe('How many at once.'),
    services: z.array(z.string()).readonly().describe('Ids of the services it can be taken for.'),
    hours: z
      .array(hoursSchema)
      .readonly()
      .nullable()
      .describe('Own hours, within those of the branch; null: whenever the branch is open.'),
    exceptions: z
      .array(exceptionSchema)
      .readonly()
      .describe('Own days off, and days with other hours; why is told to holders of an API key only.'),
    limits: limitsSchema.describe('Bookings at most.'),
  })
  .meta({ id: 'Resource' });
export type PresentedResource = z.infer<typeof resourceSchema>;

export interface ResourceReader {
  readonly language: string;
  /** Why somebody is away is nobody's business but the business's own. */
  readonly mayReadReasons: boolean;
}

export function presentResource(
  resource: Resource,
  { services }: Business,
  { language, mayReadReasons }: ResourceReader,
): PresentedResource {
  const { id, kind, names, branch, capacity, hours, exceptions = [] } = resource;
  const serving = services.filter(({ needs }) => needs.some(({ pool }) => pool.includes(id)));
  const told = presentExceptions(exceptions);
  return {
    id,
    kind,
    name: nameIn(names, language),
    branch,
    capacity,
    services: serving.map((each) => each.id),
    hours: hours === undefined ? null : presentHours(hours),
    exceptions: mayReadReasons ? told : told.map((each) => ({ ...each, reason: null })),
    limits: presentLimits(resource.limits),
  };
}
