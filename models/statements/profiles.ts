/** What is known of a customer, where they write from, and their past visits. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { Minute } from '../../scheduling/business';
import type { AssetNote, BookingRecord } from '../bookingRecords';

export interface Standing {
  readonly channel: string;
  readonly address: string;
  readonly proven: boolean;
  readonly customerId: string;
}

const STANDING = {
  name: 'standing',
  text: `
SELECT a.channel, a.address, a.proven, a.customer_id AS "customerId" FROM conversations AS c
JOIN addresses AS a ON a.tenant_id = c.tenant_id AND a.id = c.address_id WHERE c.tenant_id = $1 AND c.id = $2`,
};

/** The far end of a conversation; null where there is no such conversation. */
export async function standingOf(tx: Tx, conversationId: string): Promise<Standing | null> {
  const [row] = await tx.query<Standing>(STANDING, [tx.tenantId, conversationId]);
  return row ?? null;
}

export interface ProfileRecord {
  readonly name: string | null;
  readonly language: string | null;
  /** A proven number first, else the one they typed. */
  readonly phone: string | null;
  readonly preferredChannel: string | null;
  /** Newest first, each once; voice and addresses that opted out are none. */
  readonly channels: readonly string[];
  readonly assets: readonly AssetNote[];
}

const PROFILE = {
  name: 'profile',
  text: `
SELECT u.name, u.language, u.preferred_channel AS "preferredChannel",
  coalesce((SELECT a.address FROM addresses AS a WHERE a.tenant_id = u.tenant_id AND a.customer_id = u.id AND a.proven
    AND starts_with(a.address, '+') ORDER BY a.created_at LIMIT 1), u.contact_phone) AS phone,
  ARRAY(SELECT a.channel FROM addresses AS a WHERE a.tenant_id = u.tenant_id AND a.customer_id = u.id
    AND a.opted_out_at IS NULL AND a.channel <> 'voice' GROUP BY a.channel ORDER BY max(a.created_at) DESC) AS channels,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'label', s.label, 'class', s.class, 'plate', s.plate)
    ORDER BY s.created_at, s.id), '[]') FROM assets AS s WHERE s.tenant_id = u.tenant_id AND s.customer_id = u.id) AS assets
FROM customers AS u WHERE u.tenant_id = $1 AND u.id = $2`,
};

export async function profileOfCustomer(tx: Tx, customerId: string): Promise<ProfileRecord | null> {
  const [row] = await tx.query<ProfileRecord>(PROFILE, [tx.tenantId, customerId]);
  return row ?? null;
}

const PREFER = {
  name: 'prefer-channel',
  text: 'UPDATE customers SET preferred_channel = $3 WHERE tenant_id = $1 AND id = $2',
};

export async function preferChannel(tx: Tx, customerId: string, channel: string): Promise<void> {
  await tx.query(PREFER, [tx.tenantId, customerId, channel]);
}

export interface VisitsAsk {
  readonly customerId: string;
  /** Only what was booked there; null: all. */
  readonly conversation: string | null;
  readonly now: Millis;
  /** Visits that began before are not told. */
  readonly since: Minute;
  /** Where the page before ended. */
  readonly before: { readonly startMinute: Minute; readonly id: string } | null;
  readonly limit: number;
}

const VISITS = {
  name: 'past-visits',
  text: `
SELECT booking_json(b) AS booking FROM bookings AS b
WHERE b.tenant_id = $1 AND b.customer_id = $2 AND ($3::uuid IS NULL OR b.conversation_id = $3) AND b.start_minute >= $4
  AND (b.status = 'done' OR (b.status IN ('confirmed', 'checked-in', 'in-service') AND b.end_minute <= $5))
  AND ($6::integer IS NULL OR b.start_minute < $6 OR (b.start_minute = $6 AND b.id < $7::uuid))
ORDER BY b.start_minute DESC, b.id DESC LIMIT $8`,
};

/** Done, or over without anybody having said so; latest first. */
export async function pastVisits(tx: Tx, ask: VisitsAsk): Promise<readonly BookingRecord[]> {
  const { customerId, conversation, now, since, before, limit } = ask;
  const minute = Math.floor(now / 60_000);
  const place = [before?.startMinute ?? null, before?.id ?? null];
  const values = [tx.tenantId, customerId, conversation, since, minute, ...place, limit];
  const rows = await tx.query<{ booking: BookingRecord }>(VISITS, values);
  return rows.map((row) => row.booking);
}
