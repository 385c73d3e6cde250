/** Not understood, step by step: the question again with an example, then a menu, then a person. Never a dead end. */
import { say, words } from '../facts';
import type { Inform } from '../flow';
import type { Aside, Turn } from '../turn';
import type { Offered } from '../talk';
import type { Saying } from '../../locales/saying';

export type Pending = Aside;

/** Questions that only invite to begin something. */
export const INVITATIONS: readonly string[] = ['menu', 'offer.book'];

const START_AGAIN: Offered = { label: words('choice.startAgain'), acts: [{ act: 'restart' }] };
const PERSON: Offered = { label: words('choice.person'), acts: [{ act: 'human' }] };

/** What to say when nothing was understood for the `misses`th time in a row, with the question that stands. */
export function notUnderstood(
  turn: Turn,
  pending: Pending | null,
  misses: number,
): { readonly pending: Pending; readonly says: readonly Saying[] } {
  const stage = (misses - 1) % 3;
  if (stage === 2) return withQuestion(offerHuman(), [say('repair.sorry')]);
  if (!pending) return withQuestion(menu(), [say(stage === 0 ? 'repair.pardonIdle' : 'repair.pardonAgain')]);
  const { question } = pending;
  const short = question.again ?? question.says;
  // a read-back that nobody may have seen is read back whole
  const asks = turn.world.askedHandedAt === null ? question.says : short;
  if (stage === 0) return { pending, says: [say('repair.pardon'), ...asks, question.hint] };
  const choices = threeOf(question.choices);
  return {
    pending: { ...pending, question: { ...question, choices } },
    says: [say('repair.pardonAgain'), ...asks],
  };
}

/** The first answers to the question, and the ways out of it: three at most. */
function threeOf(answers: readonly Offered[]): readonly Offered[] {
  const first = answers.slice(0, 2);
  return first.length === 2 ? [...first, PERSON] : [...first, START_AGAIN, PERSON];
}

function withQuestion(
  pending: Pending,
  says: readonly Saying[],
): { pending: Pending; says: readonly Saying[] } {
  return { pending, says: [...says, ...pending.question.says] };
}

/** What can be done here, when nothing is running. */
export function menu(): Pending {
  const choices: readonly Offered[] = [
    { label: words('choice.book'), acts: [{ act: 'request', intent: 'book' }] },
    { label: words('choice.myBookings'), acts: [{ act: 'request', intent: 'status' }] },
    PERSON,
  ];
  const question = {
    asking: 'choice',
    says: [say('repair.menu')],
    hint: say('repair.menuHint'),
    choices,
  } as const;
  return { frame: null, step: 'menu', question };
}

/** @param wish what the person would be asked for, for the task that agents see */
export function offerHuman(wish = ''): Pending {
  const choices: readonly Offered[] = [
    { label: words('choice.yes'), acts: [{ act: 'human' }] },
    { label: words('choice.no'), acts: [{ act: 'deny' }] },
  ];
  const question = {
    asking: 'choice',
    says: [say('human.offer')],
    hint: say('repair.orPerson'),
    choices,
    shown: wish,
  } as const;
  return { frame: null, step: 'offer.human', question };
}

/** After an answer to somebody who has nothing running here; what they asked about need not be said again. */
export function offerBooking(about: readonly Inform[]): Pending {
  const choices: readonly Offered[] = [
    { label: words('choice.yes'), acts: [{ act: 'request', intent: 'book' }, ...about] },
    { label: words('choice.no'), acts: [{ act: 'deny' }] },
  ];
  const says = [say('answer.bookToo')];
  const question = { asking: 'choice', says, hint: say('repair.menuHint'), choices } as const;
  return { frame: null, step: 'offer.book', question };
}
