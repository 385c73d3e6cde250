/** An ordinary turn of talk: what was heard goes through the engine, and what could not be read gets an honest answer. */
import { advance } from '../dialogs';
import type { Advanced, Talk } from '../dialogs/talk';
import type { Saying } from '../locales/saying';
import { complianceDecision } from './compliance';
import type { Decision, Inside } from './decision';
import type { Hearings } from './hear';
import { languageOfTurn } from './language';
import type { TurnWork } from './turnWork';
import { businessName, worldOf } from './world';

/** Runs the engine on what was heard. */
export async function decideTalk(inside: Inside, hearings: Hearings): Promise<Decision> {
  const { work } = inside;
  const { talk } = work;
  const stop = wantsNoMoreTexts(inside, hearings) ? complianceDecision('stop') : null;
  if (stop) return { ...(await stop(inside)), heard: hearings.heard };
  const unread = hearings.unread === null ? [] : [unreadSaying(hearings.unread)];
  const advanced =
    hearings.heard.length === 0
      ? onlyUnread(talk, work)
      : await advance(talk, hearings.heard, worldOf(inside));
  return {
    talk: advanced.talk,
    language: languageOfTurn(work, hearings.heard),
    sayings: withUnread(unread, advanced, talk),
    choices: advanced.choices,
    kind: 'reply',
    heard: hearings.heard,
    trace: advanced.trace,
  };
}

/** "Please stop texting me" counts like the carrier's word: any reasonable means revokes consent (47 CFR 64.1200(a)(10)). */
function wantsNoMoreTexts(inside: Inside, { heard }: Hearings): boolean {
  return worldOf(inside).smsWords && heard.some(({ acts }) => acts.some(({ act }) => act === 'optOut'));
}

/** Nothing was said in words: the last question stands, and is asked again as it was. */
function onlyUnread(talk: Talk, work: TurnWork): Advanced {
  const introduction: Saying[] = talk.introduced
    ? []
    : [{ key: 'intro.first', with: { business: businessName(work) } }];
  const { asked } = talk;
  return {
    talk: { ...talk, introduced: true },
    sayings: [...introduction, ...(asked === null ? [] : talk.last)],
    choices: asked?.choices ?? [],
  };
}

/** Who writes comes first, then what could not be read. */
function withUnread(unread: readonly Saying[], advanced: Advanced, before: Talk): readonly Saying[] {
  if (unread.length === 0) return advanced.sayings;
  const introduced = before.introduced ? 0 : 1;
  return [...advanced.sayings.slice(0, introduced), ...unread, ...advanced.sayings.slice(introduced)];
}

function unreadSaying(kind: string): Saying {
  return { key: UNREAD[kind] ?? 'turn.unreadOther', with: {} };
}

const UNREAD: Readonly<Record<string, string>> = {
  voice: 'turn.unreadVoice',
  image: 'turn.unreadImage',
  location: 'turn.unreadLocation',
  document: 'turn.unreadDocument',
};
