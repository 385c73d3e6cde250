/** The round button in the corner of the page, with the number of messages not yet seen. */

import type { Labels } from '../labels';
import { element } from '../../shared/element';
import { icon, ICONS } from './icons';

const MOST_SHOWN = 9;

export class Launcher {
  readonly node: HTMLButtonElement;
  /** Says to a screen reader that something came while the chat was closed. */
  readonly announcer: HTMLElement;
  private readonly badge: HTMLElement;

  constructor(
    private readonly labels: Labels,
    open: () => void,
  ) {
    this.badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
    this.node = element('button', { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog' });
    this.node.append(icon(...ICONS.chat), this.badge);
    this.announcer = element('div', { class: 'unseen', role: 'status' });
    this.node.addEventListener('click', open);
  }

  render(isOpen: boolean, unread: number): void {
    const { labels } = this;
    this.node.hidden = isOpen;
    this.node.setAttribute('aria-expanded', String(isOpen));
    this.node.setAttribute(
      'aria-label',
      unread > 0 ? `${labels.open} (${labels.unread(unread)})` : labels.open,
    );
    this.badge.hidden = unread === 0;
    this.badge.textContent = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
    const news = !isOpen && unread > 0 ? labels.unread(unread) : '';
    if (this.announcer.textContent !== news) this.announcer.textContent = news;
  }
}
