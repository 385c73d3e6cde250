/** What waits for a person. */

import { element } from '../../shared/element';
import { whenOf } from './days';
import type { Task } from './server';

const KINDS: Readonly<Record<string, string>> = {
  human: 'Wants to speak to a person',
  callback: 'Wants to be called back',
  complaint: 'Complaint',
  'cancel-wish': 'May want to cancel',
  promise: 'Promise to keep',
  other: 'Needs a look',
};

export function taskList(tasks: readonly Task[], date: string): HTMLElement {
  if (tasks.length === 0) return element('p', { class: 'nothing' }, 'Nothing is waiting.');
  return element('ul', { class: 'tasks', role: 'list' }, ...tasks.map((task) => entry(task, date)));
}

function entry(task: Task, date: string): HTMLElement {
  const who = task.customer ? [' · ', element('bdi', {}, task.customer)] : [];
  return element(
    'li',
    {},
    element('p', {}, element('strong', {}, KINDS[task.kind] ?? task.kind), ...who),
    element('p', { class: 'text', dir: 'auto' }, task.text ?? ''),
    element('p', { class: 'soft' }, whenOf(task.created, date)),
  );
}
