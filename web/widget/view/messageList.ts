/** The list of messages on the screen: each one's element is made once and only then changed, so that nothing is read out twice. */

import type { Locale } from '../../shared/locale';
import type { Labels } from '../labels';
import type { Delivery, Message } from '../talk/thread';
import { dayOf, isSameDay, timeOf } from './dates';
import { element } from '../../shared/element';
import { richText } from './richText';

/** Messages of one sender within this time stand together under one time. */
const TOGETHER_MILLIS = 5 * 60_000;

interface Row {
  readonly item: HTMLLIElement;
  readonly day: HTMLElement;
  readonly foot: HTMLElement;
  shown: string;
}

export class MessageList {
  readonly node: HTMLOListElement;
  private readonly rows = new Map<string, Row>();

  constructor(
    private readonly labels: Labels,
    private readonly locale: Locale,
    private readonly again: (clientId: string) => void,
  ) {
    this.node = element('ol', { class: 'messages', role: 'list' });
  }

  render(messages: readonly Message[], speaker: string, now: number): void {
    this.forget(messages);
    messages.forEach((message, index) => {
      const row = this.rowOf(message, speaker);
      this.update(row, message, messages[index - 1], messages[index + 1], now);
      const standing = this.node.children[index];
      if (standing !== row.item) this.node.insertBefore(row.item, standing ?? null);
    });
  }

  private forget(messages: readonly Message[]): void {
    const keys = new Set(messages.map((message) => message.key));
    for (const [key, row] of this.rows) {
      if (keys.has(key)) continue;
      row.item.remove();
      this.rows.delete(key);
    }
  }

  private rowOf(message: Message, speaker: string): Row {
    const known = this.rows.get(message.key);
    if (known) return known;
    const day = element('p', { class: 'day' });
    const foot = element('p', { class: 'foot' });
    const words = element('div', { class: 'words', dir: 'auto' });
    words.append(...(message.mine ? [message.text] : richText(message.text)));
    const who = element('span', { class: 'unseen' }, `${message.mine ? this.labels.you : speaker}: `);
    const item = element('li', {}, day, element('div', { class: 'bubble' }, who, words), foot);
    const row: Row = { item, day, foot, shown: '' };
    this.rows.set(message.key, row);
    return row;
  }

  private update(
    row: Row,
    message: Message,
    before: Message | undefined,
    after: Message | undefined,
    now: number,
  ): void {
    const day = before && isSameDay(before.at, message.at) ? '' : dayOf(message.at, now, this.locale);
    const first = !before || day !== '' || !together(before, message);
    const last = !after || !together(message, after) || message.delivery !== 'sent';
    const shown = JSON.stringify([day, first, last, message.delivery, message.at]);
    if (row.shown === shown) return;
    row.shown = shown;
    row.item.className = [
      message.mine ? 'mine' : 'theirs',
      message.delivery,
      first ? 'first' : '',
      last ? 'last' : '',
    ]
      .filter((name) => name !== '')
      .join(' ');
    row.day.textContent = day;
    row.day.hidden = day === '';
    row.foot.replaceChildren(...this.footOf(message));
    row.foot.hidden = !last;
  }

  private footOf(message: Message): readonly Node[] {
    const states: Readonly<Record<Delivery, () => readonly Node[]>> = {
      sent: () => [timeElement(message.at, this.locale)],
      sending: () => [document.createTextNode(this.labels.sending)],
      waiting: () => this.unsent(message, this.labels.waiting),
      failed: () => this.unsent(message, this.labels.failed),
    };
    return states[message.delivery]();
  }

  private unsent(message: Message, why: string): readonly Node[] {
    const button = element('button', { type: 'button', class: 'again' }, this.labels.again);
    button.addEventListener('click', () => this.again(message.clientId ?? message.key));
    return [element('span', { class: 'why' }, why), button];
  }
}

function together(a: Message, b: Message): boolean {
  return a.mine === b.mine && Math.abs(b.at - a.at) < TOGETHER_MILLIS && isSameDay(a.at, b.at);
}

function timeElement(at: number, locale: Locale): HTMLTimeElement {
  return element('time', { datetime: new Date(at).toISOString() }, timeOf(at, locale));
}
