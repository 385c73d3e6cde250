/** "What did I have done last time?": past visits, a page at a time; the last of them can be booked again. */
import type { BookingView } from '../../commands/types';
import type { HistoryInput, HistoryResult } from '../../commands/visitTypes';
import type { Fact, Saying } from '../../locales/saying';
import { branchToTell, dateFact, listFact, moneyFact, say, serviceFact, words } from '../facts';
import { deed, type Flow, type Outcome, type Question } from '../flow';
import { isRecord, toJson } from '../json';
import { offerBooking, offerHuman } from '../repair/notUnderstood';
import type { Json, Offered, World } from '../talk';

const BEFORE = 'before';
const PAGE = 'page';

type Visits = Extract<HistoryResult, { readonly kind: 'visits' }>;

const page = deed<Json, HistoryResult>({
  id: PAGE,
  inputs: ({ frame }) => frame.slots[BEFORE] ?? 'latest',
  run: async (before, { world }) =>
    world.visits.history(isRecord(before) ? { before: cursorOf(before) } : {}),
  results: {
    visits: (result, { world, frame }) => told(world, result, BEFORE in frame.slots),
    unproven: () => asks([say('status.unproven')], offerHuman('past visits').question, 'offer.human'),
  },
});

function cursorOf({ startMinute, id }: Readonly<Record<string, Json>>): NonNullable<HistoryInput['before']> {
  return {
    startMinute: typeof startMinute === 'number' ? startMinute : 0,
    id: typeof id === 'string' ? id : '',
  };
}

function told(world: World, { visits, next }: Visits, isMore: boolean): Outcome {
  if (visits.length === 0) {
    return asks([say(isMore ? 'history.noMore' : 'history.none')], offerBooking([]).question, 'offer.book');
  }
  const lines = listFact(
    visits.map((visit) => lineOf(world, visit)),
    'lines',
  );
  const says = [say(isMore ? 'history.more' : 'history.visits', { lines })];
  return {
    keep: toJson({ next }),
    says,
    aside: { step: 'history.next', question: whatNext(next !== null, isMore) },
  };
}

function asks(says: readonly Saying[], question: Question, step: string): Outcome {
  return { says, aside: { step, question }, ends: true };
}

function lineOf({ business }: World, { service, branch, start, price }: BookingView): Fact {
  const place = branchToTell(business, branch);
  return words(place ? 'history.lineBranch' : 'history.line', {
    date: dateFact(start),
    service: serviceFact(business, service),
    branch: place,
    price: moneyFact(business, price),
  });
}

/** The same again is that of the last visit, so it is offered beside the latest ones. */
function whatNext(hasMore: boolean, isMore: boolean): Question {
  const more: Offered = {
    label: words('history.showMore'),
    acts: [{ act: 'request', intent: 'history', more: true }],
  };
  const again: Offered = {
    label: words('history.sameAgain'),
    acts: [{ act: 'request', intent: 'book', again: true }],
  };
  return {
    asking: 'choice',
    says: [say(hasMore ? 'history.next' : isMore ? 'history.noMore' : 'history.again')],
    hint: say('history.hint'),
    choices: [...(hasMore ? [more] : []), again],
  };
}

export const history: Flow = {
  id: 'history',
  version: 1,
  drafts: false,
  given: [BEFORE],
  steps: [page],
  begins: ({ more }, finished) =>
    more && finished?.flow === 'history' && finished.value !== null ? { [BEFORE]: finished.value } : {},
  remembers: ({ facts }) => {
    const kept = facts[PAGE]?.value;
    return isRecord(kept) ? (kept['next'] ?? null) : null;
  },
};
