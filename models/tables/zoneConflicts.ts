/** Bookings that kept their instants although their zone's rules have changed. */
import { instant, integer, keyText, keyUuid, text } from './columns';
import { table } from './table';

export const zoneConflicts = table('zone_conflicts', {
  tenantId: keyUuid,
  rules: keyText,
  bookingId: keyUuid,
  bookingVersion: integer,
  kind: text,
  foundAt: instant,
});
