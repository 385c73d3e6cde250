/** A talk with the real bot for properties: messages in, and after each what was said and what is kept. */
import type { Database } from '../../../platform/database';
import { parseChat } from '../../../scripts/chat/parse';
import { Session } from '../../../scripts/chat/session';
import type { State } from '../../../scripts/chat/state';

/** @param header the header lines of a conversation file */
export async function openTalk(database: Database, header: readonly string[]): Promise<Session> {
  const { header: parsed } = parseChat('a property', [...header, 'user: hi'].join('\n'));
  return Session.open(database, parsed);
}

/** Messages that wait together; answers once they are answered. */
export async function say(talk: Session, texts: readonly string[]): Promise<State> {
  for (const [index, text] of texts.entries()) {
    await talk.say({ kind: 'text', text, argument: '' }, index > 0);
  }
  await talk.answer();
  return talk.state();
}

/** All that must be the same whatever way it was reached: no references, no words. */
export function comparable(state: State): object {
  const { bookings, holds, conversation, customer, estimates, orders, waitlist, tasks } = state;
  const bare = (all: State['bookings']): object[] =>
    all.map((booking) => ({ ...booking, reference: undefined })).sort(byStart);
  return {
    ...{ conversation, customer, estimates, orders, waitlist },
    bookings: bare(bookings),
    holds: bare(holds),
    tasks: tasks.map(({ kind }) => kind),
  };
}

function byStart(left: { readonly start: string }, right: { readonly start: string }): number {
  return left.start.localeCompare(right.start);
}
