/** Judges real answers by the published document alone, as a client that was made from it would. */
import { z } from 'zod';
import type { Answer } from '../../../setup/product';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Content; readonly headers?: object }>>;
}

type Content = Readonly<Record<string, { readonly schema: object }>>;

export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object };
}

/** What is wrong with an answer, a line each; nothing is what a test wants. */
export function faultsOf(document: Document, method: string, path: string, answer: Answer): string[] {
  const reply = document.paths[path]?.[method]?.responses[String(answer.status)];
  if (!reply) return [`${method} ${path} does not document ${String(answer.status)}`];
  const missing = Object.keys(reply.headers ?? {}).filter(
    (name) => name !== 'Idempotency-Replayed' && !answer.headers.has(name),
  );
  return [
    ...missing.map((name) => `${method} ${path} answered without ${name}`),
    ...bodyFaults(document, reply.content, answer),
  ];
}

function bodyFaults(document: Document, content: Content | undefined, answer: Answer): string[] {
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (!content) return type === '' ? [] : [`a body of ${type} is not documented`];
  const schema = content[type]?.schema;
  if (!schema) return [`${type} is not documented`];
  const result = validatorOf(document, schema).safeParse(answer.body);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function validatorOf({ components }: Document, schema: object): z.ZodType {
  const whole = JSON.stringify({ ...schema, $defs: components.schemas });
  const local = whole.replaceAll('"#/components/schemas/', '"#/$defs/');
  return z.fromJSONSchema(JSON.parse(local) as Parameters<typeof z.fromJSONSchema>[0]);
}
