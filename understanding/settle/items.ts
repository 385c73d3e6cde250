/** Several things in one breath: which service is for whom, on what and by whom, and how they stand to each other. */
import type { Act, ItemDetails } from '../acts';
import { nameIndexOf } from '../entities/nameIndex';
import type { Together } from '../languages/language';
import type { Finding, Recogniser, Scene } from '../scene';
import { matchesOf } from '../text/matches';
import { draftsOf, type Draft } from './drafts';
import { markersOf, type Marker } from './markers';

/** "At the same time" beside several things says how they stand to each other, and no time. */
export const AT_ONCE: Recogniser = {
  name: 'at-once',
  read: (scene) => {
    const { together } = scene.language;
    if (!together || !namesSeveral(scene, together)) return [];
    return matchesOf(scene.text, together.atOnce).map((match) => {
      return { recogniser: 'at-once', from: match.index, to: match.index + match[0].length };
    });
  },
};

function namesSeveral({ hearing, language, tokens, text }: Scene, { count }: Together): boolean {
  const { words } = nameIndexOf(hearing.catalog.services, language);
  const named = tokens.filter(({ word }) => words.has(word) || words.has(language.stem(word)));
  return named.length > 1 || named.some(({ from }) => count.test(text.slice(0, from)));
}

/** The findings with what belongs to one of several services folded into it; for one service they stay as they are. */
export function itemsOf(findings: readonly Finding[], scene: Scene): readonly Finding[] {
  const { together } = scene.language;
  if (!together) return findings;
  const markers = markersOf(findings);
  const open = markers.filter((marker, place) => isChoice(marker, markers[place - 1], scene, together));
  if (open.length > 0) return findings.map((each) => marked(each, 'either'));
  const drafts = draftsOf(markers, scene.text, together);
  if (drafts.length < 2)
    return findings.map((each) => (isOnly(each, scene, together) ? marked(each, 'only') : each));
  const folded = foldedSlots(markers);
  const rest = findings.filter(({ slot }) => slot === undefined || !folded.has(slot));
  return [...rest, ...drafts.map((draft) => finding(draft, folded))];
}

/** "a haircut or a colour" */
function isChoice(
  marker: Marker,
  before: Marker | undefined,
  { text }: Scene,
  { either }: Together,
): boolean {
  return (
    marker.slot === 'service' && before?.slot === 'service' && either.test(text.slice(before.to, marker.from))
  );
}

/** "Only the haircut", while something is being made. */
function isOnly({ slot, from }: Finding, { text, asked }: Scene, { only }: Together): boolean {
  return slot === 'service' && asked !== null && asked !== 'service' && only.test(text.slice(0, from));
}

function marked(finding: Finding, mark: 'only' | 'either'): Finding {
  const acts = finding.acts?.map((act) =>
    act.act === 'inform' && act.slot === 'service' ? { ...act, [mark]: true as const } : act,
  );
  return finding.slot === 'service' && acts ? { ...finding, acts } : finding;
}

/** What was said once is said of all of them, and stands beside them. */
function foldedSlots(markers: readonly Marker[]): ReadonlySet<string> {
  const said = (slot: Marker['slot']): number =>
    markers.reduce((sum, marker) => (marker.slot === slot ? sum + marker.values.length : sum), 0);
  const several = (['asset', 'person'] as const).filter((slot) => said(slot) > 1);
  return new Set(['service', 'attendee', ...several]);
}

function finding({ service, from, to, item }: Draft, folded: ReadonlySet<string>): Finding {
  const { attendee, asset, person, stands } = item;
  const own: ItemDetails = {
    ...(attendee && Object.keys(attendee).length > 0 && { attendee }),
    ...(asset && folded.has('asset') && { asset }),
    ...(person !== undefined && folded.has('person') && { person }),
    ...(stands && { stands }),
  };
  const said = Object.keys(own).length > 0 ? { item: own } : {};
  const act: Act = { act: 'inform', slot: 'service', value: service, ...said };
  return { recogniser: 'item', from, to, slot: 'service', acts: [act] };
}
