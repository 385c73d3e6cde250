/** What an agent should know at a glance: the request that runs, in ids and local times. Never shown to a customer. */
import { HOLD } from '../flows/booking/hold';
import { slotRecord, slotText, type Turn } from '../turn';
import type { Frame } from '../talk';

export function summaryOf(turn: Turn): string {
  const drafts = turn.frames.map(lineOf);
  return drafts.length > 0 ? drafts.join('; ') : 'no request is running';
}

function lineOf(frame: Frame): string {
  const { slots, facts } = frame;
  const held = facts[HOLD]?.value;
  const start =
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? slotText(held as Frame['slots'], 'start')
      : undefined;
  const parts = [
    slotText(slots, 'service'),
    slotText(slots, 'branch'),
    slotText(slotRecord(slots, 'asset') ?? {}, 'label'),
    start && `holds ${start}`,
    slotText(slots, 'name'),
  ];
  return `${frame.flow}: ${parts.filter((part) => part !== undefined).join(', ') || 'just begun'}`;
}
