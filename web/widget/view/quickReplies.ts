/** Answers to tap: they belong to the newest message of the other side and go when it is answered. */

import type { CardAction } from '../directline/activity';
import { element } from '../../shared/element';

export interface Picked {
  readonly value: string;
  /** Chosen by keyboard or screen reader: the focus must not be lost with the button. */
  readonly byKeyboard: boolean;
}

export class QuickReplies {
  readonly node: HTMLElement;
  private shown = '[]';

  constructor(
    label: string,
    private readonly picked: (pick: Picked) => void,
  ) {
    this.node = element('div', { class: 'replies', role: 'group', 'aria-label': label, hidden: true });
  }

  render(actions: readonly CardAction[]): void {
    const shown = JSON.stringify(actions);
    if (shown === this.shown) return;
    this.shown = shown;
    this.node.replaceChildren(...actions.map((action) => this.button(action)));
    this.node.hidden = actions.length === 0;
  }

  private button(action: CardAction): HTMLButtonElement {
    const made = element('button', { type: 'button', class: 'reply', dir: 'auto' }, action.title);
    made.addEventListener('click', (event) =>
      this.picked({ value: action.value, byKeyboard: event.detail === 0 }),
    );
    return made;
  }
}
