/** All migrations, in the order in which they run: an explicit list, nothing is found by file name. */
import { business } from './0001-business';
import { people } from './0002-people';
import { conversations } from './0003-conversations';
import { bookings } from './0004-bookings';
import { system } from './0005-system';
import { rowSecurity } from './0006-rowSecurity';
import { bookingRules } from './0007-bookingRules';
import { takeTime } from './0008-take';
import { customerNotes } from './0009-customerNotes';
import { bookingShape } from './0010-bookingShape';
import { bookingDeeds } from './0011-bookingDeeds';
import { bookingEnds } from './0012-bookingEnds';
import { turns } from './0013-turns';
import { findTenants } from './0014-findTenants';
import { inbound } from './0015-inbound';
import { relay } from './0016-relay';
import { webchat } from './0017-webchat';
import { idempotencyKeys } from './0018-idempotencyKeys';
import { retired } from './0019-retired';
import { limits } from './0020-limits';
import { doTogether } from './0021-together';
import { visits } from './0022-visits';
import { waitlist } from './0022-waitlist';
import { waitlistDue } from './0022-waitlistDue';
import { takeLocks } from './0023-takeLocks';
import { zoneRules } from './0023-zoneRules';
import { orders } from './0024-orders';
import { estimates } from './0025-estimates';
import { articles } from './0026-articles';
import { secretsAndNobodies } from './0027-secrets';
import { receiveInOpen } from './0028-receiveInOpen';
import { takeWithin } from './0029-takeWithin';
import type { Migration } from './migration';

export const migrations: readonly Migration[] = [
  business,
  people,
  conversations,
  bookings,
  system,
  rowSecurity,
  bookingRules,
  takeTime,
  customerNotes,
  bookingShape,
  bookingDeeds,
  bookingEnds,
  turns,
  findTenants,
  inbound,
  relay,
  webchat,
  idempotencyKeys,
  retired,
  limits,
  doTogether,
  visits,
  waitlist,
  waitlistDue,
  takeLocks,
  zoneRules,
  orders,
  estimates,
  articles,
  secretsAndNobodies,
  receiveInOpen,
  takeWithin,
];
