/** The customer's yes and no by line, as they are gathered over one or several messages. */
import { isRecord } from '../../json';
import type { Json } from '../../talk';
import type { Slots } from '../../flow';
import { putIn, type Put, type PutLine } from './put';

export const ESTIMATE = 'estimate';
export const ANSWERS = 'answers';
/** One word to all that was put to them: nothing is left to be read back. */
export const PLAIN = 'plain';
/** Kept beside the deeds: what they had before their eyes, and what they wrote. */
export const SAID = 'said';

/** By line id. */
export type Answers = ReadonlyMap<number, boolean>;

export function answersIn(slots: Slots): Answers {
  const kept = slots[ANSWERS];
  if (!isRecord(kept)) return new Map();
  return new Map(
    Object.entries(kept).flatMap(([id, verdict]) =>
      typeof verdict === 'boolean' ? [[Number(id), verdict] as const] : [],
    ),
  );
}

export function answersJson(answers: Answers): Json {
  return Object.fromEntries(answers);
}

export interface Answered {
  readonly put: Put;
  readonly yes: readonly PutLine[];
  readonly no: readonly PutLine[];
  readonly open: readonly PutLine[];
}

/** Null where no estimate is put to them. */
export function answeredIn(slots: Slots): Answered | null {
  const put = putIn(slots[ESTIMATE]);
  if (!put) return null;
  const answers = answersIn(slots);
  const those = (verdict: boolean | undefined) => put.lines.filter(({ id }) => answers.get(id) === verdict);
  return { put, yes: those(true), no: those(false), open: those(undefined) };
}
