/** How late: the minutes beside a wish to say so, or as the answer to the question by how many. */
import type { Act, Request } from '../acts';
import type { Scene } from '../scene';

export function withLateness(acts: readonly Act[], scene: Scene): readonly Act[] {
  const { lateBy } = scene.language;
  const late = acts.find(isLate);
  const answers = asksHowLate(scene);
  if (!lateBy || (!late && !answers) || late?.minutes !== undefined) return acts;
  const minutes = lateBy(scene.text, answers);
  if (minutes === null || !Number.isFinite(minutes)) return acts;
  const told: Request = { act: 'request', intent: 'late', minutes: Math.round(minutes) };
  // what was read as a time or as a place in the list was the number of minutes
  const rest = acts.filter((act) => act !== late && !(answers && isNumberRead(act)));
  return [told, ...rest];
}

function isLate(act: Act): act is Request {
  return act.act === 'request' && act.intent === 'late';
}

function asksHowLate({ hearing }: Scene): boolean {
  const choices = hearing.asking?.choices ?? [];
  return choices.some(({ acts }) => acts.some((act) => isLate(act) && act.minutes !== undefined));
}

function isNumberRead(act: Act): boolean {
  return act.act === 'unknown' || (act.act === 'inform' && act.slot === 'when');
}
