/** What customers say about themselves, their own assets, and finding a customer by a proven number. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { AssetNote, CustomerNotes } from '../bookingRecords';
import { storableJson, storableText } from '../storable';

/** The parameter of `keep_notes`: null keeps nothing. */
export function notesParameter(notes: CustomerNotes | null, at: Millis): string | null {
  return notes === null ? null : storableJson(notesJson(notes, at));
}

/** The same as a value, for a request that carries it. */
export function notesJson(notes: CustomerNotes, at: Millis): object {
  return {
    ...(notes.name === undefined ? {} : { name: notes.name }),
    ...(notes.phone === undefined ? {} : { phone: notes.phone }),
    ...(notes.language === undefined ? {} : { language: notes.language }),
    at: new Date(at).toISOString(),
    assets: notes.assets.map(assetJson),
  };
}

function assetJson(asset: AssetNote): object {
  return {
    ...asset,
    label_key: keyOf(asset.label),
    plate_key: asset.plate === null ? null : keyOf(asset.plate),
  };
}

/** What two spellings of a label or a plate have in common: letters and digits, without regard to case. */
export function keyOf(text: string): string {
  return storableText(text)
    .normalize('NFKC')
    .toLocaleUpperCase('en')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

const KEEP = { name: 'keep-notes', text: 'SELECT keep_notes($1, $2, $3)' };

export async function keepNotes(tx: Tx, customerId: string, notes: CustomerNotes, at: Millis): Promise<void> {
  await tx.query(KEEP, [tx.tenantId, customerId, notesParameter(notes, at)]);
}

const ASSETS = { name: 'lock-assets', text: 'SELECT id, label, class, plate FROM lock_assets($1, $2)' };

/** The customer's assets, the customer locked so that none is added twice. */
export async function lockAssets(tx: Tx, customerId: string): Promise<readonly AssetNote[]> {
  return tx.query<AssetNote>(ASSETS, [tx.tenantId, customerId]);
}

const BY_PHONE = {
  name: 'customer-by-phone',
  text: `
SELECT u.id, u.name, u.language FROM customers AS u
JOIN addresses AS a ON a.tenant_id = u.tenant_id AND a.customer_id = u.id
WHERE u.tenant_id = $1 AND a.address = $2 AND a.proven ORDER BY a.created_at LIMIT 1`,
};

export interface FoundCustomer {
  readonly id: string;
  readonly name: string | null;
  readonly language: string | null;
}

/** The customer whose number this was proven to be; a number somebody merely typed proves nothing. */
export async function customerByProvenPhone(tx: Tx, phone: string): Promise<FoundCustomer | null> {
  const [row] = await tx.query<FoundCustomer>(BY_PHONE, [tx.tenantId, phone]);
  return row ?? null;
}

const BY_CONTACT = {
  name: 'customer-by-contact',
  text: `
SELECT id, name, language FROM customers
WHERE tenant_id = $1 AND contact_phone = $2 AND lower(name) = lower($3) ORDER BY created_at LIMIT 1`,
};

/** A customer of this name who gave this number. */
export async function customerByContact(tx: Tx, phone: string, name: string): Promise<FoundCustomer | null> {
  const [row] = await tx.query<FoundCustomer>(BY_CONTACT, [
    tx.tenantId,
    storableText(phone),
    storableText(name),
  ]);
  return row ?? null;
}

const ADD = {
  name: 'add-customer',
  text: `INSERT INTO customers (tenant_id, id, name, contact_phone, created_at) VALUES ($1, $2, $3, $4, instant($5))`,
};

export interface NewCustomer {
  readonly id: string;
  /** Null: nobody has said it yet. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly at: Millis;
}

export async function addCustomer(tx: Tx, { id, name, phone, at }: NewCustomer): Promise<void> {
  const [storedName, storedPhone] = [name, phone].map((each) => each && storableText(each));
  await tx.query(ADD, [tx.tenantId, id, storedName, storedPhone, at]);
}
