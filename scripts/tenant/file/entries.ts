/** A business file taken apart: its header, and each branch, person, bay, room, piece of equipment and service by itself. */
import type { z } from 'zod';
import type { Resource } from '../../../scheduling/business';
import type { Findings } from './findings';
import * as shape from './shape';

/** The sections that hold resources, in the order in which they are listed. */
export const SECTIONS: readonly { readonly section: string; readonly kind: Resource['kind'] }[] = [
  { section: 'people', kind: 'person' },
  { section: 'bays', kind: 'bay' },
  { section: 'rooms', kind: 'room' },
  { section: 'equipment', kind: 'equipment' },
];

/** One named part of a section; `entry` is null where something in it is wrong, so that others may still refer to it. */
export interface Named<Entry> {
  readonly id: string;
  readonly path: readonly [string, string];
  readonly entry: Entry | null;
}

export interface Entries {
  /** Null where something in it is wrong. */
  readonly header: shape.Header | null;
  /** Known even where the rest of the header is wrong. */
  readonly languages: readonly string[] | null;
  readonly currency: string | null;
  readonly branches: readonly Named<shape.BranchEntry>[];
  readonly resources: readonly (Named<shape.ResourceEntry> & { readonly kind: Resource['kind'] })[];
  readonly services: readonly Named<shape.ServiceEntry>[];
}

/** Reads every part by its schema; one that is wrong hides nothing of the others. */
export function readEntries(value: unknown, findings: Findings): Entries {
  const header = checked(shape.header, value, [], findings);
  const { languages, currency } = shape.header.shape;
  return {
    header,
    languages: languages.safeParse(fieldOf(value, 'languages')).data ?? null,
    currency: currency.safeParse(fieldOf(value, 'currency')).data ?? null,
    branches: named(shape.branch, value, 'branches', findings),
    resources: SECTIONS.flatMap(({ section, kind }) =>
      named(shape.resource, value, section, findings).map((each) => ({ ...each, kind })),
    ),
    services: named(shape.service, value, 'services', findings),
  };
}

function named<Entry>(
  schema: z.ZodType<Entry>,
  value: unknown,
  section: string,
  findings: Findings,
): Named<Entry>[] {
  const entries = fieldOf(value, section);
  if (!isObject(entries)) return [];
  return Object.keys(entries).map((id) => {
    const path = [section, id] as const;
    return { id, path, entry: checked(schema, entries[id], path, findings) };
  });
}

function checked<Output>(
  schema: z.ZodType<Output>,
  value: unknown,
  path: readonly string[],
  findings: Findings,
): Output | null {
  const read = schema.safeParse(value);
  if (!read.success) findings.issues(path, read.error);
  return read.success ? read.data : null;
}

function fieldOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
