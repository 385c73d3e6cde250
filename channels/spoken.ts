/** Makes of a text what is said aloud: whole sentences, no signs, the choices with the keys to press. */
import { withoutMarks, type Wording } from '../locales';

const PICTURES = /[\p{Extended_Pictographic}\u200D\uFE0F]/gu;
/** "08:00–17:00" has no pause in it; a dash between other things is one. */
const SPAN = /(\p{Nd}{1,2}:\p{Nd}{2})\s?[–-]\s?(\p{Nd}{1,2}:\p{Nd}{2})/gu;
const ENDED = /[.!?؟:…]$/u;

export function spokenText(text: string, wording: Wording): string {
  const plain = withoutMarks(text).replace(PICTURES, '');
  const spans = plain.replace(SPAN, (_all, from: string, to: string) =>
    wording.say({ key: 'voice.span', with: { from, to } }),
  );
  const lines = withoutMarks(spans)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim());
  return lines
    .filter((line) => line !== '')
    .map(sentence)
    .join('\n');
}

/** "For Yes, press 1." @param index from 0 */
export function spokenChoice(choice: string, index: number, wording: Wording): string {
  const said = wording.say({ key: 'voice.choice', with: { choice, number: index + 1 } });
  return spokenText(said, wording);
}

/** A line that stands by itself on a screen needs its end said. */
function sentence(line: string): string {
  return ENDED.test(line) ? line : `${line}.`;
}
