/** Reads a request's query or body by a schema; what does not fit is a 422 that names place, value and rule. */
import type { z } from 'zod';
import { Unprocessable } from '../platform/errors';

/** @throws Unprocessable `invalid` with `errors: [{place, value, rule}]`, and those of the first of them at the top */
export function parsed<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    place: issue.path.join('.'),
    value: valueAt(input, issue.path),
    rule: issue.message,
  }));
  throw new Unprocessable('invalid', errors.map((error) => `${error.place}: ${error.rule}`).join('; '), {
    ...errors[0],
    errors,
  });
}

/** Long values are cut: the answer is about them, it need not repeat them. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  const value = path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    input,
  );
  return typeof value === 'string' ? value.slice(0, 100) : (value ?? null);
}
