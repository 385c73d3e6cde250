/** What the engine did in a turn, in order: which step of which flow came to what, and which repairs it took. It decides nothing. */

/** Ways to keep the thread that have no words of their own; the others are known by what is said. */
export const REPAIRS = [
  /** What stood was told anew. */
  'correction',
  /** Something was asked by the way, and what was asked before is asked again. */
  'digression',
  /** A request went on after the one above it was over. */
  'resumed',
  /** A request was let go. */
  'dropped',
  /** The last words again. */
  'repeated',
  /** Nothing was understood: once, twice, three times in a row. */
  'missed once',
  'missed twice',
  'missed thrice',
] as const;
export type Repair = (typeof REPAIRS)[number];

export type Traced =
  | {
      readonly kind: 'step';
      readonly flow: string;
      /** The request that was walked. */
      readonly frame: string;
      readonly step: string;
      /** `asked`, `settled`, `unneeded`, `readBack`, `anew`, `yes`, `no`, `said`, `lapsed`, `undone`, or the kind of a command's result. */
      readonly outcome: string;
    }
  | { readonly kind: 'repair'; readonly repair: Repair };

/** Notes what a step came to; several readings of a flow in one turn note it once. */
export function traceStep(
  trace: Traced[],
  { id, flow }: { readonly id: string; readonly flow: string },
  step: string,
  outcome: string,
): void {
  const noted = trace.some(
    (each) => each.kind === 'step' && each.frame === id && each.step === step && each.outcome === outcome,
  );
  if (!noted) trace.push({ kind: 'step', flow, frame: id, step, outcome });
}

export function traceRepair(trace: Traced[], repair: Repair): void {
  if (!trace.some((each) => each.kind === 'repair' && each.repair === repair)) {
    trace.push({ kind: 'repair', repair });
  }
}
