/** What `npm run chat -- FILE…` does with its files: plays them, measures what they reach, or plays them under noise. */
import { FLOWS } from '../../dialogs/flows';
import type { Database } from '../../platform/database';
import { coverageOf, coverageText } from './reach/report';
import { mutated, type Mutation } from './mutate';
import { mutationReport, mutationText } from './mutate/report';
import { summaryText } from './report';
import { runFiles, type RunOptions } from './run';
import type { TurnNote } from './turnNotes';

export interface Wanted {
  readonly files: readonly string[];
  readonly coverage: boolean;
  readonly mutation: Mutation | null;
  readonly seed: number;
  readonly onResult?: RunOptions['onResult'];
}

/** What is shown, as text and as JSON, and whether all is well. */
export interface Outcome {
  readonly text: string;
  readonly json: object;
  readonly ok: boolean;
}

export function playWanted(databases: readonly Database[], wanted: Wanted): Promise<Outcome> {
  const { mutation } = wanted;
  if (mutation) return underNoise(databases, wanted, mutation);
  return wanted.coverage ? withCoverage(databases, wanted) : plainly(databases, wanted);
}

async function plainly(databases: readonly Database[], { files, onResult }: Wanted): Promise<Outcome> {
  const summary = await runFiles(databases, files, onResult ? { onResult } : {});
  return { text: summaryText(summary), json: summary, ok: summary.failed === 0 };
}

/** Not all reached is no failure of the files: only a file that fails is. */
async function withCoverage(databases: readonly Database[], { files, onResult }: Wanted): Promise<Outcome> {
  const notes: TurnNote[] = [];
  const summary = await runFiles(databases, files, {
    ...(onResult && { onResult }),
    onNotes: (more) => void notes.push(...more),
  });
  const coverage = coverageOf(FLOWS, notes);
  return {
    text: `${summaryText(summary)}\n\n${coverageText(coverage)}`,
    json: { ...summary, coverage },
    ok: summary.failed === 0,
  };
}

/** The exit code tells whether noise broke what held without it. */
async function underNoise(
  databases: readonly Database[],
  { files, seed, onResult }: Wanted,
  mutation: Mutation,
): Promise<Outcome> {
  const telling = onResult ? { onResult } : {};
  const plain = await runFiles(databases, files, telling);
  const noisy = await runFiles(databases, files, {
    ...telling,
    change: (chat) => mutated(chat, mutation, seed),
  });
  const report = mutationReport({ mutation, seed }, plain, noisy);
  return { text: mutationText(report), json: report, ok: report.broke.length === 0 };
}
