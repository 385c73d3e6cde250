/** Claims about replies that told too much or too little: what stands is said in plain words, and a booking is never hidden. */
import { wording } from '../locales';
import { garage } from '../dialogs/support/garage';
import { freshTalk } from '../dialogs';
import { SPOKEN } from '../locales/language';
import type { Fact, Saying } from '../locales/saying';
import type { Asked, Talk } from '../dialogs/talk';
import type { LoadedConversation } from '../models/records';
import type { Decision } from './decision';
import type { JournalEntry } from './journal';
import { checkedDecision } from './sayChecked';

const NOW = Date.parse('2026-03-27T08:00:00Z');
const booking = {
  id: 'b-1',
  reference: 'K7XQ2M',
  status: 'confirmed',
  service: 'oil-change',
  branch: 'mitte',
  start: '2026-03-28T10:00',
  price: 8900,
};
const confirmed: JournalEntry = { command: 'confirm', input: [], result: { kind: 'confirmed', booking } };
const invented: Saying = { key: 'why.free', with: { when: { kind: 'moment', local: '2026-05-05T15:15' } } };
const introduction: Saying = {
  key: 'intro.first',
  with: { business: { kind: 'name', names: garage.names } },
};

const question: Asked = {
  asking: 'service',
  frame: null,
  step: 'service',
  choices: [],
  shown: null,
  number: null,
  misses: 0,
};

function decided(given: Partial<Decision>): Decision {
  return {
    talk: { ...freshTalk(), asked: null },
    language: 'en',
    sayings: [],
    choices: [],
    kind: 'reply',
    heard: [],
    ...given,
  };
}

function checked(decision: Decision, entries: readonly JournalEntry[] = [], language = 'en') {
  const customer = { id: 'c-1', name: null, phone: null, language: null, assets: [] };
  // only what a check looks at
  const loaded = { customer, account: '+493012345601', owner: 'bot' } as unknown as LoadedConversation;
  const work = { loaded, business: garage, talk: freshTalk(), now: NOW };
  const spoken = wording(language);
  const { decision: safe, misses } = checkedDecision(decision, work, entries, spoken);
  return { safe, misses, text: safe.sayings.map((saying) => spoken.say(saying)).join('\n') };
}

test('what is known is said as it was decided', () => {
  const { safe, misses } = checked(decided({ sayings: [introduction] }));
  expect(safe.sayings).toEqual([introduction]);
  expect(misses).toEqual([]);
});

test('an invented fact is not said; who writes still is, and what is asked', () => {
  const talk: Talk = { ...freshTalk(), asked: question };
  const { text, misses } = checked(decided({ talk, sayings: [introduction, invented] }));
  expect(misses).toEqual([{ key: 'why.free', kind: 'moment' }]);
  expect(text).not.toContain('15:15');
  expect(text).toContain('automated');
  expect(text).toContain('What would you like to book?');
});

test.each(SPOKEN)('a booking that was made is never hidden by the check (%s)', (language) => {
  const { text, safe } = checked(decided({ sayings: [invented], language }), [confirmed], language);
  expect(text).toContain('K7XQ2M');
  expect(text).toContain(wording(language).fact({ kind: 'moment', local: booking.start }));
  expect(text).not.toContain(wording(language).fact({ kind: 'time', local: '15:15' }));
  expect(safe.talk?.last).toEqual(safe.sayings);
});

test.each([
  ['nothing of it', [introduction]],
  ['no reference', [{ key: 'why.free', with: { when: { kind: 'moment', local: booking.start } } }]],
] as const)('a reply that tells %s is given the booking beside it', (_what, sayings) => {
  const { text, misses } = checked(decided({ sayings }), [confirmed]);
  expect(misses).toEqual([]);
  expect(text).toContain(
    'Your appointment is booked: oil change, Saturday 28 March, 10:00.\nReference: K7XQ2M',
  );
});

test('a booking that is told whole is told once', () => {
  const facts: Record<string, Fact> = {
    service: { kind: 'name', names: garage.services.find(({ id }) => id === 'oil-change')?.names ?? {} },
    when: { kind: 'moment', local: booking.start },
    reference: { kind: 'code', text: booking.reference },
  };
  const { safe } = checked(decided({ sayings: [{ key: 'book.done', with: facts }] }), [confirmed]);
  expect(safe.sayings.map(({ key }) => key)).toEqual(['book.done']);
});

test('a consent that could not be asked for with its facts is taken back', () => {
  const talk: Talk = { ...freshTalk(), asked: { ...question, asking: 'confirm', step: 'agreed' } };
  const { safe, text } = checked(decided({ talk, sayings: [invented] }));
  expect(safe.talk?.asked).toBeNull();
  expect(text).toContain('once more');
});

test('choices with an invented label go, all of them: they are answered by their number', () => {
  const talk: Talk = { ...freshTalk(), asked: { ...question, asking: 'choice' } };
  const choices = ['2026-05-05T15:15', '2026-03-28T10:00'].map((local) => ({
    label: { kind: 'moment' as const, local },
    acts: [],
  }));
  expect(checked(decided({ talk, sayings: [introduction], choices }), [confirmed]).safe.choices).toEqual([]);
});

test('who says nothing is given no words', () => {
  expect(checked(decided({}), []).safe.sayings).toEqual([]);
});
