/** What belongs to no tenant: the stored clock, and instants as whole milliseconds in both directions. */
import type { Migration } from './migration';

const up = `
CREATE SCHEMA IF NOT EXISTS system;

-- One row: the instant the clock was given, and the real one at which it was.
CREATE TABLE system.clock (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  given timestamptz NOT NULL,
  real timestamptz NOT NULL
);

CREATE FUNCTION millis(p_at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(epoch FROM p_at) * 1000)::bigint;

CREATE FUNCTION instant(p_millis bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_timestamp(p_millis / 1000.0::double precision);
`;

const down = `
DROP FUNCTION instant;
DROP FUNCTION millis;
DROP TABLE system.clock;
`;

export const system: Migration = { name: '0005-system', as: 'owner', up: () => up, down };
