/** What a benchmark found: figures beside their peers and what they must reach. */

export interface Figure {
  readonly name: string;
  /** Null is not measured. */
  readonly value: number | null;
  readonly unit: string;
  /** The same thing done by somebody else in the same run; null is not measured. */
  readonly peer?: { readonly name: string; readonly value: number | null };
  readonly must?: { readonly rule: string; readonly met: boolean };
  /** Lines that prove it, such as a query's plan. */
  readonly proof?: readonly string[];
}

export interface Machine {
  readonly node: string;
  readonly cores: number;
  readonly cpu: string;
  /** Processes that wanted a core, on average over the minute before the benchmark began: with more than `cores` use ratios alone. */
  readonly load: number;
}

export interface BenchResult {
  readonly name: string;
  /** ISO instant of the benchmark's begin. */
  readonly at: string;
  readonly figures: readonly Figure[];
  readonly machine: Machine;
}

export interface BenchOptions {
  /** Also what takes many minutes and gigabytes. */
  readonly huge: boolean;
}

/** Hears one short line per step. */
export type Progress = (line: string) => void;

export interface Bench {
  readonly name: string;
  run(progress: Progress, options: BenchOptions): Promise<readonly Figure[]>;
}

/** The value below which `share` of the samples lie; NaN of none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A must that a figure may not exceed; not met where nothing was measured. */
export function atMost(most: number, unit: string, value: number | null): NonNullable<Figure['must']> {
  return { rule: `≤ ${String(most)} ${unit}`.trimEnd(), met: value !== null && value <= most };
}

/** What was promised and not reached, a line each. */
export function missed(results: readonly BenchResult[]): readonly string[] {
  return results.flatMap(({ name, figures }) =>
    figures.flatMap((figure) =>
      figure.must?.met === false ? [`${name}: ${figure.name}, must ${figure.must.rule}`] : [],
    ),
  );
}

export function asText(result: BenchResult): string {
  const { node, cores, cpu, load } = result.machine;
  const width = Math.max(...result.figures.map((figure) => figure.name.length));
  return [
    `${result.name} (Node ${node}, ${String(cores)} × ${cpu}, load ${load.toFixed(1)}, ${result.at})`,
    ...result.figures.flatMap((figure) => linesOf(figure, width)),
  ].join('\n');
}

function linesOf(figure: Figure, width: number): readonly string[] {
  const { name, value, unit, peer, must, proof = [] } = figure;
  const beside = peer ? `   ${peer.name}: ${amount(peer.value, unit)}` : '';
  const verdict = must ? `   must ${must.rule}: ${must.met ? 'met' : 'MISSED'}` : '';
  const line = `  ${name.padEnd(width)} ${amount(value, unit).padStart(15)}`;
  return [`${line}${beside}${verdict}`, ...proof.map((each) => `      ${each}`)];
}

/** A value with its unit, where it was measured. */
export function amount(value: number | null, unit: string): string {
  return value === null ? rounded(value) : `${rounded(value)} ${unit}`.trimEnd();
}

/** Three digits that mean something; whole numbers as they are. */
export function rounded(value: number | null): string {
  if (value === null) return 'not measured';
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
