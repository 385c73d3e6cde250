/** Gathers what is wrong with a business file, as sentences that say where, what and by which rule. */
import type { z } from 'zod';
import { distance } from '../../../understanding/text/distance';
import type { Part, Path, ReadDocument } from './document';
import type { Problem } from './problem';

type Issue = z.core.$ZodIssue;

const MOST_SHOWN = 60;

export class Findings {
  readonly problems: Problem[] = [];

  constructor(private readonly document: ReadDocument) {}

  /** `services.oil-change.price must be …; it is "free".` */
  must(path: Path, rule: string): void {
    const value = shown(valueAt(this.document.value, path));
    if (value === null) this.refuse(path, `${nameOf(path)} is missing: it must be ${rule}.`);
    else this.refuse(path, `${nameOf(path)} must be ${rule}; it is ${value}.`);
  }

  /** @param rule the whole sentence */
  refuse(path: Path, rule: string, part: Part = 'value'): void {
    const value = shown(valueAt(this.document.value, path));
    this.problems.push({ ...this.document.place(path, part), path: nameOf(path), value, rule });
  }

  /** What a schema says of the part at `base`. */
  issues(base: Path, error: z.ZodError): void {
    error.issues.forEach((issue) => this.issue(base, issue));
  }

  private issue(base: Path, issue: Issue): void {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      issue.keys.forEach((key) => this.unknownKey([...path, key], issue.message));
    } else if (issue.code === 'invalid_key') {
      this.badKey(path, issue.issues[0]?.message ?? issue.message);
    } else if (issue.code === 'custom' && issue.params?.['part'] === 'key') {
      this.badKey(path, issue.message);
    } else {
      const nearest = issue.code === 'invalid_union' ? meantBranch(issue.errors) : null;
      if (nearest === null) this.must(path, issue.message);
      else nearest.forEach((inner) => this.issue(path, inner));
    }
  }

  private badKey(path: Path, rule: string): void {
    const where = path.length > 1 ? `${nameOf(path.slice(0, -1))}: ` : '';
    this.refuse(path, `${where}${JSON.stringify(path.at(-1))} must be ${rule}.`, 'key');
  }

  /** @param known the keys that there are, with commas */
  private unknownKey(path: Path, known: string): void {
    const nearest = nearestOf(String(path.at(-1)), known.split(', '));
    const hint = nearest === null ? `known are: ${known}` : `did you mean ${nearest}?`;
    this.refuse(path, `${nameOf(path)} is not known here; ${hint}${hint.endsWith('?') ? '' : '.'}`, 'key');
  }
}

/** Of several shapes the one that fits outside and is wrong within; null where none fits even outside. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  return branches.find((issues) => issues.length > 0 && !issues.some(isOfOtherKind)) ?? null;
}

function isOfOtherKind({ code, path }: Issue): boolean {
  return path.length === 0 && ['invalid_type', 'invalid_value', 'invalid_union'].includes(code);
}

/** The known word that was probably meant, or null. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  const limit = word.length < 5 ? 1 : 2;
  const near = known
    .map((each) => ({ each, far: distance(word, each, limit) }))
    .filter(({ far }) => far <= limit);
  return near.sort((left, right) => left.far - right.far)[0]?.each ?? null;
}

/** `branches.mitte.hours`, `services.cut.needs[0]`. */
export function nameOf(path: Path): string {
  if (path.length === 0) return 'The file';
  return path.reduce<string>(
    (name, step) =>
      typeof step === 'number'
        ? `${name}[${String(step)}]`
        : `${name}${name === '' ? '' : '.'}${String(step)}`,
    '',
  );
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (found, step) => (isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined),
    value,
  );
}

function isObject(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  if (value === null) return 'empty';
  const text = JSON.stringify(value);
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}…`;
}
