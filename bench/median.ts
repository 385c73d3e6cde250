/** How long a piece of work takes: the median of many goes, behind a warm-up. */
import { quantile } from './report';

export interface Patience {
  readonly warmUpMillis: number;
  readonly millis: number;
  /** At least so many goes, however long they take. */
  readonly samples: number;
}

const USUAL: Patience = { warmUpMillis: 100, millis: 250, samples: 3 };

/** Microseconds. */
export function medianMicros(work: () => unknown, patience: Patience = USUAL): number {
  const warm = performance.now() + patience.warmUpMillis;
  do work();
  while (performance.now() < warm);
  const samples: number[] = [];
  const until = performance.now() + patience.millis;
  while (samples.length < patience.samples || performance.now() < until) {
    const began = performance.now();
    work();
    samples.push((performance.now() - began) * 1000);
  }
  return quantile(samples, 0.5);
}

/** The same for work that waits: milliseconds of every go. */
export async function samplesOf(
  work: () => Promise<unknown>,
  patience: Patience,
): Promise<readonly number[]> {
  const warm = performance.now() + patience.warmUpMillis;
  do await work();
  while (performance.now() < warm);
  const samples: number[] = [];
  const until = performance.now() + patience.millis;
  while (samples.length < patience.samples || performance.now() < until) samples.push(await millisOf(work));
  return samples;
}

/** Milliseconds of one go. */
export async function millisOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
