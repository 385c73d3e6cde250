/** The scrolling middle of the chat: greeting, messages, writing dots, answers to tap; stays at the newest unless one reads back. */

import type { Locale } from '../../shared/locale';
import type { Labels } from '../labels';
import type { Screen } from './screen';
import { element } from '../../shared/element';
import { icon, ICONS } from './icons';
import { MessageList } from './messageList';
import { type Picked, QuickReplies } from './quickReplies';

/** Within this distance of the end one is reading the newest. */
const NEAR_END_PIXELS = 80;

export interface LogActions {
  readonly again: (clientId: string) => void;
  readonly pick: (pick: Picked) => void;
}

export class Log {
  readonly node: HTMLElement;
  private readonly scroller: HTMLElement;
  private readonly intro: HTMLElement;
  private readonly list: MessageList;
  private readonly dots: HTMLElement;
  private readonly replies: QuickReplies;
  private readonly latest: HTMLButtonElement;
  private newestKey: string | null = null;

  constructor(labels: Labels, locale: Locale, actions: LogActions) {
    this.list = new MessageList(labels, locale, actions.again);
    this.intro = greeting(labels, actions.pick);
    this.dots = writingDots(labels.typing);
    this.replies = new QuickReplies(labels.suggestions, actions.pick);
    this.latest = element('button', {
      type: 'button',
      class: 'latest',
      hidden: true,
      'aria-label': labels.latest,
    });
    this.latest.append(icon(...ICONS.down));
    this.scroller = element(
      'div',
      { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': labels.conversation, tabindex: 0 },
      this.intro,
      this.list.node,
      this.dots,
      this.replies.node,
    );
    this.node = element('div', { class: 'middle' }, this.scroller, this.latest);
    this.latest.addEventListener('click', () => this.toEnd());
    this.scroller.addEventListener('scroll', () => this.latest.toggleAttribute('hidden', this.nearEnd()), {
      passive: true,
    });
  }

  render(screen: Screen): void {
    const newest = screen.messages.at(-1);
    const stay = this.nearEnd() || (newest?.mine === true && newest.key !== this.newestKey);
    this.newestKey = newest?.key ?? null;
    this.intro.hidden = !screen.greets;
    this.list.render(screen.messages, screen.name, screen.now);
    this.dots.hidden = !screen.typing;
    this.replies.render(screen.replies);
    if (stay) this.toEnd();
    else this.latest.hidden = this.nearEnd();
  }

  toEnd(): void {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.latest.hidden = true;
  }

  private nearEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PIXELS;
  }
}

function writingDots(label: string): HTMLElement {
  const dot = (): HTMLElement => element('span', { class: 'dot', 'aria-hidden': 'true' });
  const words = element('span', { class: 'unseen' }, label);
  return element('div', { class: 'dots', hidden: true }, words, dot(), dot(), dot());
}

/** What an empty chat shows: who one writes with, and first things to say. */
function greeting(labels: Labels, pick: (pick: Picked) => void): HTMLElement {
  const starters = new QuickReplies(labels.suggestions, pick);
  starters.render(labels.starters.map((text) => ({ title: text, value: text })));
  return element(
    'div',
    { class: 'intro' },
    element('p', { class: 'hello' }, labels.hello),
    element('p', { class: 'about' }, labels.intro),
    starters.node,
  );
}
