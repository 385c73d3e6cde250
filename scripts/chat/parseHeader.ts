/** The header of a `.chat` file: when, where, on which channel, and who is known. */
import { IANAZone } from 'luxon';
import { CHANNEL_NAMES, ChatFileError, type ChannelName, type Header } from './chatFile';

const KEYS = ['now', 'tenant', 'channel', 'from', 'known', 'locale', 'llm'] as const;
type Key = (typeof KEYS)[number];
interface Entry {
  readonly value: string;
  readonly line: number;
}

export function parseHeader(file: string, lines: readonly string[]): Header {
  const entries = readEntries(file, lines);
  const refuse = (key: Key, rule: string): never => {
    throw new ChatFileError(file, entries.get(key)?.line ?? 1, rule);
  };
  const needed = (key: Key): string =>
    entries.get(key)?.value ?? refuse(key, `the header line "${key}:" is missing`);
  return {
    ...parseNow(needed('now'), (rule) => refuse('now', rule)),
    tenant: needed('tenant'),
    channel: oneOf<ChannelName>(needed('channel'), CHANNEL_NAMES, (rule) => refuse('channel', rule)),
    from: parseFrom(entries.get('from')?.value, (rule) => refuse('from', rule)),
    known: parseKnown(entries.get('known')?.value),
    locale: entries.get('locale')?.value ?? null,
    llm: oneOf(entries.get('llm')?.value ?? 'off', ['off', 'chaos'] as const, (rule) => refuse('llm', rule)),
  };
}

function readEntries(file: string, lines: readonly string[]): ReadonlyMap<Key, Entry> {
  const entries = new Map<Key, Entry>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, key = '', rest = ''] = /^([a-z]+):\s*(.*)$/u.exec(line) ?? [];
    const known = KEYS.find((name) => name === key);
    if (!known)
      throw new ChatFileError(file, index + 1, `"${line.trim()}" is no header line: ${KEYS.join(', ')}`);
    if (entries.has(known)) throw new ChatFileError(file, index + 1, `"${known}:" stands twice`);
    entries.set(known, { value: withoutComment(rest), line: index + 1 });
  }
  return entries;
}

function withoutComment(text: string): string {
  const at = text.search(/\s{2,}#/u);
  return (at < 0 ? text : text.slice(0, at)).trim();
}

function parseNow(value: string, refuse: (rule: string) => never): { now: string; zone: string } {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})\s+(\S+)$/u.exec(value);
  if (!match || !IANAZone.isValidZone(match[3] ?? ''))
    return refuse(`now takes a day, a time and a zone like 2027-03-27 09:00 Europe/Berlin, not "${value}"`);
  return { now: `${match[1]}T${match[2]}`, zone: match[3] ?? '' };
}

function parseFrom(value: string | undefined, refuse: (rule: string) => never): string | null {
  if (value === undefined) return null;
  return /^\+\d{6,15}$/u.test(value)
    ? value
    : refuse(`from takes a phone number like +4915112345678, not "${value}"`);
}

function parseKnown(value: string | undefined): Header['known'] {
  if (value === undefined || value === '') return null;
  const [name = '', ...vehicles] = value.split(',').map((part) => part.trim());
  return { name, vehicles: vehicles.filter((vehicle) => vehicle !== '') };
}

function oneOf<T extends string>(value: string, allowed: readonly T[], refuse: (rule: string) => never): T {
  return allowed.find((item) => item === value) ?? refuse(`"${value}" is not one of ${allowed.join(', ')}`);
}
