/** Hears a message in a test and tells its acts in short: `request book | service oil-change | when 2027-03-25T10:00`. */
import type { Act } from '../acts';
import type { Catalog } from '../catalog';
import type { Asking, Choice } from '../expectation';
import type { Hearing } from '../hearing';
import type { AttendeeMention } from '../mentions';
import type { Moment } from '../moment';
import { whenText } from '../report';
import { understand } from '../understand';
import { GARAGE } from './catalogs';

export interface Setting {
  readonly asking?: Asking;
  /** The choices on offer; a label alone means nothing by itself. */
  readonly choices?: readonly (string | Choice)[];
  readonly catalog?: Catalog;
  readonly ref?: string;
  readonly zone?: string;
  readonly language?: string | null;
}

/** A Wednesday morning, before the clock change of the Sunday after it. */
export const WEDNESDAY = '2027-03-24T09:00:00';

export function hearing(text: string, setting: Setting = {}): Hearing {
  const choices = (setting.choices ?? []).map((choice) =>
    typeof choice === 'string' ? { label: choice, acts: [] } : choice,
  );
  return {
    text,
    language: setting.language ?? null,
    ref: setting.ref ?? WEDNESDAY,
    zone: setting.zone ?? 'Europe/Berlin',
    asking: setting.asking ? { asking: setting.asking, choices } : null,
    catalog: setting.catalog ?? GARAGE,
  };
}

export function hear(text: string, setting: Setting = {}): string {
  const { acts } = understand(hearing(text, setting));
  return acts.map((act) => inShort(act, setting.ref ?? WEDNESDAY)).join(' | ');
}

export function moment(text: string, setting: Setting = {}): Moment | null {
  return understand(hearing(text, setting)).when;
}

function inShort(act: Act, ref: string): string {
  if (act.act === 'inform' && act.about) return `standing ${valueOf(act, ref)}`;
  if (act.act === 'inform') return `${act.slot} ${act.not ? 'not ' : ''}${valueOf(act, ref)}${itemIn(act)}`;
  if (act.act === 'request') return `request ${act.intent}${act.again ? ' again' : ''}`;
  if (act.act === 'waitlist') return `waitlist ${act.wish}`;
  if (act.act === 'ask') return `ask ${act.topic}`;
  return act.act === 'choose' ? `choose ${act.n}` : act.act;
}

function valueOf(act: Extract<Act, { act: 'inform' }>, ref: string): string {
  if (act.slot === 'when') return whenText(act.value, ref);
  if (act.slot === 'attendee') return whoseOf(act.value);
  if (act.slot === 'recurrence') return JSON.stringify(act.value);
  return act.slot === 'asset' ? act.value.label : act.value;
}

/** In brackets: "haircut (son Tom, with)". */
function itemIn({ item }: Extract<Act, { act: 'inform' }>): string {
  if (!item) return '';
  const { attendee, asset, person, stands } = item;
  const parts = [attendee && whoseOf(attendee), asset?.label, person, stands];
  return ` (${parts.filter((part) => part !== undefined).join(', ')})`;
}

function whoseOf({ kin, name, nth }: AttendeeMention): string {
  return [kin, name, nth].filter((part) => part !== undefined).join(' ') || 'me';
}

/** A table of messages in one setting; the first column is what is said, the second what it means. */
export function claims(setting: Setting, rows: readonly (readonly [said: string, means: string])[]): void {
  test.each(rows)('%j means %s', (said, means) => {
    expect(hear(said, setting)).toBe(means);
  });
}
