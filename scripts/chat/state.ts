/** What is kept about the customer of a conversation file, in the shape that `expect:` lines read. */
import type { Database, Tx } from '../../platform/database';
import type { Business } from '../../scheduling/business';
import { toLocal } from '../../scheduling/zone';
import { readEstimates, readOrders, type EstimateState, type OrderState } from './visitState';
import { readWaitlist, type Waits } from './waitlistState';

export interface Appointment {
  readonly reference: string;
  readonly service: string;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly branch: string;
  readonly people: readonly string[];
  readonly asset: string | null;
  readonly attendee: string | null;
  readonly price: number;
  readonly fee: number;
}

export interface State {
  readonly bookings: readonly Appointment[];
  readonly holds: readonly Appointment[];
  readonly conversation: {
    owner: string;
    language: string | null;
    flow: string | null;
    asking: string | null;
  };
  readonly customer: {
    name: string | null;
    phone: string | null;
    language: string | null;
    optedOut: boolean;
  };
  readonly estimates: readonly EstimateState[];
  readonly orders: readonly OrderState[];
  readonly tasks: readonly { kind: string; text: string }[];
  readonly waitlist: readonly Waits[];
  readonly sent: readonly Sent[];
}

export interface Sent {
  readonly channel: string;
  readonly kind: string;
  readonly text: string;
  readonly choices: readonly string[];
  /** Grows with every message of the business; says what is new. */
  readonly position: number;
}

/** Whose state is read: one address of one tenant, at one instant. */
export interface Whose {
  readonly business: Business;
  readonly channel: string;
  readonly address: string;
  /** UTC milliseconds; decides which holds live. */
  readonly now: number;
  /** Only what was sent after this position counts as sent. */
  readonly sentAfter: number;
}

const WHO = {
  name: 'chat-who',
  text: `SELECT c.id AS conversation, c.owner, c.language, c.talk, u.id AS customer, u.name, u.language AS spoken,
      u.contact_phone, a.opted_out_at IS NOT NULL AS opted_out, a.proven
    FROM addresses a JOIN customers u ON u.tenant_id = a.tenant_id AND u.id = a.customer_id
    LEFT JOIN conversations c ON c.tenant_id = a.tenant_id AND c.address_id = a.id
    WHERE a.channel = $1 AND a.address = $2`,
};
const APPOINTMENTS = {
  name: 'chat-appointments',
  text: `SELECT b.reference, b.service_id, b.status, b.local_start, b.zone, b.end_minute, b.branch_id, b.attendee,
      b.price::float8 AS price, b.fee::float8 AS fee, b.held_until, s.label, s.plate,
      (SELECT array_agg(r.id ORDER BY r.position, r.id) FROM allocations l
        JOIN resources r ON r.tenant_id = l.tenant_id AND r.id = l.resource_id
        WHERE l.tenant_id = b.tenant_id AND l.booking_id = b.id AND r.kind = 'person') AS people
    FROM bookings b LEFT JOIN assets s ON s.tenant_id = b.tenant_id AND s.id = b.asset_id
    WHERE b.customer_id = $1 AND b.status <> 'expired' ORDER BY b.position`,
};
const TASKS = {
  name: 'chat-tasks',
  text: `SELECT kind, text FROM tasks WHERE customer_id = $1 ORDER BY created_at, id`,
};
const SENT = {
  name: 'chat-sent',
  text: `SELECT position::float8 AS position, kind, worded FROM outbox
    WHERE conversation_id = $1 AND position > $2 AND status IN ('sent', 'delivered', 'read') ORDER BY position`,
};

interface WhoRow {
  conversation: string | null;
  owner: string | null;
  language: string | null;
  talk: { frames?: { flow: string }[]; asked?: { asking: string } | null } | null;
  customer: string;
  name: string | null;
  spoken: string | null;
  contact_phone: string | null;
  opted_out: boolean;
  proven: boolean;
}

interface AppointmentRow {
  reference: string;
  service_id: string;
  status: string;
  local_start: string;
  zone: string;
  end_minute: number;
  branch_id: string;
  attendee: string | null;
  price: number;
  fee: number;
  held_until: Date | null;
  label: string | null;
  plate: string | null;
  people: string[] | null;
}

const NOBODY: State = {
  bookings: [],
  holds: [],
  conversation: { owner: 'bot', language: null, flow: null, asking: null },
  customer: { name: null, phone: null, language: null, optedOut: false },
  estimates: [],
  orders: [],
  tasks: [],
  waitlist: [],
  sent: [],
};

export function readState(database: Database, whose: Whose): Promise<State> {
  return database.inTenant(whose.business.tenantId, async (tx) => {
    const [who] = await tx.query<WhoRow>(WHO, [whose.channel, whose.address]);
    return who ? stateOf(tx, whose, who) : NOBODY;
  });
}

async function stateOf(tx: Tx, whose: Whose, who: WhoRow): Promise<State> {
  const rows = await tx.query<AppointmentRow>(APPOINTMENTS, [who.customer]);
  const present = (row: AppointmentRow): Appointment => presentAppointment(whose.business, row);
  const holds = rows.filter((row) => row.status === 'held' && (row.held_until?.getTime() ?? 0) > whose.now);
  return {
    bookings: rows.filter((row) => row.status !== 'held').map(present),
    holds: holds.map(present),
    conversation: {
      owner: who.owner ?? 'bot',
      language: who.language,
      flow: intentOf(who.talk?.frames?.at(-1)?.flow ?? null),
      asking: who.talk?.asked?.asking ?? null,
    },
    customer: {
      name: who.name,
      phone: who.contact_phone ?? (whose.address.startsWith('+') ? whose.address : null),
      language: who.spoken,
      optedOut: who.opted_out,
    },
    estimates: await readEstimates(tx, whose.business, who.customer, whose.now),
    orders: await readOrders(tx, who.customer),
    tasks: await tx.query(TASKS, [who.customer]),
    waitlist: await readWaitlist(tx, whose.business, who.customer),
    sent: await sentOf(tx, whose, who.conversation),
  };
}

/** What a flow is to whoever looks from outside: several appointments at once, and those that recur, are booked too. */
function intentOf(flow: string | null): string | null {
  return flow === 'plan' || flow === 'series' || flow === 'waitlist' ? 'book' : flow;
}

async function sentOf(tx: Tx, whose: Whose, conversation: string | null): Promise<Sent[]> {
  if (conversation === null) return [];
  interface Row {
    position: number;
    kind: string;
    worded: { text: string; choices?: string[] } | null;
  }
  const rows = await tx.query<Row>(SENT, [conversation, whose.sentAfter]);
  return rows.map((row) => ({
    channel: whose.channel,
    kind: row.kind,
    text: row.worded?.text ?? '',
    choices: row.worded?.choices ?? [],
    position: row.position,
  }));
}

function presentAppointment(business: Business, row: AppointmentRow): Appointment {
  return {
    reference: row.reference,
    service: row.service_id,
    status: row.status,
    start: row.local_start,
    end: toLocal(row.end_minute, row.zone),
    branch: row.branch_id,
    people: (row.people ?? []).map((id) => personName(business, id)),
    asset: row.label === null ? null : [row.label, row.plate].filter((part) => part !== null).join(' '),
    attendee: row.attendee,
    price: inMajorUnits(row.price, business.currency),
    fee: inMajorUnits(row.fee, business.currency),
  };
}

function personName(business: Business, id: string): string {
  const names = business.resources.find((resource) => resource.id === id)?.names ?? {};
  return names.en ?? Object.values(names)[0] ?? id;
}

function inMajorUnits(minor: number, currency: string): number {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return minor / 10 ** digits;
}
