/** All that happened in a stored conversation, in the order of time: turns, what was told between them, what staff did. */
import type { StoredConversation, StoredTurn } from '../../bot/storedTurns';
import type { StaffDeedRow, TranscriptRow } from '../../models/statements/journal';
import type { Millis } from '../../platform/clock';

export type Event =
  | { readonly kind: 'turn'; readonly at: Millis; readonly turn: StoredTurn }
  | { readonly kind: 'told'; readonly at: Millis; readonly message: TranscriptRow }
  | { readonly kind: 'deed'; readonly at: Millis; readonly deed: StaffDeedRow };

/** What happened in one instant keeps the order of the transcript; a deed stands before the message that tells of it. */
export function eventsOf({ turns, transcript, deeds }: StoredConversation): readonly Event[] {
  const told = transcript.filter(({ author, turn }) => author !== 'customer' && turn === null);
  const placed: readonly (readonly [place: number, event: Event])[] = [
    ...turns.map((turn): [number, Event] => [
      turn.messages[0]?.number ?? Infinity,
      { kind: 'turn', at: turn.messages[0]?.receivedAt ?? turn.at, turn },
    ]),
    ...told.map((message): [number, Event] => [
      message.number,
      { kind: 'told', at: message.createdAt, message },
    ]),
    ...deeds.map((deed): [number, Event] => [
      (told.find(({ text }) => text.includes(deed.reference))?.number ?? Infinity) - 0.5,
      { kind: 'deed', at: deed.at, deed },
    ]),
  ];
  const inOrder = [...placed].sort(([first, one], [second, other]) =>
    one.at === other.at ? compare(first, second) : one.at - other.at,
  );
  return inOrder.map(([, event]) => event);
}

function compare(first: number, second: number): number {
  return first === second ? 0 : first < second ? -1 : 1;
}
