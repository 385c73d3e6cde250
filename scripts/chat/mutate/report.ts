/** What noise did to a suite: how many files held before and after, and which broke. */
import { oneFailure, type FileResult, type RunSummary } from '../report';
import type { Mutation } from '.';

export interface MutationReport {
  readonly mutation: Mutation;
  readonly seed: number;
  readonly files: number;
  /** Share of files that pass as they are written, percent. */
  readonly before: number;
  /** Share of files that pass under noise, percent. */
  readonly after: number;
  /** How many points were lost. */
  readonly lost: number;
  /** Passed before, and failed under noise. */
  readonly broke: readonly FileResult[];
}

export function mutationReport(
  { mutation, seed }: { readonly mutation: Mutation; readonly seed: number },
  plain: RunSummary,
  noisy: RunSummary,
): MutationReport {
  const passed = new Set(plain.files.filter((result) => result.passed).map(({ file }) => file));
  const before = percent(plain.passed, plain.files.length);
  const after = percent(noisy.passed, noisy.files.length);
  const broke = noisy.files.filter((result) => !result.passed && passed.has(result.file));
  return { mutation, seed, files: plain.files.length, before, after, lost: round(before - after), broke };
}

export function mutationText({ mutation, seed, files, before, after, lost, broke }: MutationReport): string {
  const head = `${mutation} (seed ${seed}): ${before} % of ${files} files before, ${after} % after, ${lost} points lost`;
  return [...broke.map(brokenText), head].join('\n\n');
}

function brokenText({ file, talk, failures }: FileResult): string {
  const lines = talk.map((line) => `    ${line}`);
  return [`BROKE ${file}`, ...lines, ...failures.slice(0, 1).map((each) => oneFailure(file, each))].join(
    '\n',
  );
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : round((part / whole) * 100);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
