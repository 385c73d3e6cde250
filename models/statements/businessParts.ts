/** How each part of a business is written: rows out of its definition, $1 being the tenant and $2 the business as JSON. */

export const BRANCHES = `
INSERT INTO branches (tenant_id, id, names, zone, address, position)
SELECT $1, b.id, b.names, b.zone, b.address, b.position FROM (
  SELECT one.*, row_number() OVER () AS position
  FROM jsonb_to_recordset($2::jsonb -> 'branches') AS one (id text, names jsonb, zone text, address text)) AS b`;

export const HOURS = `
INSERT INTO opening_hours (tenant_id, branch_id, weekday, from_minute, to_minute)
SELECT $1, branch ->> 'id', weekday, "from", "to"
FROM jsonb_array_elements($2::jsonb -> 'branches') AS branch,
  jsonb_to_recordset(branch -> 'hours') AS one (weekday smallint, "from" integer, "to" integer)`;

export const EXCEPTIONS = `
INSERT INTO hours_exceptions (tenant_id, branch_id, day, open, reason)
SELECT $1, branch ->> 'id', date, open, reason
FROM jsonb_array_elements($2::jsonb -> 'branches') AS branch,
  jsonb_to_recordset(branch -> 'exceptions') AS one (date text, open jsonb, reason text)`;

export const RESOURCES = `
INSERT INTO resources (tenant_id, id, branch_id, kind, names, capacity, position, terms)
SELECT $1, one.id, one.branch, one.kind, one.names, one.capacity, place,
  given - ARRAY['id', 'branch', 'kind', 'names', 'capacity']
FROM jsonb_array_elements($2::jsonb -> 'resources') WITH ORDINALITY AS each (given, place),
  jsonb_to_record(given) AS one (id text, branch text, kind text, names jsonb, capacity integer)`;

export const SERVICES = `
INSERT INTO services (tenant_id, id, names, synonyms, minutes, buffer_before, buffer_after, price, deposit_percent, position,
  terms)
SELECT $1, one.id, one.names, one.synonyms, one.minutes, one."bufferBefore", one."bufferAfter", one.price,
  one."depositPercent", place, given - ARRAY['id', 'names', 'synonyms', 'minutes', 'bufferBefore', 'bufferAfter', 'price',
    'depositPercent', 'needs']
FROM jsonb_array_elements($2::jsonb -> 'services') WITH ORDINALITY AS each (given, place),
  jsonb_to_record(given) AS one (id text, names jsonb, synonyms jsonb, minutes integer, "bufferBefore" integer,
    "bufferAfter" integer, price bigint, "depositPercent" integer)`;

export const REQUIREMENTS = `
INSERT INTO requirements (tenant_id, service_id, position, kind, whole)
SELECT $1, service ->> 'id', place, need ->> 'kind', (need ->> 'whole')::boolean
FROM jsonb_array_elements($2::jsonb -> 'services') AS service,
  jsonb_array_elements(service -> 'needs') WITH ORDINALITY AS one (need, place)`;

export const POOLS = `
INSERT INTO requirement_pool (tenant_id, service_id, requirement, resource_id, preference)
SELECT $1, service ->> 'id', place, resource, preference
FROM jsonb_array_elements($2::jsonb -> 'services') AS service,
  jsonb_array_elements(service -> 'needs') WITH ORDINALITY AS one (need, place),
  jsonb_array_elements_text(need -> 'pool') WITH ORDINALITY AS two (resource, preference)`;
