/** How often something shall be: "every three weeks, six times". */
import type { Often } from '../languages/language';
import type { RecurrenceMention } from '../mentions';
import type { Finding, Recogniser, Scene } from '../scene';
import { coreOf } from '../text/polite';
import { matchesOf } from '../text/matches';

/** Runs before counts and times are read: "every three weeks" is neither. */
export const RECURRENCES: Recogniser = {
  name: 'recurrence',
  read: (scene) => {
    const { often } = scene.language;
    if (!often || isLabel(scene)) return [];
    const every = everyIn(scene, often);
    const counts = every.length > 0 || isAsked(scene) ? howManyIn(scene, often) : [];
    const found = [...every, ...counts];
    return found.length > 0 ? joined(found) : bareCount(scene);
  },
};

interface Found {
  readonly from: number;
  readonly to: number;
  readonly value: RecurrenceMention;
}

function everyIn({ text, claims }: Scene, { every }: Often): readonly Found[] {
  const found = every.flatMap(({ pattern, read }) =>
    matchesOf(text, pattern).flatMap((match) => {
      const [from, to] = [match.index, match.index + match[0].length];
      const value = claims.free(from, to) ? read(match, text.slice(to)) : null;
      return value ? [{ from, to, value }] : [];
    }),
  );
  return found.slice(0, 1);
}

function howManyIn({ text, claims }: Scene, { howMany }: Often): readonly Found[] {
  return howMany.flatMap(({ pattern, read }) =>
    matchesOf(text, pattern).flatMap((match) => {
      const [from, to] = [match.index, match.index + match[0].length];
      const value = claims.free(from, to) ? read(match) : null;
      return value ? [{ from, to, value }] : [];
    }),
  );
}

/** One wish of all that was said; each stretch keeps its words from those who read after. */
function joined(found: readonly Found[]): readonly Finding[] {
  const value = found.reduce<RecurrenceMention>((all, each) => ({ ...all, ...each.value }), {});
  return found.map(({ from, to }, place) => ({
    ...{ recogniser: 'recurrence', from, to },
    ...(place === 0 && { acts: [{ act: 'inform', slot: 'recurrence', value }] as const }),
  }));
}

/** What was offered word for word is a choice. */
function isLabel({ hearing, text }: Scene): boolean {
  return (hearing.asking?.choices ?? []).some(({ label }) => label.toLowerCase() === text);
}

/** Whether it may have been asked how many there shall be: that question has no choices to pick from. */
function isAsked({ hearing, asked }: Scene): boolean {
  return asked === 'choice' && (hearing.asking?.choices ?? []).length === 0;
}

/** "6", when it was asked how many. */
function bareCount(scene: Scene): readonly Finding[] {
  if (!isAsked(scene)) return [];
  const { text, from, to } = coreOf(scene.text, scene.language);
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count < 1) return [];
  return joined([{ from, to, value: { count } }]);
}
