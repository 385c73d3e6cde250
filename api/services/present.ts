/** Services as the outside sees them: minutes, the price in major units, what it takes, and how often it can be had. */
import { z } from 'zod';
import { nameIn } from '../../locales';
import { toMajor } from '../../locales/money';
import type { Business, Service } from '../../scheduling/business';
import { limitsSchema, presentLimits } from '../terms';

const needSchema = z.object({
  kind: z.enum(['person', 'bay', 'room', 'equipment']),
  share: z.boolean().describe('True takes one place of it, false the whole.'),
  resources: z.array(z.string()).readonly().describe('Ids of those that can serve, in order of preference.'),
});

export const serviceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    minutes: z.number(),
    minutesByPerson: z
      .record(z.string(), z.number())
      .describe('Where somebody takes another time, by the id of the person.'),
    buffer: z
      .object({ before: z.number(), after: z.number() })
      .describe('Minutes that stay free around an appointment.'),
    price: z.object({ amount: z.number().describe('Major units.'), currency: z.string() }),
    depositPercent: z.number(),
    needs: z.array(needSchema).readonly().describe('One of each is taken.'),
    limits: limitsSchema.describe('Bookings at most, at all branches together.'),
  })
  .meta({ id: 'Service' });
export type PresentedService = z.infer<typeof serviceSchema>;

export function presentService(service: Service, business: Business, language: string): PresentedService {
  return {
    id: service.id,
    name: nameIn(service.names, language),
    minutes: service.minutes,
    minutesByPerson: { ...service.minutesByPerson },
    buffer: { before: service.bufferBefore, after: service.bufferAfter },
    price: { amount: toMajor(service.price, business.currency), currency: business.currency },
    depositPercent: service.depositPercent,
    needs: service.needs.map(({ kind, whole, pool }) => ({ kind, share: !whole, resources: pool })),
    limits: presentLimits(service.limits),
  };
}
