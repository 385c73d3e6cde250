/** The words of the command line: which benchmarks to run, and how. */
import type { BenchOptions } from './report';

export interface Words extends BenchOptions {
  readonly names: readonly string[];
  /** One JSON object on standard output instead of lines. */
  readonly json: boolean;
  /** Exit with 1 when a must is missed. */
  readonly check: boolean;
}

const FLAGS = ['--json', '--check', '--huge', '--peers'];

/** What was asked, each name once and in the order given, or one sentence on what is wrong with it. */
export function readWords(words: readonly string[], known: readonly string[]): Words | string {
  const names = [...new Set(words.filter((word) => !word.startsWith('--')))];
  const strange = words.find((word) => word.startsWith('--') && !FLAGS.includes(word));
  if (strange !== undefined) return `bench does not know ${strange}; it knows ${FLAGS.join(' ')}`;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return `bench has no "${unknown}"; it has ${known.join(', ')}`;
  if (names.length === 0) return `bench takes one or more of: ${known.join(', ')}`;
  const has = (flag: string): boolean => words.includes(flag);
  return { names, json: has('--json'), check: has('--check'), huge: has('--huge') };
}
