/** Resources as the outside sees them: people, bays, rooms and equipment, with the services they serve. */
import { z } from 'zod';
import { nameIn } from '../../locales';
import type { Business, Resource } from '../../scheduling/business';

export const resourceSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['person', 'bay', 'room', 'equipment']),
    name: z.string(),
    branch: z.string(),
    capacity: z.number().describe('How many at once.'),
    services: z.array(z.string()).readonly().describe('Ids of the services it can be taken for.'),
  })
  .meta({ id: 'Resource' });
export type PresentedResource = z.infer<typeof resourceSchema>;

export function presentResource(
  { id, kind, names, branch, capacity }: Resource,
  { services }: Business,
  language: string,
): PresentedResource {
  const serving = services.filter(({ needs }) => needs.some(({ pool }) => pool.includes(id)));
  return {
    id,
    kind,
    name: nameIn(names, language),
    branch,
    capacity,
    services: serving.map((each) => each.id),
  };
}
