/** What a hold is asked for with: a wish, and whatever is known already of whom it is for. */
import { assetSchema, customerSchema, wishSchema } from '../bookings/schema';

export const holdBody = wishSchema.extend({
  customer: customerSchema.optional(),
  asset: assetSchema.optional(),
});
