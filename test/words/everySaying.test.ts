/** Every saying, on every channel, in every language: whole, with no hole in it, and no longer than its wire. */
import { CHANNELS, type ChannelKind } from '../../channels/channel';
import { FAKE_LIMITS } from '../../channels/fake';
import { present } from '../../channels/present';
import { isCarrierWord } from '../../channels/twilioSms';
import { withoutMarks, wording } from '../../locales';
import { SPOKEN } from '../../locales/language';
import { textsOf } from '../../locales/words';
import type { Fact } from '../../locales/saying';
import { factFor } from './facts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const HOLES = /undefined|\bnull\b|NaN|\{\{|\}\}|\[object|\uE000|\$t\(|Invalid/;

interface Text {
  readonly key: string;
  readonly names: readonly string[];
}

/** Each key once, with all the values that any of its forms names. */
const texts: readonly Text[] = Object.entries(textsOf('en')).flatMap(([group, sentences]) => {
  const keys = new Map<string, Set<string>>();
  for (const [name, text] of Object.entries(sentences)) {
    const key = `${group}.${name.replace(PLURAL, '')}`;
    const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '');
    const counted = PLURAL.test(name) ? ['count'] : [];
    keys.set(key, new Set([...(keys.get(key) ?? []), ...names, ...counted]));
  }
  return [...keys].map(([key, names]) => ({ key, names: [...names] }));
});

function factsOf(names: readonly string[]): Record<string, Fact> {
  return Object.fromEntries(names.map((name) => [name, factFor(name)]));
}

function shown(key: string, names: readonly string[], language: string, channel: ChannelKind): string {
  const words = wording(language, language === 'fa' ? 'jalali' : 'gregorian');
  const said = words.say({ key, with: factsOf(names) });
  return present([said], [], { wording: words, limits: FAKE_LIMITS[channel] }).text;
}

const everywhere = SPOKEN.flatMap((language) => CHANNELS.map((channel) => [language, channel] as const));

test('there are sayings and languages to look at', () => {
  expect(texts.length).toBeGreaterThan(200);
  expect(SPOKEN).toEqual(['en', 'de', 'ar', 'fa']);
});

describe.each(everywhere)('in %s on %s', (language, channel) => {
  test.each(texts)('$key is whole and fits', ({ key, names }) => {
    const text = shown(key, names, language, channel);
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(HOLES);
    expect(text.length).toBeLessThan(FAKE_LIMITS[channel].textLength);
    expect(text).not.toMatch(/…$|\n\n|^\n/);
  });

  test.each(texts.filter(({ names }) => names.length > 0))(
    '$key drops the lines of what is missing',
    (text) => {
      const whole = shown(text.key, text.names, language, channel).split('\n').length;
      for (const missing of text.names.filter((name) => name !== 'count')) {
        const left = text.names.filter((name) => name !== missing);
        const said = shown(text.key, left, language, channel);
        expect(said).not.toMatch(HOLES);
        expect(said === '' ? 0 : said.split('\n').length).toBeLessThan(whole);
      }
    },
  );
});

test.each(['ar', 'fa'])(
  'in %s nothing is said in Latin letters but the names of channels and of standards',
  (language) => {
    const latin = texts
      .filter(({ key, names }) => names.length === 0 && !key.startsWith('problem.'))
      .map(({ key }) => [key, shown(key, [], language, 'webchat').replace(/SMS|WhatsApp/g, '')])
      .filter(([, text]) => /[A-Za-z]/.test(text ?? ''));
    expect(latin).toEqual([]);
  },
);

describe('by SMS', () => {
  /** The law and the carriers want these two named where texts end and begin. */
  const NAMING_THEM = ['turn.stopped', 'turn.stoppedKeepsBookings', 'turn.smsHelp'];
  const LABELS = texts.filter(({ key }) => key.startsWith('choice.'));

  test.each(SPOKEN)('in %s no numbered line is a word that a carrier acts upon', (language) => {
    const words = wording(language);
    const labels = LABELS.map(({ key, names }): Fact => ({
      kind: 'saying',
      saying: { key, with: factsOf(names) },
    }));
    const { text } = present(['?'], labels, { wording: words, limits: FAKE_LIMITS.sms });
    const lines = withoutMarks(text).split('\n').slice(1);
    expect(lines).toHaveLength(labels.length);
    for (const line of lines)
      expect([line, isCarrierWord(line.replace(/^\p{Nd}+\. /u, ''))]).toEqual([line, false]);
  });

  test.each(SPOKEN)('in %s nobody is told to answer with such a word', (language) => {
    const asking = texts.filter(({ key, names }) => {
      const words = withoutMarks(shown(key, names, language, 'sms')).match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.some((word) => word === word.toUpperCase() && /[A-Z]/.test(word) && isCarrierWord(word));
    });
    expect(asking.map(({ key }) => key).sort()).toEqual([...NAMING_THEM].sort());
  });
});
