/** What an agent should know at a glance: the customer's own words, and the requests that run with what is known of them. */
import { nameIn, wording } from '../../locales';
import type { Names } from '../../scheduling/business';
import { answeredIn } from '../flows/approve/answers';
import { HOLD, bookingIn } from '../flows/booking/hold';
import { wishOf } from '../asks/when/wish';
import { branchById, momentFact, serviceOf } from '../facts';
import type { Said } from '../said';
import type { Frame } from '../talk';
import { flowOf, slotRecord, slotText, type Turn } from '../turn';

/** The team reads English until the desk has languages of its own. */
const TEAM = 'en';

/** @param said what was just said, quoted; a person reads better what a person wrote */
export function summaryOf(turn: Turn, said: readonly Said[] = []): string {
  const drafts = turn.frames.filter((frame) => flowOf(turn, frame).id !== 'human');
  const running = drafts.map((frame) => lineOf(turn, frame));
  return [wordsOf(said), running.length > 0 ? running.join('\n') : 'Nothing is being made.']
    .filter((part) => part !== '')
    .join('\n');
}

/** As it was written, each message once. */
export function wordsOf(said: readonly Said[]): string {
  const texts = [...new Set(said.map(({ message }) => message.text?.trim() ?? ''))].filter(
    (text) => text !== '',
  );
  return texts.map((text) => `“${text}”`).join('\n');
}

function lineOf(turn: Turn, frame: Frame): string {
  const { slots } = frame;
  const { business } = turn.world;
  const parts = [
    named(serviceOf(business, slotText(slots, 'service'))?.names),
    named(branchById(business, slotText(slots, 'branch'))?.names),
    slotText(slotRecord(slots, 'asset') ?? {}, 'label'),
    timeOf(frame),
    slotText(slots, 'name'),
    estimateText(frame),
  ];
  return `${PURPOSES[frame.flow] ?? frame.flow}: ${parts.filter((part) => part !== undefined).join(', ') || 'just begun'}`;
}

const PURPOSES: Partial<Record<Frame['flow'], string>> = {
  book: 'Booking',
  availability: 'Looking for a time',
  reschedule: 'Moving an appointment',
  cancel: 'Cancelling an appointment',
  approve: 'Answering an estimate',
  estimate: 'Asking for a price',
  callback: 'Asking for a call back',
  complaint: 'Complaining',
};

function named(names: Names | undefined): string | undefined {
  return names && nameIn(names, TEAM);
}

/** The held time; while nothing is held the day or hour that was wished for. */
function timeOf({ slots, facts }: Frame): string | undefined {
  const held = facts[HOLD];
  if (held) return `holds ${wording(TEAM).fact(momentFact(bookingIn(held.value).start))}`;
  const wish = wishOf(slots['when']);
  const wished = [wish?.date?.value, wish?.time?.value].filter((part) => part !== undefined);
  return wished.length > 0 ? `wishes ${wished.join(' ')}` : undefined;
}

function estimateText({ slots }: Frame): string | undefined {
  const put = answeredIn(slots)?.put;
  return (
    put &&
    `${put.reference}, version ${String(put.version)}: ${put.lines.map(({ title }) => title).join(', ')}`
  );
}
