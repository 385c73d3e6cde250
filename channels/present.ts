/** What a customer gets to see or hear on one wire: sayings in their language, with choices that fit. */
import { fromTheRight, type Width, type Wording } from '../locales';
import { hasSentence } from '../locales/words';
import type { Fact } from '../locales/saying';
import type { Limits } from './channel';
import { areTitles, numberedLine, render } from './render';
import { spokenChoice, spokenText } from './spoken';
import { isCarrierWord } from './twilioSms/keywords';

export interface Presented {
  /** Complete by itself: choices are in it as lines where the wire has nothing to tap. */
  readonly text: string;
  /** Labels of the choices, in the order offered. */
  readonly choices: readonly string[];
}

/** How one customer is spoken to over one wire. */
export interface Voice {
  readonly wording: Wording;
  readonly limits: Limits;
}

/** @param said the worded sayings of one message */
export function present(said: readonly string[], labels: readonly Fact[], voice: Voice): Presented {
  const choices = fittingLabels(labels, voice);
  const lines = labels.map((label, index) => lineOf(choices[index] ?? '', label, index, voice));
  const { text } = render({ text: laidOut(said.join('\n'), voice), choices, lines }, voice.limits);
  return { text, choices };
}

const WIDTHS: readonly Width[] = ['long', 'short', 'bare'];

/** Days are written shorter where only that makes room for them; what cannot be tapped is written in full. */
function fittingLabels(labels: readonly Fact[], { wording, limits }: Voice): readonly string[] {
  const all = WIDTHS.map((width) => labels.map((label) => wording.label(label, width)));
  return all.find((choices) => areTitles(choices, limits)) ?? all[0] ?? [];
}

function lineOf(choice: string, label: Fact, index: number, voice: Voice): string {
  const { wording, limits } = voice;
  if (limits.spoken) return spokenChoice(choice, index, wording);
  const other = limits.carrierWords && isCarrierWord(choice) ? otherWords(label, wording) : null;
  return laidOut(numberedLine(other ?? choice, index, wording.fact(index + 1)), voice);
}

function laidOut(text: string, { wording, limits }: Voice): string {
  if (limits.spoken) return spokenText(text, wording);
  return wording.rightToLeft ? fromTheRight(text) : text;
}

/** Words that mean the same and that no carrier acts upon; the number is what is answered with. */
function otherWords(label: Fact, wording: Wording): string | null {
  if (typeof label !== 'object' || label.kind !== 'saying') return null;
  const key = `${label.saying.key}BySms`;
  return hasSentence(key) ? wording.say({ key, with: label.saying.with }) : null;
}
