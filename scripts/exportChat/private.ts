/** What of a stored conversation belongs to its people: names, numbers and plates, wherever the journal has them. */
import type { StoredConversation } from '../../bot/storedTurns';
import { SPOKEN } from '../../locales/language';
import { textsOf } from '../../locales/words';
import type { Business } from '../../scheduling/business';
import type { Private } from './madeUp';

export function privateParts(conversation: StoredConversation, business: Business): Private {
  const found: Found = { names: [], phones: [], plates: [] };
  if (conversation.address.startsWith('+')) found.phones.push(conversation.address);
  for (const { entry } of conversation.turns) {
    if (entry === null) continue;
    const { heard, commands, from } = entry;
    collect([heard, commands, from.customer], found);
    for (const { command, input } of commands)
      if (command === 'nameCustomer') keepText(found.names, input[0]);
  }
  return { ...found, kept: keptWords(business) };
}

interface Found {
  readonly names: string[];
  readonly phones: string[];
  readonly plates: string[];
}

function collect(value: unknown, found: Found): void {
  if (Array.isArray(value)) for (const each of value) collect(each, found);
  else if (typeof value === 'object' && value !== null)
    collectFields(value as Record<string, unknown>, found);
}

function collectFields(fields: Record<string, unknown>, found: Found): void {
  const { slot, value } = fields;
  keepText(found.names, fields['name']);
  keepText(found.names, fields['attendee']);
  keepText(found.plates, fields['plate']);
  keepText(found.phones, fields['phone']);
  if (slot === 'name') keepText(found.names, value);
  if (slot === 'phone') keepText(found.phones, value);
  for (const each of Object.values(fields)) collect(each, found);
}

function keepText(texts: string[], value: unknown): void {
  if (typeof value === 'string' && value.trim() !== '' && !texts.includes(value)) texts.push(value);
}

const NAME_WORDS = /[\p{L}\p{M}'’-]+/gu;

/** Names that the business tells everybody, and words that a name may be by chance: May, Will. */
function keptWords(business: Business): ReadonlySet<string> {
  const told = [business, ...business.branches, ...business.resources, ...business.services];
  const names = told.flatMap((each) => Object.values(each.names));
  const texts = SPOKEN.flatMap((language) =>
    Object.values(textsOf(language)).flatMap((group) => Object.values(group)),
  );
  const months = Array.from({ length: 12 }, (_none, month) =>
    new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 15)),
  );
  return new Set(
    [...names, ...texts, ...months].flatMap((text) => text.toLowerCase().match(NAME_WORDS) ?? []),
  );
}
