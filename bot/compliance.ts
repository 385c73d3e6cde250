/** What is done on the words that carriers and law give a meaning: STOP, the bare CANCEL, START and HELP. */
import { dropRequests } from '../dialogs';
import type { Fact, Saying } from '../locales/saying';
import type { Decide, Decision, Inside } from './decision';
import type { Section, SectionKind } from './sections';
import type { TurnWork } from './turnWork';
import { businessName, worldOf } from './world';

/** The decision of a section that is no ordinary talk; null for talk. */
export function complianceDecision(kind: SectionKind): Decide | null {
  switch (kind) {
    case 'talk':
      return null;
    case 'silent':
      return silence;
    case 'stop':
      return (inside) => optOut(inside, 'turn.stopped');
    case 'cancel-stop':
      return cancelWish;
    case 'start':
      return (inside) => Promise.resolve(optIn(inside));
    case 'help':
      return (inside) => Promise.resolve(help(inside));
  }
}

/** The messages stand in the thread; nothing is answered. */
export function silence({ work }: Inside): Promise<Decision> {
  return Promise.resolve(noting(work));
}

/** Drafts and their holds go with the talk: whoever wants no more messages is not waiting for a question. */
async function optOut(inside: Inside, key: string): Promise<Decision> {
  const { work } = inside;
  const talk = await dropRequests(work.talk, worldOf(inside));
  const sayings = providerConfirms(work.section) ? [] : [{ key, with: { business: businessName(work) } }];
  return { ...noting(work), talk, sayings, kind: 'opt-out', optOut: true };
}

/** The carrier takes the bare CANCEL for STOP; the booking stays, and somebody asks what was meant. */
async function cancelWish(inside: Inside): Promise<Decision> {
  const { messages } = inside.work.section;
  const last = messages.at(-1);
  const key = `cancel-wish ${inside.work.loaded.conversationId} ${String(last?.number ?? 0)}`;
  await inside.commands.raiseTask({ kind: 'cancel-wish', text: last?.text ?? '' }, key);
  return optOut(inside, 'turn.stoppedKeepsBookings');
}

function optIn({ work }: Inside): Decision {
  const sayings: Saying[] = [{ key: 'turn.restarted', with: { business: businessName(work) } }];
  return { ...noting(work), sayings, optOut: false };
}

/** Leaves the talk where it stands: the question that was asked is still open. */
function help({ work }: Inside): Decision {
  const { loaded, business } = work;
  const address = business.branches[0]?.address;
  const facts: Record<string, Fact> = {
    business: businessName(work),
    ...(address ? { address } : {}),
    ...(loaded.account.startsWith('+') ? { phone: { kind: 'code', text: loaded.account } } : {}),
  };
  return { ...noting(work), sayings: [{ key: 'turn.smsHelp', with: facts }] };
}

/** Twilio's own opt-out handling has answered already, and would refuse a message of ours (error 21610). */
export function providerConfirms({ messages }: Pick<Section, 'messages'>): boolean {
  return messages.some((message) => message.details?.['optOutType'] !== undefined);
}

function noting(work: TurnWork): Decision {
  const { loaded, talk } = work;
  return {
    talk: loaded.talk === null ? null : talk,
    language: loaded.language,
    sayings: [],
    choices: [],
    kind: 'reply',
    heard: [],
  };
}
