/** What a business no longer has stays for the bookings that were made with it, and is read no more. */
import type { Migration } from './migration';

const TABLES = ['branches', 'resources', 'services'];

const up = TABLES.map(
  (table) => `ALTER TABLE ${table} ADD COLUMN retired boolean NOT NULL DEFAULT false;`,
).join('\n');

const down = TABLES.map((table) => `ALTER TABLE ${table} DROP COLUMN retired;`).join('\n');

export const retired: Migration = { name: '0019-retired', as: 'owner', up: () => up, down };
