/** A booking's reference in a message: six signs, none of which looks like another one. */
import type { Act, Intent, Request } from '../acts';
import type { Scene } from '../scene';

/** The alphabet of references: without 0 and O, 1, I and L. */
const SIGNS = '[A-HJKMNP-Za-hjkmnp-z2-9]{6}';
const ALONE = new RegExp(`(?<![\\p{L}\\p{N}])(?=\\S*\\d)(?=\\S*\\p{L})${SIGNS}(?![\\p{L}\\p{N}])`, 'u');
/** After a word that says what they are, signs without a figure count where they are all written large. */
const NAMED = new RegExp(
  `(?<=(?:[Rr]eference|REFERENCE|[Rr]ef|REF|[Cc]ode|[Bb]ooking|[Nn]umber|[Nn]r)(?: number| code| no| nr)?[.:]?(?: is| was)? ?#?)(?<![\\p{L}\\p{N}])(?=\\S*\\d|[A-Z]{6})${SIGNS}(?![\\p{L}\\p{N}])`,
  'u',
);

/** Wishes that are about one booking. */
const ABOUT_ONE: readonly Intent[] = ['status', 'cancel', 'reschedule', 'late'];

/** The reference goes with the wish; by itself it asks how things stand. */
export function withReference(acts: readonly Act[], scene: Scene): readonly Act[] {
  const { original } = scene.utterance;
  const named = NAMED.exec(original)?.[0];
  const reference = (named ?? ALONE.exec(original)?.[0])?.toUpperCase();
  if (reference === undefined || (named === undefined && acts.some(isAsset))) return acts;
  const rest = acts.filter((act) => act.act !== 'unknown' && !isAsset(act));
  const wish = rest.find((act): act is Request => act.act === 'request');
  if (wish)
    return ABOUT_ONE.includes(wish.intent)
      ? rest.map((act) => (act === wish ? { ...wish, reference } : act))
      : acts;
  const cancels = rest.some((act) => act.act === 'cancel');
  const asked: Act = { act: 'request', intent: cancels ? 'cancel' : 'status', reference };
  // what is being asked may be answered by six signs of its own
  if (named === undefined && scene.asked !== null) return acts;
  return [asked, ...rest.filter((act) => act.act !== 'cancel')];
}

/** Beside a plate six signs may be another one. */
function isAsset(act: Act): boolean {
  return act.act === 'inform' && act.slot === 'asset';
}
