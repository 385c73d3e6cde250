/** What an agreed time becomes when the rules of its zone have changed: the wall time stays, the instants follow it. */
import type { LocalDateTime, Minute } from './business';
import { offsetAt, toInstant, toLocal, validZone, type LocalInstant } from './zone';

/** What a zone says of its clocks; an argument, so that a change of the rules can be tried before a country makes it. */
export interface ZoneRules {
  knows(zone: string): boolean;
  toInstant(local: LocalDateTime, zone: string): LocalInstant;
  toLocal(minute: Minute, zone: string): LocalDateTime;
  /** Minutes east of UTC. */
  offsetAt(minute: Minute, zone: string): number;
}

/** Those of the runtime. */
export const runtimeRules: ZoneRules = { knows: validZone, toInstant, toLocal, offsetAt };

/** A time as it is kept: its wall time and offset as they were agreed, its instants by the rules of that day. */
export interface KeptTime {
  readonly start: Minute;
  readonly end: Minute;
  readonly localStart: LocalDateTime;
  readonly localEnd: LocalDateTime;
  readonly zone: string;
  /** Minutes east of UTC at the start: which of the two, where clocks repeat the hour. */
  readonly offset: number;
}

export type Recomputed =
  | { readonly kind: 'same' }
  /** As long as it was; a clock change within it gives its end another wall time. */
  | {
      readonly kind: 'moved';
      /** Minutes by which both instants move; negative is earlier, 0 when only offset or local end differ. */
      readonly shift: number;
      readonly localEnd: LocalDateTime;
      readonly offset: number;
    }
  /** The wall time does not exist any more. */
  | { readonly kind: 'gap'; readonly nearest: readonly [LocalDateTime, LocalDateTime] }
  | { readonly kind: 'unknown-zone' };

/** By the rules given. An hour that is repeated now is the one with the offset that was agreed, else the nearer one. */
export function recompute(kept: KeptTime, rules: ZoneRules): Recomputed {
  const { zone, localStart } = kept;
  if (!rules.knows(zone)) return { kind: 'unknown-zone' };
  const found = rules.toInstant(localStart, zone);
  if (found.kind === 'gap') return { kind: 'gap', nearest: [found.before, found.after] };
  const start = found.kind === 'exact' ? found.minute : agreed(kept, found, rules);
  const offset = rules.offsetAt(start, zone);
  const localEnd = rules.toLocal(kept.end + start - kept.start, zone);
  if (start === kept.start && offset === kept.offset && localEnd === kept.localEnd) return { kind: 'same' };
  return { kind: 'moved', shift: start - kept.start, localEnd, offset };
}

function agreed(
  { start, zone, offset }: KeptTime,
  { first, second }: Extract<LocalInstant, { kind: 'repeated' }>,
  rules: ZoneRules,
): Minute {
  if (rules.offsetAt(first, zone) === offset) return first;
  if (rules.offsetAt(second, zone) === offset) return second;
  return Math.abs(first - start) <= Math.abs(second - start) ? first : second;
}
