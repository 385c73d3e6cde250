/** The OpenAPI document (3.1.1), made from the very schemas that requests are read by. */
import { z } from 'zod';
import type { Access, Endpoint, HeaderName, Reply } from './endpoint';
import { problemSchema } from './problemSchema';

export interface Json {
  readonly [name: string]: unknown;
}

/** Schemas by the name they have in `components`. */
type Components = Map<string, Json>;

const HEADERS: Readonly<Record<HeaderName, string>> = {
  ETag: 'The version of the booking, for If-Match.',
  Location: 'Where it can be read.',
  'Idempotency-Replayed': '`true` where the answer is the one of an earlier request with the same key.',
};

const ACCESS_PROBLEMS: Readonly<Record<Access, Readonly<Record<number, readonly string[]>>>> = {
  none: {},
  public: { 400: ['tenant-required'], 401: ['unknown-key'], 403: ['other-tenant'], 404: ['unknown-tenant'] },
  key: { 401: ['key-required', 'unknown-key'], 403: ['other-tenant'] },
};

const SECURITY: Readonly<Record<Access, readonly Json[]>> = {
  none: [],
  public: [{ tenant: [] }, { apiKey: [] }],
  key: [{ apiKey: [] }],
};

/** @param publicUrl where callers reach us */
export function openApi(endpoints: readonly Endpoint[], publicUrl: string): Json {
  const components: Components = new Map();
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints)
    (paths[endpoint.path] ??= {})[endpoint.method] = operationOf(endpoint, components);
  return {
    openapi: '3.1.1',
    info: {
      title: 'nobat',
      version: '1',
      summary: 'Bookings of a business: what is free, holding it, booking it, changing it.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(endpoints.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(components),
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of the business.' },
        tenant: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Tenant',
          description: 'The short name of the business; enough for what is public.',
        },
      },
    },
  };
}

function operationOf(endpoint: Endpoint, components: Components): Json {
  const { operation, group, summary, explains, access, body } = endpoint;
  return {
    operationId: operation,
    tags: [group],
    summary,
    ...(explains === undefined ? {} : { description: explains }),
    security: SECURITY[access],
    parameters: parametersOf(endpoint, components),
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body, 'input', components)) } } : {}),
    responses: responsesOf(endpoint, components),
  };
}

function parametersOf({ path, query, headers }: Endpoint, components: Components): readonly Json[] {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return [...places, ...fieldsOf(query, 'query', components), ...fieldsOf(headers, 'header', components)];
}

function fieldsOf(fields: z.ZodObject | undefined, where: string, components: Components): readonly Json[] {
  if (!fields) return [];
  const { properties = {}, required = [] } = schemaOf(fields, 'input', components) as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: where,
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function responsesOf({ access, replies, problems }: Endpoint, components: Components): Json {
  const refusals = Object.entries(merged(ACCESS_PROBLEMS[access], problems ?? {}));
  const problem = schemaOf(problemSchema, 'output', components);
  const content = { 'application/problem+json': { schema: problem } };
  return {
    ...Object.fromEntries(
      Object.entries(replies).map(([status, reply]) => [status, replyOf(reply, components)]),
    ),
    ...Object.fromEntries(
      refusals.map(([status, codes]) => [
        status,
        { description: codes.map((code) => `\`${code}\``).join(', '), content },
      ]),
    ),
    default: { description: 'What else goes wrong, `internal` and `unavailable` among it.', content },
  };
}

function merged(
  one: Readonly<Record<number, readonly string[]>>,
  other: Readonly<Record<number, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const statuses = [...new Set([...Object.keys(one), ...Object.keys(other)])].map(Number).sort();
  return Object.fromEntries(
    statuses.map((status) => [status, [...(one[status] ?? []), ...(other[status] ?? [])]]),
  );
}

function replyOf({ says, schema, headers = [] }: Reply, components: Components): Json {
  const told = headers.map((name) => [name, { description: HEADERS[name], schema: { type: 'string' } }]);
  return {
    description: says,
    ...(told.length === 0 ? {} : { headers: Object.fromEntries(told) as Json }),
    ...(schema ? { content: json(schemaOf(schema, 'output', components)) } : {}),
  };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** The JSON Schema of a validator; what has an id is moved to the components and referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Components): Json {
  const made = moved(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
  const { $defs = {} } = made as { readonly $defs?: Readonly<Record<string, Json>> };
  Object.entries($defs).forEach(([name, definition]) => components.set(name, definition));
  return Object.fromEntries(Object.entries(made).filter(([name]) => name !== '$schema' && name !== '$defs'));
}

function moved(schema: Json): Json {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as Json;
}
