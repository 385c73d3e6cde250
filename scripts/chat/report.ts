/** What a run of conversation files found: the talk so far, what was expected and seen, and the state. */
import type { State } from './state';

export interface Failure {
  readonly line: number;
  readonly source: string;
  readonly expected: string;
  readonly seen: string;
  readonly state: State | null;
  /** How many lines of the talk had been said by then; absent: all. */
  readonly talk?: number;
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
  const shown = result.failures.map(({ talk }) => talk ?? result.talk.length);
  const parts = result.failures.map((failure, index) => {
    const from = index === 0 ? 0 : (shown[index - 1] ?? 0);
    const talk = result.talk.slice(from, shown[index]).map((line) => `    ${line}`);
    return [...talk, oneFailure(result.file, failure)].join('\n');
  });
  return [`FAILED ${result.file}`, ...parts].join('\n');
}

/** Where, what was written there, expected and seen, and what is kept of it. */
export function oneFailure(file: string, failure: Failure): string {
  const { line, source, expected, seen, state } = failure;
  return [
    `  ${file}:${line}  ${source}`,
    `    expected  ${expected}`,
    `    seen      ${seen.replaceAll('\n', '\n              ')}`,
    ...(state ? stateLines(state) : []),
  ].join('\n');
}

/** What is there; empty lists and absent values say nothing. */
function stateLines(state: State): readonly string[] {
  const { sent, ...kept } = state;
  const entries = Object.entries(kept).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  const kinds = sent.map(({ kind, text }) => `${kind} of ${text.length} characters`);
  return [
    ...entries.map(([name, value]) => `    ${name.padEnd(13)} ${JSON.stringify(value)}`),
    `    ${'sent'.padEnd(13)} ${kinds.join(', ') || 'nothing'}`,
  ];
}
