/** A talk as it comes from storage: read by today's program, which keeps what it can and says what it had to set aside. */
import type { Flow, Slots } from './flow';
import { isRecord } from './json';
import type { Frame, Talk } from './talk';
import type { Flows } from './turn';

/** A talk in which nothing was said yet. */
export function freshTalk(): Talk {
  return { format: 1, frames: [], asked: null, introduced: false, last: [] };
}

/**
 * Reads a stored talk. What is no talk of this format begins anew; a frame whose flow does not exist any more is set aside and
 * the rest kept; slots that were renamed are mapped, unknown ones dropped.
 */
export function readStored(json: unknown, flows: Flows): Talk {
  if (!isTalk(json)) return freshTalk();
  const frames = json.frames.flatMap((frame) => frameToday(frame, flows) ?? []);
  const gone = json.frames.filter((frame) => !flows[frame.flow]).map(({ flow }) => flow);
  const asked = json.asked && askedStill(json.asked.frame, frames) ? json.asked : null;
  return { ...json, frames, asked, ...(gone.length > 0 && { setAside: gone }) };
}

function isTalk(json: unknown): json is Talk {
  if (!isRecord(json) || json['format'] !== 1) return false;
  const { frames, last } = json;
  return (
    Array.isArray(frames) &&
    frames.every(isFrame) &&
    Array.isArray(last) &&
    typeof json['introduced'] === 'boolean'
  );
}

function isFrame(json: unknown): json is Frame {
  if (!isRecord(json)) return false;
  return (
    typeof json['id'] === 'string' &&
    typeof json['flow'] === 'string' &&
    isRecord(json['slots']) &&
    isRecord(json['facts'])
  );
}

function askedStill(frame: string | null, frames: readonly Frame[]): boolean {
  return frame === null || frames.some(({ id }) => id === frame);
}

function frameToday(frame: Frame, flows: Flows): Frame | null {
  const flow = flows[frame.flow];
  return flow ? { ...frame, version: flow.version, slots: slotsToday(frame.slots, flow) } : null;
}

function slotsToday(slots: Slots, flow: Flow): Slots {
  const known = slotNames(flow);
  const entries = Object.entries(slots).map(
    ([name, value]) => [flow.renamed?.[name] ?? name, value] as const,
  );
  return Object.fromEntries(entries.filter(([name]) => known.has(name)));
}

function slotNames(flow: Flow): ReadonlySet<string> {
  const asks = flow.steps.flatMap((step) => (step.kind === 'ask' ? [step.ask] : []));
  return new Set([...asks.flatMap(({ slot, beside }) => [slot, ...(beside ?? [])]), ...(flow.given ?? [])]);
}
