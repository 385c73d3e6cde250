/** One day at the desk: its bookings, what waits for a person, and the way to other days. */

import { element } from '../../shared/element';
import { bookingTable } from './bookingTable';
import { dayName } from './days';
import type { Day } from './server';
import { taskList } from './taskList';

export interface DayActions {
  go(date: string): void;
  step(days: number): void;
  today(): void;
  leave(): void;
}

const button = (
  label: string,
  act: () => void,
  more: Readonly<Record<string, string>> = {},
): HTMLButtonElement => {
  const made = element('button', { type: 'button', class: 'button quiet', ...more }, label);
  made.addEventListener('click', act);
  return made;
};

export class DayPage {
  readonly node: HTMLElement;
  private readonly business = element('p', { class: 'business' });
  private readonly heading = element('h1', { tabindex: -1 });
  private readonly picker = element('input', { type: 'date', 'aria-label': 'Day', required: true });
  private readonly bookings = element('section', { 'aria-labelledby': 'bookings' });
  private readonly tasks = element('section', { 'aria-labelledby': 'tasks' });
  private readonly state = element('p', { class: 'state soft', role: 'status' });
  private shown = '';

  constructor(private readonly actions: DayActions) {
    this.picker.addEventListener('change', () => {
      if (this.picker.value !== '') actions.go(this.picker.value);
    });
    this.node = element(
      'div',
      { class: 'desk' },
      element(
        'header',
        { class: 'bar' },
        this.business,
        button('Sign out', () => actions.leave()),
      ),
      element('main', {}, this.heading, this.navigation(), this.state, this.bookings, this.tasks),
    );
  }

  /** Draws only what changed: a refresh under somebody's eyes moves nothing. */
  render(day: Day): void {
    this.warn('');
    const shown = JSON.stringify(day);
    if (shown === this.shown) return;
    this.shown = shown;
    document.title = `${day.tenant.name}: ${dayName(day.date)}`;
    this.business.textContent = day.tenant.name;
    this.heading.textContent = dayName(day.date);
    this.picker.value = day.date;
    const going = day.bookings.filter((booking) => booking.status !== 'cancelled').length;
    this.bookings.replaceChildren(title('bookings', `Bookings (${going})`), bookingTable(day.bookings));
    this.tasks.replaceChildren(
      title('tasks', `Open tasks (${day.tasks.length})`),
      taskList(day.tasks, day.date),
    );
  }

  warn(words: string): void {
    if (this.state.textContent !== words) this.state.textContent = words;
  }

  private navigation(): HTMLElement {
    const { actions } = this;
    return element(
      'nav',
      { class: 'days', 'aria-label': 'Days' },
      button('‹', () => actions.step(-1), { 'aria-label': 'Previous day' }),
      this.picker,
      button('›', () => actions.step(1), { 'aria-label': 'Next day' }),
      button('Today', () => actions.today()),
      button('Print', () => window.print()),
    );
  }
}

const title = (id: string, words: string): HTMLElement => element('h2', { id }, words);
