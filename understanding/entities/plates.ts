/** Number plates as customers type them. Formats: Germany (FZV, annex 4), Great Britain since 2001, France and Italy, Iran. */
import { matchesOf } from '../text/matches';
import type { Scene } from '../scene';
import { VEHICLE_WORDS } from './makes';

export interface Plate {
  /** As it is written on the vehicle. */
  readonly plate: string;
  readonly from: number;
  readonly to: number;
}

interface Format {
  readonly pattern: RegExp;
  /** Null when these letters and digits are something else here. */
  readonly read: (match: RegExpExecArray, sure: boolean) => string | null;
}

/** German weekdays in short: "Mo-Fr 10" is no plate. */
const WEEKDAYS = new Set(['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so']);
/** Small words that stand before numbers: "car at 10" is no plate. */
const SMALL_WORDS = new Set(
  'at on by to in am pm or if is it as of no so um ab an zu be we he me my do go up us ca vw'.split(' '),
);
/** Letters of models that look like the first half of a plate. */
const MODELS = new Set(['c hr', 'cr v', 'hr v', 't roc', 'mx', 'cx', 'e up', 'id']);

const GERMAN: Format = {
  pattern:
    /(?<![\p{L}\p{N}-])([a-zäöü]{1,3})([ -]{1,3})([a-zäöü]{1,2})([ -]?)(\d{1,4})([eh]?)(?![\p{L}\p{N}:]|[.,]\d)/gu,
  read: ([, place = '', gap = '', letters = '', , digits = '', kind = ''], sure) => {
    const hyphen = gap.includes('-');
    if (!hyphen && (!sure || SMALL_WORDS.has(letters) || SMALL_WORDS.has(place))) return null;
    if (WEEKDAYS.has(place) && WEEKDAYS.has(letters)) return null;
    if (!hyphen && VEHICLE_WORDS.has(place)) return null;
    if (MODELS.has(`${place} ${letters}`) || digits.startsWith('0')) return null;
    return `${place}-${letters} ${digits}${kind}`.toUpperCase();
  },
};

const BRITISH: Format = {
  pattern: /(?<![\p{L}\p{N}])([a-z]{2}\d{2}) ?([a-z]{3})(?![\p{L}\p{N}])/gu,
  read: ([whole, area = '', letters = ''], sure) =>
    sure || !whole.includes(' ') ? `${area} ${letters}`.toUpperCase() : null,
};

const FRENCH: Format = {
  pattern: /(?<![\p{L}\p{N}])([a-z]{2})[ -]?(\d{3})[ -]?([a-z]{2})(?![\p{L}\p{N}])/gu,
  read: ([whole, first = '', digits = '', last = ''], sure) =>
    sure || whole.includes('-') ? `${first}-${digits}-${last}`.toUpperCase() : null,
};

const IRANIAN: Format = {
  pattern: /(?<!\d)(\d{2}) ?([\u0600-\u06ff]{1,3}) ?(\d{3}) ?(?:-|ایران)? ?(\d{2})(?!\d)/gu,
  read: ([, first, letter, middle, place]) => `${first} ${letter} ${middle} - ${place}`,
};

const FORMATS: readonly Format[] = [IRANIAN, BRITISH, FRENCH, GERMAN];
/** Any short run of letters and digits, after a word such as "registration". */
const ANYTHING = /^[ :]{0,2}([\p{L}\p{N}]{1,4}(?:[ -]?[\p{L}\p{N}]{1,5}){0,3})/u;
const LEAD = 32;

export function platesIn(scene: Scene): Plate[] {
  const plates: Plate[] = [];
  for (const { pattern, read } of FORMATS) {
    for (const match of matchesOf(scene.text, pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (plates.some((other) => from < other.to && other.from < to)) continue;
      const plate = scene.claims.free(from, to) ? read(match, isSure(scene, from, to)) : null;
      if (plate !== null) plates.push({ plate, from, to });
    }
  }
  return plates.length > 0 ? plates : afterLead(scene);
}

/** Capitals, a word such as "plate" before it, nothing beside it, or a question about the vehicle make it certain without hyphen. */
function isSure(scene: Scene, from: number, to: number): boolean {
  const letters = scene.utterance.said.slice(from, to).replace(/[^\p{L}]/gu, '');
  if (scene.asked === 'asset' || /\p{Script=Arabic}/u.test(letters)) return true;
  const { text } = scene;
  if (/^[ .,!]*$/.test(text.slice(0, from) + text.slice(to))) return true;
  const shouted = scene.utterance.said === scene.utterance.said.toUpperCase();
  if (letters === letters.toUpperCase() && !shouted) return true;
  return scene.language.relations.plateBefore.test(scene.text.slice(Math.max(0, from - LEAD), from));
}

function afterLead(scene: Scene): Plate[] {
  const lead = scene.tokens.find(({ to }) => endsLead(scene, to));
  if (!lead) return [];
  const match = ANYTHING.exec(scene.text.slice(lead.to, lead.to + LEAD));
  const words = (match?.[1] ?? '').split(' ');
  const end = words.findLastIndex((word) => /\d/.test(word));
  if (!match || end < 0) return [];
  const plate = words.slice(0, end + 1).join(' ');
  const from = lead.to + match[0].indexOf(match[1] ?? '');
  return [{ plate: plate.toUpperCase(), from, to: from + plate.length }];
}

function endsLead(scene: Scene, to: number): boolean {
  const next = scene.text.slice(to, to + 2);
  return (
    /^[ :]/.test(next) &&
    scene.language.relations.plateBefore.test(scene.text.slice(Math.max(0, to - LEAD), to))
  );
}

/** Letters and digits alone, to compare two plates. */
export function plateKey(plate: string): string {
  return plate.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
