/** Every address of the API, in the order in which it is read: an explicit list. */
import { availabilityEndpoints } from '../availability/describe';
import { bookingEndpoints } from '../bookings/describe';
import { conversationEndpoints } from '../conversations/describe';
import { estimateEndpoints } from '../estimates/describe';
import { holdEndpoints } from '../holds/describe';
import { orderEndpoints } from '../orders/describe';
import type { Endpoint } from './endpoint';
import { waitlistEndpoints } from '../waitlist/describe';
import { planEndpoints } from '../plans/describe';
import { seriesEndpoints } from '../series/describe';
import { otherEndpoints, readEndpoints } from './reads';

export const endpoints: readonly Endpoint[] = [
  ...readEndpoints,
  ...availabilityEndpoints,
  ...holdEndpoints,
  ...bookingEndpoints,
  ...orderEndpoints,
  ...estimateEndpoints,
  ...planEndpoints,
  ...seriesEndpoints,
  ...waitlistEndpoints,
  ...conversationEndpoints,
  ...otherEndpoints,
];
