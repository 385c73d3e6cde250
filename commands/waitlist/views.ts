/** An entry of the waitlist as those above see it. */
import type { Millis } from '../../platform/clock';
import type { PreferenceWindow } from '../../scheduling/waitlist';
import type { WaitlistRecord, WaitlistState } from '../../models/waitlistRecords';

export interface WaitlistView {
  readonly id: string;
  readonly customerId: string;
  readonly status: WaitlistState;
  readonly service: string;
  /** Null: any branch. */
  readonly branch: string | null;
  /** A person's resource id; null: whoever is free. */
  readonly person: string | null;
  readonly windows: readonly PreferenceWindow[];
  readonly priority: number;
  readonly since: Millis;
  /** What is offered just now: the hold to confirm, and until when. */
  readonly offer: { readonly hold: string; readonly expires: Millis } | null;
}

export function waitlistView(entry: WaitlistRecord): WaitlistView {
  const { id, customerId, state, service, branch, person, windows, priority, since, offer } = entry;
  return {
    ...{ id, customerId, status: state, service, branch, person, windows, priority, since },
    offer: offer && { hold: offer.booking, expires: offer.expires },
  };
}
