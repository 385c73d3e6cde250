/** The messages that matter most, word for word, on every channel and in every language; look at them when they change. */
import { CHANNELS } from '../../channels/channel';
import { FAKE_LIMITS } from '../../channels/fake';
import { present } from '../../channels/present';
import { render } from '../../channels/render';
import { withoutMarks, wording } from '../../locales';
import { SPOKEN } from '../../locales/language';
import type { Fact, Saying } from '../../locales/saying';
import { BUSINESS, factFor } from './facts';

const label = (key: string): Fact => ({ kind: 'saying', saying: { key, with: {} } });

function saying(key: string, ...names: readonly string[]): Saying {
  return { key, with: Object.fromEntries(names.map((name) => [name, factFor(name)])) };
}

const day = (local: string): Fact => ({ kind: 'moment', local });

const MESSAGES: Readonly<Record<string, { sayings: readonly Saying[]; labels: readonly Fact[] }>> = {
  'the first read-back': {
    sayings: [
      { key: 'intro.first', with: { business: BUSINESS } },
      saying(
        'book.readBack',
        ...[
          'service',
          'when',
          'branch',
          'people',
          'asset',
          'name',
          'duration',
          'price',
          'freeUntil',
          'percent',
        ],
      ),
    ],
    labels: [label('choice.yes'), label('choice.change')],
  },
  'times on offer': {
    sayings: [saying('when.freeOnBranch', 'date', 'branch'), saying('when.pick', 'times')],
    labels: [day('2026-09-30T10:00'), day('2026-10-01T10:00'), day('2026-10-02T10:00')],
  },
  'a booking': {
    sayings: [saying('book.done', 'service', 'when', 'branch', 'address', 'price', 'reference')],
    labels: [],
  },
  'a cancellation with its fee': {
    sayings: [saying('cancel.readBack', 'service', 'when', 'fee')],
    labels: [label('choice.yes'), label('choice.keepIt')],
  },
  'opening hours': {
    sayings: [
      {
        key: 'answer.hours',
        with: { lines: { kind: 'saying', saying: saying('answer.open', 'days', 'hours') } },
      },
    ],
    labels: [],
  },
};

const all = Object.keys(MESSAGES).flatMap((name) =>
  SPOKEN.flatMap((language) => CHANNELS.map((channel) => [name, language, channel] as const)),
);

test.each(all)('%s in %s on %s', (name, language, channel) => {
  const words = wording(language, language === 'fa' ? 'jalali' : 'gregorian');
  const limits = FAKE_LIMITS[channel];
  const { sayings, labels } = MESSAGES[name] ?? { sayings: [], labels: [] };
  const { text, choices } = present(
    sayings.map((each) => words.say(each)),
    labels,
    { wording: words, limits },
  );
  const shown = render({ text, choices }, limits);
  const beneath =
    shown.kind === 'buttons'
      ? shown.buttons
      : shown.kind === 'list'
        ? shown.rows.map(({ title }) => title)
        : [];
  const tapped = beneath.map((title) => `[${title}]`).join(' ');
  expect(`\n${withoutMarks([text, tapped].filter((part) => part !== '').join('\n'))}\n`).toMatchSnapshot();
});
