/** A YAML text as plain data that still knows at which line and column each part of it stands. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import type { Problem } from './problem';

export type Path = readonly PropertyKey[];
/** The name of a part, or what it is set to. */
export type Part = 'key' | 'value';

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface ReadDocument {
  readonly value: unknown;
  /** Where a part stands; of one that is missing, where it should be. */
  place(path: Path, part: Part): Place;
  /** What YAML itself refuses: then `value` is not to be relied on. */
  readonly problems: readonly Problem[];
}

export function readDocument(text: string): ReadDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = document.errors.map((error) => syntaxProblem(error, text, placeOf(error.pos[0])));
  if (problems.length === 0) keepNumbersAsWritten(document);
  return {
    value: problems.length === 0 ? plain(document) : undefined,
    place: (path, part) => placeOf(offsetOf(document, path, part)),
    problems,
  };
}

function plain(document: Document): unknown {
  return document.toJS({ maxAliasCount: 1000 }) as unknown;
}

/** `+493012345678` and `0049…` are numbers to YAML, and telephone numbers to whoever wrote them. */
function keepNumbersAsWritten(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      const written = node.source;
      if (typeof node.value === 'number' && written !== undefined && /^(\+|0\d)/.test(written))
        node.value = written;
    },
  });
}

function syntaxProblem(error: YAMLError, text: string, place: Place): Problem {
  const [said = error.message] = error.message.split('\n');
  const sentence = said.replace(/[.:]?\s*$/, '');
  const [name = ''] = /^[^:\r\n]+/.exec(text.slice(error.pos[0])) ?? [];
  if (error.code === 'DUPLICATE_KEY')
    return {
      ...place,
      path: name,
      value: null,
      rule: `${name} stands twice in one place: it may be given once.`,
    };
  const rule = `This is not YAML: ${sentence}.`;
  return { ...place, path: '', value: null, rule };
}

function offsetOf(document: Document, path: Path, part: Part): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const child = childOf(node, step);
    if (child === null) return offset;
    const wanted = part === 'key' && depth === path.length - 1 ? child.key : child.value;
    offset = startOf(wanted) ?? startOf(child.key) ?? startOf(child.value) ?? offset;
    node = child.value;
  }
  return offset;
}

function childOf(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair ? { key: pair.key, value: pair.value } : null;
  }
  if (!isSeq(node) || typeof step !== 'number') return null;
  const value = node.items[step];
  return value === undefined ? null : { key: value, value };
}

/** An empty value has a node without width right after its key: its key is the better place to point at. */
function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
    return undefined;
  const [start, end] = node.range as number[];
  return start === end ? undefined : start;
}
