/** Every day of a series is looked at before anything is booked; what cannot be had is asked about, one day after the other. */
import type { PlanCommands } from '../../../commands/plans/types';
import type { OccurrenceView, SeriesChanges, SeriesInput } from '../../../commands/series/types';
import type { Moment } from '../../../understanding/moment';
import type { Fact } from '../../../locales/saying';
import { keptAsset } from '../../asks/asset';
import { attendee } from '../../asks/name';
import { exactly } from '../../asks/when/wish';
import { dateFact, listFact, momentFact, say, words } from '../../facts';
import { deed, type Ask, type Outcome, type Question, type Scene, type Slots } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Deed, Json, Offered, World } from '../../talk';
import { slotText } from '../../turn';
import { refused } from '../booking/refused';
import { RECURRENCE } from './rule';

export const CHECKED = 'checked';
/** The day that is asked about. */
export const OPEN = 'series.open';
/** What was agreed about single days: another start, or null to leave it out. */
export const CHANGES = 'series.changes';

type Checked = Awaited<ReturnType<PlanCommands['checkSeries']>>;

export const checkAll = deed<Json, Checked>({
  id: CHECKED,
  inputs: (scene) => {
    const input = seriesInput(scene);
    return input && toJson(input);
  },
  run: async (inputs, { world }) => world.plans.checkSeries(inputIn(inputs)),
  results: {
    checked: ({ occurrences }) => ({
      keep: toJson(occurrences),
      sets: { [OPEN]: occurrences.find(isOpen)?.date ?? null },
    }),
    refused: ({ refusal }, scene) => cannotBe(refusal, scene),
  },
  look: async ({ inputs, value }: Deed, world: World) => {
    const result = await world.plans.checkSeries(inputIn(inputs));
    const isSame = result.kind === 'checked' && noneWasTaken(result.occurrences, occurrencesOf(value));
    return isSame ? toJson(result.occurrences) : null;
  },
});

/** A day that was free and is no more has to be asked about, so the check counts no longer. */
function noneWasTaken(now: readonly OccurrenceView[], before: readonly OccurrenceView[]): boolean {
  const known = before.filter(isOpen).map(({ date }) => date);
  return now.filter(isOpen).every(({ date }) => known.includes(date));
}

function isOpen({ kind }: OccurrenceView): boolean {
  return kind !== 'free';
}

/** A rule for single appointments is told like for one; all else begins anew with the time. */
function cannotBe({ rule, value }: Extract<Checked, { kind: 'refused' }>['refusal'], scene: Scene): Outcome {
  if (rule === 'nothing-left') return { says: [say('series.nothingLeft')], ends: true };
  if (rule === 'impossible-rule' || rule === 'unknown-occurrence')
    return {
      clears: [RECURRENCE],
      sets: { [CHANGES]: null, [OPEN]: null },
      says: [say('series.impossible')],
    };
  return refused(scene, { rule, value }, []);
}

export function seriesInput(scene: Scene): (SeriesInput & SeriesChanges) | null {
  const { settled, frame } = scene;
  const [service, branch, first] = ['service', 'branch', 'when'].map((name) => slotText(settled, name));
  const rule = settled[RECURRENCE];
  if (service === undefined || branch === undefined || first === undefined || rule === undefined) return null;
  const person = slotText(settled, 'person');
  const asset = keptAsset(settled['asset']) ?? keptAsset(frame.facts['kept']?.value);
  const whose = attendee(scene);
  return {
    ...{ service, branch, first },
    // `howOften` settles to a rule
    rule: rule as unknown as SeriesInput['rule'],
    ...(person !== undefined && { person }),
    ...(asset && { assetId: asset.id }),
    ...(asset?.class && { assetClass: asset.class }),
    ...(whose !== undefined && { attendee: whose }),
    ...changesOf(frame.slots),
  };
}

function changesOf({ [CHANGES]: value }: Slots): SeriesChanges {
  const changes = Object.entries(isRecord(value) ? value : {});
  const skip = changes.filter(([, start]) => start === null).map(([date]) => date);
  const replacements = changes.flatMap(([date, start]) =>
    typeof start === 'string' ? [{ date, start }] : [],
  );
  return { ...(skip.length > 0 && { skip }), ...(replacements.length > 0 && { replacements }) };
}

/** The inputs were made by `seriesInput`. */
function inputIn(inputs: Json): SeriesInput & SeriesChanges {
  return inputs as unknown as SeriesInput & SeriesChanges;
}

export function occurrencesIn({ facts }: Scene['frame']): readonly OccurrenceView[] {
  return occurrencesOf(facts[CHECKED]?.value);
}

function occurrencesOf(value: Json | undefined): readonly OccurrenceView[] {
  // only `checkAll` writes this fact
  return value === undefined ? [] : (value as unknown as readonly OccurrenceView[]);
}

/** What becomes of a day that cannot be had: the slots to set. @param start null leaves it out */
export function agreedOn(slots: Slots, start: string | null): Slots {
  const open = slotText(slots, OPEN);
  const known = isRecord(slots[CHANGES]) ? slots[CHANGES] : {};
  return open === undefined ? {} : { [CHANGES]: { ...known, [open]: start }, [OPEN]: null };
}

/** Another time for the day that is asked about: on that day, unless one is named. */
export function replacing(slots: Slots, { date, time }: Moment): Slots | null {
  const open = slotText(slots, OPEN);
  if (open === undefined || !time) return null;
  return agreedOn(slots, `${date?.certain ? date.value : open}T${time.value}`);
}

export const conflicts: Ask = {
  slot: CHANGES,
  beside: [OPEN],
  hear: () => null,
  settle: async (scene) => {
    const open = occurrencesIn(scene.frame).filter(isOpen);
    const [first] = open;
    if (!first) return { kind: 'unneeded' };
    return { kind: 'open', question: whatInstead(scene, first, open) };
  },
};

function whatInstead(scene: Scene, first: OccurrenceView, open: readonly OccurrenceView[]): Question {
  const all = occurrencesIn(scene.frame);
  const free = all.length - open.length;
  const date = dateFact(first.date);
  const asks = say('series.instead', { date });
  const lines = listFact(open.map(conflictLine), 'lines');
  return {
    asking: 'choice',
    says: [say('series.conflicts', { count: free, of: all.length, lines }), asks],
    again: [asks],
    hint: say('series.insteadHint'),
    choices: [...startsInstead(first).map(alternative), LEAVE_OUT],
  };
}

function conflictLine(occurrence: OccurrenceView): Fact {
  const when = occurrence.kind === 'free' ? momentFact(occurrence.slot.start) : momentFact(occurrence.start);
  const others = listFact(startsInstead(occurrence).map(momentFact), 'or');
  return words(others ? 'series.conflictOr' : 'series.conflict', { when, others });
}

const MOST_ALTERNATIVES = 2;

function startsInstead(occurrence: OccurrenceView): readonly string[] {
  if (occurrence.kind === 'free') return [];
  if (occurrence.kind === 'conflict')
    return occurrence.alternatives.slice(0, MOST_ALTERNATIVES).map(({ start }) => start);
  return [...new Set(occurrence.readings.map((reading) => reading.slice(0, 16)))];
}

function alternative(start: string): Offered {
  return { label: momentFact(start), acts: [{ act: 'inform', slot: 'when', value: exactly(start) }] };
}

const LEAVE_OUT: Offered = { label: words('choice.leaveOut'), acts: [{ act: 'deny' }] };
