/** Finds the limit of a real wire that an outgoing message breaks. */
import { withoutMarks } from '../../locales';
import type { ChannelKind, Limits, Outgoing } from '../channel';
import { numberedLine, render } from '../render';
import { isCarrierWord } from '../twilioSms';
import { FAKE_LIMITS } from './limits';

/** A sentence on what the real wire would refuse or spoil; null where the message is fine. */
export function brokenLimit(kind: ChannelKind, message: Outgoing): string | null {
  const { text, choices } = message;
  const limits = FAKE_LIMITS[kind];
  if (text.trim() === '') return 'a message needs a text';
  if (/[\p{Surrogate}\u0000]/u.test(text)) return 'the text has half a surrogate pair or NUL';
  if (text.length > limits.textLength) return `${text.length} characters are above ${limits.textLength}`;
  const shown = render({ text, choices }, limits);
  // Where nothing can be tapped the text itself must carry the choices.
  return shown.kind === 'numbered' ? (carrierWordIn(text, limits) ?? unlisted(text, choices, limits)) : null;
}

/** A customer who types such an answer would be opted out or in by the carrier instead of answered. */
function carrierWordIn(text: string, { carrierWords }: Limits): string | null {
  const word = carrierWords ? numberedIn(text).find(isCarrierWord) : undefined;
  return word === undefined ? null : `"${word}" is a word that carriers act upon and cannot be an answer`;
}

function unlisted(text: string, choices: readonly string[], { spoken, carrierWords }: Limits): string | null {
  const [said, listed] = [withoutMarks(text), numberedIn(text)];
  const stands = (choice: string): boolean => {
    if (spoken) return said.includes(choice);
    return listed.includes(choice) || (carrierWords === true && isCarrierWord(choice));
  };
  const bare = choices.map(withoutMarks);
  const missing = bare.findIndex((choice) => !stands(choice) || (!spoken && listed.length < bare.length));
  if (missing < 0) return null;
  const line = numberedLine(bare[missing] ?? '', missing);
  return `the line "${line}" is not in the text, and there are no buttons for it`;
}

/** What stands behind the numbers of the numbered lines, in the digits of any script. */
function numberedIn(text: string): readonly string[] {
  const lines = withoutMarks(text).split('\n');
  return lines.flatMap((line) => /^\p{Nd}{1,2}\. (.*)$/u.exec(line)?.[1] ?? []);
}
