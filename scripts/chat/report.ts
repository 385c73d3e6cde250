/** What a run of conversation files found: the talk so far, what was expected and seen, and the state. */
import type { State } from './state';

export interface Failure {
  readonly line: number;
  readonly source: string;
  readonly expected: string;
  readonly seen: string;
  readonly state: State | null;
}

export interface FileResult {
  readonly file: string;
  readonly passed: boolean;
  readonly millis: number;
  readonly failures: readonly Failure[];
  /** The talk as it went, a line a message. */
  readonly talk: readonly string[];
}

export interface RunSummary {
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly files: readonly FileResult[];
}

export function summaryOf(files: readonly FileResult[], seconds: number): RunSummary {
  const passed = files.filter((file) => file.passed).length;
  return { passed, failed: files.length - passed, seconds, files };
}

export function summaryText(summary: RunSummary): string {
  const failures = summary.files.filter((file) => !file.passed).map(failureText);
  const count = `${summary.passed} passed, ${summary.failed} failed`;
  return [...failures, `${count}\nin ${summary.seconds.toFixed(1)} s`].join('\n\n');
}

function failureText(result: FileResult): string {
  const talk = result.talk.map((line) => `    ${line}`).join('\n');
  return [
    `FAILED ${result.file}`,
    talk,
    ...result.failures.map((failure) => oneFailure(result.file, failure)),
  ].join('\n');
}

function oneFailure(file: string, failure: Failure): string {
  const state = failure.state ? `\n    state     ${JSON.stringify(failure.state)}` : '';
  return `  ${file}:${failure.line}  ${failure.source}\n    expected  ${failure.expected}\n    seen      ${failure.seen}${state}`;
}
