/** Finds the limit of a real wire that an outgoing message breaks. */
import type { ChannelKind, Outgoing } from '../channel';
import { numberedLine, render } from '../render';
import { smsKeyword } from '../twilioSms';
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
  if (shown.kind === 'numbered')
    return unnumbered(text, choices) ?? (kind === 'sms' ? optOutWord(choices) : null);
  return null;
}

function unnumbered(text: string, choices: readonly string[]): string | null {
  const lines = new Set(text.split('\n'));
  const missing = choices.map(numberedLine).find((line) => !lines.has(line));
  return missing === undefined
    ? null
    : `the line "${missing}" is not in the text, and there are no buttons for it`;
}

/** A customer who types such a label would be opted out by the carrier instead of answering. */
function optOutWord(choices: readonly string[]): string | null {
  const word = choices.find((choice) => ['stop', 'cancel-stop'].includes(smsKeyword(choice) ?? ''));
  return word === undefined ? null : `"${word}" is an opt-out word on SMS and cannot be a choice`;
}
