/** What a benchmark found: figures beside their peers and what they must reach. */

export interface Figure {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  /** The same thing done by somebody else in the same run; null is not measured. */
  readonly peer?: { readonly name: string; readonly value: number | null };
  readonly must?: { readonly rule: string; readonly met: boolean };
}

export interface BenchResult {
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly machine: { readonly node: string; readonly cores: number; readonly cpu: string };
}

export interface Bench {
  readonly name: string;
  /** @param progress hears one short line per step. */
  run(progress: (line: string) => void): Promise<readonly Figure[]>;
}

/** The value below which `share` of the sorted samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function asText(result: BenchResult): string {
  const lines = result.figures.map((figure) => {
    const peer = figure.peer ? `   ${figure.peer.name}: ${rounded(figure.peer.value)} ${figure.unit}` : '';
    const must = figure.must ? `   must ${figure.must.rule}: ${figure.must.met ? 'met' : 'MISSED'}` : '';
    return `  ${figure.name.padEnd(36)} ${rounded(figure.value).padStart(10)} ${figure.unit}${peer}${must}`;
  });
  return [
    `${result.name} (Node ${result.machine.node}, ${result.machine.cores} × ${result.machine.cpu})`,
    ...lines,
  ].join('\n');
}

function rounded(value: number | null): string {
  return value === null ? 'not measured' : value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
