/** Runs a stored turn on today's program, with the journal for an answer to every command: nothing is written anywhere. */
import { readTalk } from '../dialogs';
import { canonical } from '../dialogs/json';
import type { Json } from '../dialogs/talk';
import type { LoadedConversation } from '../models/records';
import type { Tx } from '../platform/database';
import type { Business } from '../scheduling/business';
import { complianceDecision, silence } from './compliance';
import type { Decision, Inside } from './decision';
import { hearMessages } from './hear';
import { answeredCommands, NotInJournal, type AnsweredCommands } from './replayCommands';
import { nextSection } from './sections';
import type { StoredConversation, StoredTurn } from './storedTurns';
import { decideTalk } from './talkTurn';
import type { TurnJournal } from './turnJournal';
import type { TurnWork } from './turnWork';
import type { Wires } from './wires';
import { mayBeSent, wordTurn } from './wordTurn';

/** What is compared, in the order in which it comes about. */
export type Aspect = 'section' | 'acts' | 'commands' | 'sayings' | 'choices' | 'text';

export interface Difference {
  readonly aspect: Aspect;
  readonly then: unknown;
  readonly now: unknown;
}

export interface ReplayedTurn {
  readonly turn: number;
  /** `unreadable`: it failed then, or an older program wrote it. */
  readonly kind: 'same' | 'different' | 'unreadable';
  readonly differences: readonly Difference[];
  /** What was said now; null where nothing is, or where the turn could not be followed to its end. */
  readonly text: string | null;
}

export interface ReplayParts {
  readonly business: Business;
  readonly wires: Pick<Wires, 'limits'>;
}

/** Each turn by itself, from where the talk stood then: a difference is told once, in the turn where it comes about. */
export async function replayTurn(
  conversation: StoredConversation,
  stored: StoredTurn,
  { business, wires }: ReplayParts,
): Promise<ReplayedTurn> {
  const { turn, entry } = stored;
  if (entry === null) return { turn, kind: 'unreadable', differences: [], text: null };
  const work = workOf(conversation, stored, entry, business);
  const commands = answeredCommands(entry.commands);
  const decided = await decidedAgain(work, commands, entry);
  if (decided instanceof NotInJournal) {
    const asked: Difference = { aspect: 'commands', then: kindsOf(entry.commands), now: decided.command };
    return { turn, kind: 'different', differences: [...heardAnew(work, entry), asked], text: null };
  }
  const { decision, reply } = wordTurn(decided, work, entry.commands, wires.limits(conversation.channel));
  const said = reply !== null && mayBeSent(decision, work) ? reply.text : null;
  const differences = [
    ...heardAnew(work, entry),
    ...differing('commands', kindsOf(entry.commands), kindsOf(without(entry.commands, commands.left()))),
    ...differing('sayings', entry.said, decision.sayings),
    ...differing(
      'choices',
      entry.choices,
      decision.choices.map(({ label }) => label),
    ),
    ...differing('text', stored.replies[0]?.text ?? null, said),
  ];
  return { turn, kind: differences.length === 0 ? 'same' : 'different', differences, text: said };
}

async function decidedAgain(
  work: TurnWork,
  commands: AnsweredCommands,
  { ids }: TurnJournal,
): Promise<Decision | NotInJournal> {
  const drawn = [...ids];
  const newId = (): string => drawn.shift() ?? `replayed-${String(drawn.length)}`;
  const { loaded, business, now } = work;
  const actor = {
    kind: 'customer',
    customerId: loaded.customer.id,
    conversationId: loaded.conversationId,
  } as const;
  const context = { tx: NO_TRANSACTION, clock: { now: () => now }, business, actor, newId };
  try {
    return await decide({ ...commands, work, context });
  } catch (error) {
    if (error instanceof NotInJournal) return error;
    throw error;
  }
}

/** The same order as in the bot: compliance words, then who speaks, then the talk. */
function decide(inside: Inside): Promise<Decision> {
  const { section, loaded, talk, business } = inside.work;
  const compliance = complianceDecision(section.kind);
  if (compliance) return compliance(inside);
  if (loaded.owner === 'agent') return silence(inside);
  return decideTalk(inside, hearMessages(section.messages, loaded, talk, business));
}

/** Whoever asks the database in a replay has left the commands out. */
const NO_TRANSACTION: Tx = new Proxy({} as Tx, {
  get: () => {
    throw new Error('a replay has no transaction');
  },
});

function workOf(
  { tenantId, conversationId, channel, account, address }: StoredConversation,
  { turn, at, messages, replies }: StoredTurn,
  { from }: TurnJournal,
  business: Business,
): TurnWork {
  const loaded: LoadedConversation = {
    ...{ tenantId, conversationId, channel, account, address, addressId: '', owner: 'bot', optedOut: false },
    ...from,
    ...{ fence: 0, version: 0, turn: turn - 1, nextNumber: replies[0]?.number ?? 0 },
    ...{ tenantVersion: business.version, pending: messages },
  };
  return {
    ...{ loaded, business, token: '', activity: {}, replies: [], said: [], result: null, now: at },
    section: nextSection(loaded),
    talk: readTalk(loaded.talk),
    times: { began: 0, understanding: 0 },
  };
}

function heardAnew({ section, loaded, talk, business }: TurnWork, entry: TurnJournal): readonly Difference[] {
  const kinds = differing('section', entry.section, section.kind);
  if (section.kind !== 'talk' || loaded.owner === 'agent') return kinds;
  const { heard } = hearMessages(section.messages, loaded, talk, business);
  const acts = (all: TurnJournal['heard']): unknown => all.map((each) => each.acts);
  return [...kinds, ...differing('acts', acts(entry.heard), acts(heard))];
}

function kindsOf(entries: TurnJournal['commands']): readonly string[] {
  return entries.map(({ command }) => command);
}

function without(entries: TurnJournal['commands'], left: TurnJournal['commands']): TurnJournal['commands'] {
  return entries.filter((entry) => !left.includes(entry));
}

function differing(aspect: Aspect, then: unknown, now: unknown): readonly Difference[] {
  return plain(then) === plain(now) ? [] : [{ aspect, then, now }];
}

function plain(value: unknown): string {
  return canonical(JSON.parse(JSON.stringify(value ?? null)) as Json);
}
