/** Handing over to the team: a task with what is known, and an honest word on when somebody is there. */
import type { TaskKind } from '../../commands/types';
import { addDays, minuteOf, timeOfMinute } from '../../scheduling/localDate';
import { hoursOn } from '../../scheduling/openingHours';
import { toLocal } from '../../scheduling/zone';
import type { Branch, LocalDateTime } from '../../scheduling/business';
import type { Saying } from '../../locales/saying';
import { businessFact, momentFact, say } from '../facts';
import { deed, type Flow, type FlowId, type SayStep, type Scene, type Step } from '../flow';
import type { World } from '../talk';
import { slotText } from '../turn';

type Raised = { readonly kind: 'raised'; readonly taskId: string };
type Wish = { readonly kind: TaskKind; readonly text: string };

/** Days that are looked through for the next opening. */
const DAYS_AHEAD = 14;

/** In place of the next opening, while it is open. */
const OPEN = 'open';

/** What the task is about, given when the request begins. */
export const ABOUT = 'about';

export function raiseTask(kind: TaskKind, textOf: (scene: Scene) => string = aboutOf): Step {
  return deed<Wish, Raised>({
    id: 'task',
    seals: true,
    inputs: (scene) => ({ kind, text: textOf(scene) }),
    run: async (inputs, { world }, key) => {
      const { taskId } = await world.commands.raiseTask(inputs, key);
      return { kind: 'raised', taskId };
    },
    results: { raised: ({ taskId }) => ({ keep: taskId }) },
  });
}

export function aboutOf({ frame }: Scene): string {
  return slotText(frame.slots, ABOUT) ?? '';
}

/** @param others facts of the saying beside the name of the business */
export function sayPassedOn(key: string, others: (scene: Scene) => Saying['with'] = () => ({})): SayStep {
  return {
    kind: 'say',
    id: 'passedOn',
    inputs: ({ frame }) => frame.facts['task']?.value ?? null,
    says: (scene) => {
      const { world } = scene;
      return [say(key, { ...others(scene), business: businessFact(world.business) }), ...whenThere(world)];
    },
  };
}

/** Outside opening hours: when somebody is there again. Nothing is said while a branch is open. */
export function whenThere({ business, now }: World): readonly Saying[] {
  const openings = business.branches.map((branch) =>
    nextOpening(branch, toLocal(minuteOf(now), branch.zone)),
  );
  if (openings.includes(OPEN)) return [];
  const next = openings.filter((each) => each !== null).sort()[0];
  return next === undefined ? [] : [say('handoff.openAgain', { when: momentFact(next) })];
}

/** Wall time of the branch; null: not within the days that are looked through. */
function nextOpening(branch: Branch, now: LocalDateTime): LocalDateTime | null {
  const [today = '', time = ''] = now.split('T');
  for (let day = 0; day <= DAYS_AHEAD; day += 1) {
    const date = addDays(today, day);
    for (const { from, to } of hoursOn(branch, date)) {
      if (day > 0 || timeOfMinute(from) > time) return `${date}T${timeOfMinute(from)}`;
      if (to >= 24 * 60 || time < timeOfMinute(to)) return OPEN;
    }
  }
  return null;
}

export function forTheTeam(id: FlowId, steps: readonly Step[], rest: Partial<Flow> = {}): Flow {
  return { id, version: 1, drafts: false, given: [ABOUT], steps, ...rest };
}
