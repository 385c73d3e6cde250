/** What a business says of offers to those who wait, and what holds where it says nothing. */
import type { Policy } from '../../scheduling/business';
import type { QuietHours } from '../../scheduling/quietHours';

const OFFER_MINUTES = 15;
/** The hours in which 47 CFR 64.1200(c)(1) lets nobody be called: a safe reading for texts anywhere. */
const QUIET: QuietHours = { from: '21:00', to: '08:00' };

/** How long an offer stands; minutes. */
export function offerMinutes({ waitlistOfferMinutes = OFFER_MINUTES }: Policy): number {
  return waitlistOfferMinutes;
}

export function quietHoursOf({ quietHours = QUIET }: Policy): QuietHours {
  return quietHours;
}
