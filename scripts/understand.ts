/** `npm run -s understand [-- --explain]`: utterances as JSON lines in, what they mean as JSON lines out, in the same order. */
import { createInterface } from 'node:readline';
import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { SLOTS } from '../understanding/acts';
import type { Catalog } from '../understanding/catalog';
import { catalogOf } from '../understanding/catalogOf';
import type { Asking } from '../understanding/expectation';
import { reportOf } from '../understanding/report';
import { understand, type Understood } from '../understanding/understand';
import { demoBusinesses } from './demo/businesses';

const ASKING: readonly Asking[] = [...SLOTS, 'confirm', 'choice', 'line'];

const Line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  lang: z.string().nullish(),
  ref: z.string().refine(isWallTime, 'must be a local time such as 2026-03-27T09:00:00'),
  zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'must be an IANA time zone')
    .default('UTC'),
  tenant: z.string().default('garage'),
  asking: z.enum(ASKING).nullish(),
});
type Line = z.infer<typeof Line>;

interface Failure {
  readonly id: unknown;
  readonly error: { readonly code: string; readonly message: string; readonly line: number };
}

/** Written in blocks: ten thousand lines are ten thousand answers, not as many system calls. */
const BLOCK = 200;

function isWallTime(ref: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(ref) && DateTime.fromISO(ref, { zone: 'UTC' }).isValid;
}

const catalogs = new Map<string, Catalog>();

function catalogFor(slug: string): Catalog | null {
  const known = catalogs.get(slug);
  if (known) return known;
  const business = demoBusinesses.find((demo) => demo.slug === slug);
  if (!business) return null;
  const catalog = catalogOf({ ...business, tenantId: slug, version: 1 }, []);
  catalogs.set(slug, catalog);
  return catalog;
}

/** One line of input becomes one object of output; what is wrong with a line is said in its place. */
function answer(text: string, line: number, explain: boolean): object {
  const json = parsed(text);
  if (json === undefined) return failure(null, 'not-json', 'This line is not JSON.', line);
  const input = Line.safeParse(json);
  if (!input.success) return failure(idOf(json), 'bad-line', problems(input.error), line);
  const catalog = catalogFor(input.data.tenant);
  if (!catalog) return failure(idOf(json), 'unknown-tenant', unknownTenant(input.data.tenant), line);
  const understood = heard(input.data, catalog);
  const report = { id: input.data.id ?? null, ...reportOf(understood, input.data.ref) };
  return explain ? { ...report, explained: understood.trace } : report;
}

function heard({ text, lang, ref, zone, asking }: Line, catalog: Catalog): Understood {
  const expectation = asking ? { asking, choices: [] } : null;
  return understand({ text, language: lang ?? null, ref, zone, asking: expectation, catalog });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
}

function problems(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
}

function unknownTenant(slug: string): string {
  return `tenant: there is no demo business "${slug}"; there are ${demoBusinesses.map((demo) => demo.slug).join(', ')}.`;
}

function failure(id: unknown, code: string, message: string, line: number): Failure {
  return { id, error: { code, message, line } };
}

async function main(words: readonly string[]): Promise<number> {
  const unknown = words.filter((word) => word !== '--explain');
  if (unknown.length > 0) {
    process.stderr.write(
      `understand reads standard input and takes --explain only; "${unknown[0]}" is not built yet.\n`,
    );
    return 2;
  }
  await answerAll(words.includes('--explain'));
  return 0;
}

async function answerAll(explain: boolean): Promise<void> {
  let line = 0;
  let block: string[] = [];
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    block.push(`${JSON.stringify(answer(text, line, explain))}\n`);
    if (block.length < BLOCK) continue;
    process.stdout.write(block.join(''));
    block = [];
  }
  process.stdout.write(block.join(''));
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
