/** Where the visitor writes: grows with the words, Enter sends, Shift and Enter begins a new line. */

import type { Labels } from '../labels';
import { element } from '../../shared/element';
import { icon, ICONS } from './icons';

const LONGEST_TEXT = 4_000;

export class Composer {
  readonly node: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  private readonly button: HTMLButtonElement;

  constructor(
    labels: Labels,
    private readonly send: (text: string) => void,
  ) {
    this.field = element('textarea', {
      rows: 1,
      maxlength: LONGEST_TEXT,
      placeholder: labels.placeholder,
      'aria-label': labels.message,
      enterkeyhint: 'send',
      autocomplete: 'off',
    });
    this.button = element(
      'button',
      { type: 'submit', class: 'send', 'aria-label': labels.send },
      icon(...ICONS.send),
    );
    this.node = element('form', { class: 'composer', novalidate: true }, this.field, this.button);
    this.listen();
    this.fit();
  }

  private listen(): void {
    this.node.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.field.addEventListener('input', () => this.fit());
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
  }

  private submit(): void {
    const text = this.field.value.trim();
    if (text !== '') {
      this.field.value = '';
      this.fit();
      this.send(text);
    }
    this.field.focus();
  }

  /** The style sheet sets the tallest; beyond it the field scrolls. */
  private fit(): void {
    const empty = this.field.value.trim() === '';
    this.node.classList.toggle('empty', empty);
    // Words bring their own direction; the invitation to write has the widget's.
    if (empty) this.field.removeAttribute('dir');
    else this.field.dir = 'auto';
    this.field.style.height = 'auto';
    if (this.field.scrollHeight > 0) this.field.style.height = `${this.field.scrollHeight}px`;
  }
}
