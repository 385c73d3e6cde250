/** Reaching a person: a task for the team with what is known so far, worded honestly; nobody is promised at once. */
import type { TaskKind } from '../../commands/types';
import { phone } from '../asks/phone';
import { businessFact, say } from '../facts';
import { ask, deed, type Flow, type FlowId, type SayStep, type Step } from '../flow';
import { slotText } from '../turn';
import { keepPhone } from './booking/customer';

type Raised = { readonly kind: 'raised'; readonly taskId: string };
type Wish = { readonly kind: TaskKind; readonly text: string };

function raiseTask(kind: TaskKind): Step {
  return deed<Wish, Raised>({
    id: 'task',
    seals: true,
    inputs: ({ frame, settled }) => {
      const number = slotText(settled, 'phone');
      const about = slotText(frame.slots, 'about') ?? '';
      return { kind, text: number === undefined ? about : `${about} (call ${number})` };
    },
    run: async (inputs, { world }, key) => {
      const { taskId } = await world.commands.raiseTask(inputs, key);
      return { kind: 'raised', taskId };
    },
    results: { raised: ({ taskId }) => ({ keep: taskId }) },
  });
}

function sayPassedOn(key: string): SayStep {
  return {
    kind: 'say',
    id: 'passedOn',
    inputs: ({ frame }) => frame.facts['task']?.value ?? null,
    says: ({ world }) => [say(key, { business: businessFact(world.business) })],
  };
}

function forTheTeam(id: FlowId, steps: readonly Step[]): Flow {
  return { id, version: 1, drafts: false, given: ['about'], steps };
}

export const human = forTheTeam('human', [raiseTask('human'), sayPassedOn('human.passedOn')]);

export const complaint = forTheTeam('complaint', [raiseTask('complaint'), sayPassedOn('human.complaint')]);

/** A call back needs a number to call. */
export const callback = forTheTeam('callback', [
  ask(phone),
  keepPhone,
  raiseTask('callback'),
  sayPassedOn('human.callback'),
]);
