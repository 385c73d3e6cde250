/** Services as the outside sees them: minutes, and the price in major units. */
import { z } from 'zod';
import { nameIn } from '../../locales';
import { toMajor } from '../../locales/money';
import type { Business, Service } from '../../scheduling/business';

export const serviceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    minutes: z.number(),
    buffer: z
      .object({ before: z.number(), after: z.number() })
      .describe('Minutes that stay free around an appointment.'),
    price: z.object({ amount: z.number().describe('Major units.'), currency: z.string() }),
  })
  .meta({ id: 'Service' });
export type PresentedService = z.infer<typeof serviceSchema>;

export function presentService(service: Service, business: Business, language: string): PresentedService {
  return {
    id: service.id,
    name: nameIn(service.names, language),
    minutes: service.minutes,
    buffer: { before: service.bufferBefore, after: service.bufferAfter },
    price: { amount: toMajor(service.price, business.currency), currency: business.currency },
  };
}
