/** Claims about invented facts: nothing that the turn does not know is told, and nothing that it knows is refused. */
import { wording } from '../locales';
import type { Fact, Saying } from '../locales/saying';
import { SPOKEN } from '../locales/language';
import { textsOf } from '../locales/words';
import { garage } from '../dialogs/support/garage';
import { factCheck, type FactSources } from './checkFacts';
import { wordsHoldFact } from './checkFactsWords';

const NOW = Date.parse('2026-03-27T08:00:00Z');
const english = wording('en');
/** i18next's plural endings are chosen by the count and are no part of the key. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const [oil] = garage.services;
if (!oil) throw new Error('the workshop offers something');

/** A booking on Saturday, as a command gave it. */
const booking = {
  id: 'b-1',
  reference: 'K7XQ2M',
  service: 'oil-change',
  start: '2026-03-28T10:00',
  end: '2026-03-28T10:45',
  startMinute: Date.parse('2026-03-28T09:00:00Z') / 60_000,
  endMinute: Date.parse('2026-03-28T09:45:00Z') / 60_000,
  price: 8900,
};

const sources: FactSources = {
  business: garage,
  now: NOW,
  said: [
    {
      act: 'inform',
      slot: 'when',
      value: { date: { value: '2026-03-31' }, time: { value: '14:20', others: ['02:20'] } },
    },
  ],
  found: [
    [{ command: 'hold', input: [], result: { kind: 'held', hold: booking } }],
    { label: 'Golf', plate: 'B-XY 123' },
  ],
};

function misses(fact: Fact, key = 'answer.lines'): readonly string[] {
  const saying: Saying = { key, with: { lines: fact } };
  return factCheck(sources)
    .saying(saying, english)
    .map(({ kind }) => kind);
}

describe('what the turn knows may be told', () => {
  test.each<[string, Fact]>([
    ['a moment of a booking', { kind: 'moment', local: '2026-03-28T10:00' }],
    ['its day', { kind: 'date', local: '2026-03-28' }],
    ['its time', { kind: 'time', local: '10:45' }],
    ['a day and a time that were said', { kind: 'moment', local: '2026-03-31T14:20' }],
    ['another reading of the time that was said', { kind: 'time', local: '02:20' }],
    ['until when cancelling is free', { kind: 'moment', local: '2026-03-27T10:00' }],
    ['a price of the list', { kind: 'money', minor: oil.price, currency: 'EUR' }],
    ['the fee for cancelling late', { kind: 'money', minor: 2670, currency: 'EUR' }],
    ['the price for a van', { kind: 'money', minor: 13350, currency: 'EUR' }],
    ['how long it takes', { kind: 'minutes', minutes: 45 }],
    ['how long a van takes', { kind: 'minutes', minutes: 75 }],
    ['a name of the catalog', { kind: 'name', names: oil.names }],
    ['a reference', { kind: 'code', text: 'K7XQ2M' }],
    ['a vehicle with its plate', { kind: 'code', text: 'Golf B-XY 123' }],
    ['an address of the business', garage.branches[0]?.address ?? ''],
    ['opening hours', { kind: 'time', local: '08:00' }],
    ['how many there are', 3],
  ])('%s', (_what, fact) => {
    expect(misses(fact)).toEqual([]);
  });

  test('the days of the coming week, where opening hours are told', () => {
    expect(misses({ kind: 'date', local: '2026-03-30' }, 'answer.open')).toEqual([]);
  });
});

describe('what nothing in the turn says is not told', () => {
  test.each<[string, Fact, string]>([
    ['a moment', { kind: 'moment', local: '2026-03-28T11:00' }, 'moment'],
    ['a day and a time of different sources', { kind: 'moment', local: '2026-03-31T10:00' }, 'moment'],
    ['a day', { kind: 'date', local: '2026-04-05' }, 'date'],
    ['a time', { kind: 'time', local: '16:35' }, 'time'],
    ['a price', { kind: 'money', minor: 4242, currency: 'EUR' }, 'money'],
    ['a length', { kind: 'minutes', minutes: 37 }, 'minutes'],
    ['a name', { kind: 'name', names: { en: 'Engine swap' } }, 'name'],
    ['a reference', { kind: 'code', text: 'K7XQ2N' }, 'code'],
    ['a phone number', { kind: 'code', text: '+4915112340000' }, 'code'],
    ['a person named in bare text', 'Doctor Who', 'string'],
    ['a time in bare text', 'at 10:00', 'string'],
    ['an amount as a bare number', 4242, 'number'],
  ])('%s', (_what, fact, kind) => {
    expect(misses(fact)).toEqual([kind]);
    expect(misses({ kind: 'list', items: [fact], joined: 'and' })).toEqual([kind]);
    expect(misses({ kind: 'saying', saying: { key: 'answer.lines', with: { lines: fact } } })).toEqual([
      kind,
    ]);
    // a length on a button is what the customer may say
    expect(factCheck(sources).label(fact, english)).toHaveLength(kind === 'minutes' ? 0 : 1);
  });

  test('a thousand inventions: none escapes', () => {
    const invented = Array.from({ length: 1000 }, (_none, index): Fact => {
      const day = `2026-0${5 + (index % 4)}-${String(1 + (index % 28)).padStart(2, '0')}`;
      const time = `${String(index % 24).padStart(2, '0')}:${String(1 + 2 * (index % 29)).padStart(2, '0')}`;
      return (
        [
          { kind: 'moment', local: `${day}T${time}` },
          { kind: 'money', minor: 100_003 + 7 * index, currency: 'EUR' },
          { kind: 'code', text: `Z${String(index)}QQ` },
          { kind: 'name', names: { en: `Nobody ${String(index)}` } },
          { kind: 'minutes', minutes: 1001 + index * 2 },
        ] as const
      )[index % 5] as Fact;
    });
    expect(invented.filter((fact) => misses(fact).length === 0)).toEqual([]);
  });
});

describe('the words around the facts', () => {
  const saying = (text: string): Saying => ({ key: `stub.${text}`, with: {} });
  const stub = (text: string) => ({ ...english, say: () => text });

  test.each([
    'We open at 10:00.',
    'It costs €5.',
    'On 5 May we are closed.',
    'Call 030 1234567.',
    'Your reference is K7XQ2M.',
    'نوبت شما ساعت ۱۰:۳۰ است.',
    'السعر ٤٠٠ جنيه.',
  ])('%s is found out', (text) => {
    expect(wordsHoldFact(saying(text), stub(text))).toBe(true);
  });

  test.each(['May we go ahead?', 'Reply START to get texts again.', 'One of 3 will do.'])(
    '%s is fine',
    (text) => {
      expect(wordsHoldFact(saying(text), stub(text))).toBe(false);
    },
  );

  test.each(SPOKEN)('no text in %s has a fact of its own', (language) => {
    const spoken = wording(language);
    const keys = Object.entries(textsOf(language)).flatMap(([group, texts]) =>
      Object.entries(texts).map(([name, text]): [string, string] => [`${group}.${name}`, text]),
    );
    const found = keys.filter(([key, text]) => {
      const names = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '');
      const facts = {
        ...Object.fromEntries(names.map((name) => [name, 'x'])),
        ...(PLURAL.test(key) && { count: 2 }),
      };
      return wordsHoldFact({ key: key.replace(PLURAL, ''), with: facts }, spoken);
    });
    expect(found).toEqual([]);
  });
});
