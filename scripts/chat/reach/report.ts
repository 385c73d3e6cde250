/** Which steps and repairs the files reach, and which none of them does. */
import type { Flows } from '../../../dialogs/turn';
import type { TurnNote } from '../turnNotes';
import { BEYOND_FILES } from './beyondFiles';
import { pointsOf, type Point } from './points';

export interface Coverage {
  readonly percent: number;
  readonly reached: number;
  readonly of: number;
  /** Reached by no file. */
  readonly missing: readonly Point[];
  /** Said to be out of the reach of files, and reached all the same: the list is wrong. */
  readonly reachedAfterAll: readonly Point[];
}

export function coverageOf(flows: Flows, notes: readonly TurnNote[]): Coverage {
  const { all, reachedBy } = pointsOf(flows);
  const seen = new Set(notes.flatMap(reachedBy));
  const beyond = new Set(BEYOND_FILES.map(({ point }) => point));
  const points = all.filter((point) => !beyond.has(point));
  const missing = points.filter((point) => !seen.has(point));
  const reached = points.length - missing.length;
  return {
    percent: Math.floor((reached / points.length) * 1000) / 10,
    reached,
    of: points.length,
    missing,
    reachedAfterAll: [...beyond].filter((point) => seen.has(point)),
  };
}

export function coverageText({ percent, reached, of, missing, reachedAfterAll }: Coverage): string {
  const lines = [
    `${percent} % of flow steps and repairs reached (${reached} of ${of})`,
    ...missing.map((point) => `  not reached  ${point}`),
    ...reachedAfterAll.map((point) => `  reached, though listed as out of reach  ${point}`),
  ];
  return lines.join('\n');
}
