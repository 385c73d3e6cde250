/** What a turn leaves in the journal: all that it takes to run it again, and to see what led where. */
import type { Frame, Heard, Talk } from '../dialogs/talk';
import type { Traced } from '../dialogs/trace';
import type { Fact, Saying } from '../locales/saying';
import type { LoadedConversation, PendingMessage } from '../models/records';
import type { Decision } from './decision';
import type { JournalEntry } from './journal';
import type { SectionKind } from './sections';
import type { TurnWork } from './turnWork';

/** What the turn started from, beside its messages. */
export type StartedFrom = Pick<LoadedConversation, 'language' | 'talk' | 'askedHandedAt' | 'customer'> &
  Partial<Pick<LoadedConversation, 'owner' | 'optedOut'>>;

export type AnsweredMessage = Pick<PendingMessage, 'number' | 'sentAt' | 'receivedAt'>;

export interface TurnJournal {
  readonly section: SectionKind;
  /** The messages that it answers: their words stand in the transcript. */
  readonly messages: readonly AnsweredMessage[];
  /** The version of the business. */
  readonly business: number;
  readonly from: StartedFrom;
  readonly heard: readonly Heard[];
  readonly commands: readonly JournalEntry[];
  readonly trace: readonly Traced[];
  readonly said: readonly Saying[];
  /** Labels of the choices, in the order offered. */
  readonly choices: readonly Fact[];
  readonly language: string | null;
  /** Ids that the engine drew, in their order. */
  readonly ids: readonly string[];
  readonly after: StoodAfter | null;
  /** Milliseconds: for understanding alone, and for the whole turn up to its commit. */
  readonly spent: { readonly understanding: number; readonly turn: number };
}

/** Where the talk stood at the end. */
export interface StoodAfter {
  readonly frames: readonly Pick<Frame, 'flow' | 'slots'>[];
  readonly asking: string | null;
  readonly step: string | null;
}

interface Journaled {
  readonly work: TurnWork;
  readonly decision: Decision;
  readonly entries: readonly JournalEntry[];
  /** Ids drawn by the engine. */
  readonly ids: readonly string[];
  /** Milliseconds of the stopwatch, now. */
  readonly ended: number;
}

export function turnJournal({ work, decision, entries, ids, ended }: Journaled): TurnJournal {
  const { section, business, times } = work;
  return {
    section: section.kind,
    messages: section.messages.map(({ number, sentAt, receivedAt }) => ({ number, sentAt, receivedAt })),
    business: business.version,
    from: startedFrom(work),
    heard: decision.heard,
    commands: entries,
    trace: decision.trace ?? [],
    said: decision.sayings,
    choices: decision.choices.map(({ label }) => label),
    language: decision.language,
    ids,
    after: decision.talk && stoodAfter(decision.talk),
    spent: { understanding: rounded(times.understanding), turn: rounded(ended - times.began) },
  };
}

function startedFrom({ loaded }: TurnWork): StartedFrom {
  const { language, talk, askedHandedAt, customer, owner, optedOut } = loaded;
  return {
    ...{ language, talk, askedHandedAt, customer },
    ...(owner !== 'bot' && { owner }),
    ...(optedOut && { optedOut }),
  };
}

function stoodAfter({ frames, asked }: Talk): StoodAfter {
  return {
    frames: frames.map(({ flow, slots }) => ({ flow, slots })),
    asking: asked?.asking ?? null,
    step: asked?.step ?? null,
  };
}

/** To a hundredth. */
function rounded(millis: number): number {
  return Math.round(millis * 100) / 100;
}
