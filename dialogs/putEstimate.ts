/** An estimate is told in a message that we send first: it is the question from then on, and what ran before waits below it. */
import type { EstimateView } from '../commands/visitTypes';
import type { Millis } from '../platform/clock';
import type { Fact, Saying } from '../locales/saying';
import { approve } from './flows/approve';
import { ANSWERS, ESTIMATE } from './flows/approve/answers';
import { ALL_OR_NOTHING } from './flows/approve/ask';
import { putFrom, putIn, type Put } from './flows/approve/put';
import { isRecord, toJson } from './json';
import { asksFirst } from './prompts';
import { slotText } from './turn';
import type { Asked, Frame, Talk } from './talk';

/** The keys of sayings that tell an estimate (`commands/estimateNotice`). */
const TELLING = ['estimate.sent', 'estimate.changed'];

/** What can be tapped beneath it. */
export function choicesOfNotice({ key }: Saying): readonly Fact[] {
  return TELLING.includes(key) ? ALL_OR_NOTHING.map(({ label }) => label) : [];
}

export interface ToldEstimate {
  readonly estimate: EstimateView;
  readonly saying: Saying;
  /** Of the message, in the transcript. */
  readonly number: number;
  /** As they are worded in the message. */
  readonly labels: readonly string[];
  readonly now: Millis;
  /** When the question that stood before it reached the customer. */
  readonly handedAt: Millis | null;
  readonly newId: () => string;
}

/** How long its message is an open question that a late answer finds. */
const OPEN_MILLIS = 7 * 24 * 60 * 60_000;

/** A newer version takes the place of the older: what was said to that one is no answer to this. Null: there is nothing to ask. */
export function putEstimate(talk: Talk, told: ToldEstimate): Talk | null {
  const put = putFrom(told.estimate);
  if (!put || put.anew) return null;
  const frame = frameFor(talk, put, told);
  const others = talk.frames.filter(({ id }) => id !== frame.id);
  const choices = ALL_OR_NOTHING.map(({ acts }, index) => ({ label: told.labels[index] ?? '', acts }));
  const { number, now, handedAt, saying } = told;
  const label: Fact = { kind: 'code', text: put.reference };
  const prompt = { number, step: ANSWERS, about: put.id, label, choices, until: now + OPEN_MILLIS };
  const asking = asksFirst(talk, prompt, handedAt, now);
  const lines = put.lines.map(({ title }) => title);
  // a question of its request, not one that its choices answer by themselves: single lines can be answered too
  const asked: Asked = {
    ...({ asking: 'line', step: ANSWERS, frame: frame.id, choices, lines, shown: toJson(put) } as const),
    ...{ number, misses: 0, until: prompt.until },
  };
  return { ...asking, frames: [...others, frame], asked, last: [saying], at: now };
}

/** Titles of the estimate that waits on top: single lines of it can be answered whatever was asked beside it. */
export function linesPut(frames: Talk['frames']): readonly string[] | undefined {
  const top = frames.at(-1);
  const put = top?.flow === approve.id ? putIn(top.slots[ESTIMATE]) : null;
  return put?.lines.map(({ title }) => title);
}

function frameFor({ frames }: Talk, put: Put, { now, newId }: ToldEstimate): Frame {
  const standing = frames.find(({ flow, slots }) => {
    const kept = slots[ESTIMATE];
    return flow === approve.id && isRecord(kept) && slotText(kept, 'id') === put.id;
  });
  const slots = { [ESTIMATE]: toJson(put) };
  return {
    ...{ id: standing?.id ?? newId(), flow: approve.id, version: approve.version },
    ...{ slots, facts: {}, startedAt: now },
  };
}
