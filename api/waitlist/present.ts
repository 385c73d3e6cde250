/** An entry of the waitlist as the outside sees it. */
import type { z } from 'zod';
import type { WaitlistView } from '../../commands';
import type { waitSchema } from './schema';

export type PresentedEntry = z.infer<typeof waitSchema>;

export function presentEntry(entry: WaitlistView): PresentedEntry {
  const { id, status, service, branch, person, windows, priority, since, offer } = entry;
  return {
    ...{ id, status, service, branch, resource: person, priority },
    windows: windows.map(({ from, to, weekdays, earliest, latest }) => ({
      from,
      to,
      ...(weekdays && { weekdays }),
      ...(earliest !== undefined && { earliest }),
      ...(latest !== undefined && { latest }),
    })),
    since: new Date(since).toISOString(),
    offer: offer && { hold: offer.hold, expires: new Date(offer.expires).toISOString() },
  };
}
