/** The chat itself as a dialog: header, notice, conversation, composer; a sheet over the whole screen on a phone. */

import type { Locale } from '../../shared/locale';
import type { SessionStatus } from '../directline/session';
import type { Labels } from '../labels';
import { Composer } from './composer';
import { element } from '../../shared/element';
import { icon, ICONS } from './icons';
import { trapFocus } from './focusTrap';
import { Log } from './log';
import type { Picked } from './quickReplies';
import type { Screen } from './screen';

export interface PanelActions {
  close(): void;
  say(text: string): void;
  again(clientId: string): void;
}

const PATIENCE_MILLIS = 800;

/** A finger that taps an answer does not want the keyboard to come up. */
const hasKeyboard = (): boolean => window.matchMedia('(pointer: fine)').matches;

export class Panel {
  readonly node: HTMLElement;
  readonly composer: Composer;
  private readonly log: Log;
  private readonly title = element('h2', { class: 'name', id: 'nobat-name' });
  private readonly initial = element('span', { class: 'avatar', 'aria-hidden': 'true' });
  private readonly notice = element('p', { class: 'notice', role: 'status', hidden: true });
  private readonly closer: HTMLButtonElement;
  private warned: SessionStatus = 'idle';
  private warnLater: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly labels: Labels,
    locale: Locale,
    private readonly actions: PanelActions,
  ) {
    this.composer = new Composer(labels, (text) => actions.say(text));
    this.log = new Log(labels, locale, {
      again: (clientId) => actions.again(clientId),
      pick: (pick) => this.pick(pick),
    });
    this.closer = element('button', { type: 'button', class: 'close', 'aria-label': labels.close });
    this.closer.append(icon(...ICONS.close));
    this.closer.addEventListener('click', () => actions.close());
    this.node = element(
      'section',
      {
        class: 'panel',
        role: 'dialog',
        'aria-modal': 'true',
        'aria-labelledby': 'nobat-name',
        tabindex: -1,
        hidden: true,
      },
      this.header(),
      this.notice,
      this.log.node,
      this.composer.node,
    );
  }

  /** Called once the panel stands in its shadow root. */
  settle(root: ShadowRoot): void {
    trapFocus(this.node, root, () => this.actions.close());
    fitToKeyboard(this.node);
  }

  render(screen: Screen): void {
    const appears = screen.open && this.node.hidden;
    this.node.hidden = !screen.open;
    this.title.replaceChildren(element('bdi', {}, screen.name));
    this.initial.textContent = [...screen.name][0]?.toLocaleUpperCase() ?? '';
    this.warn(screen.status);
    this.log.render(screen);
    if (appears) this.log.toEnd();
  }

  focus(): void {
    if (hasKeyboard()) this.composer.field.focus();
    else this.node.focus();
  }

  private pick({ value, byKeyboard }: Picked): void {
    this.actions.say(value);
    if (byKeyboard || hasKeyboard()) this.composer.field.focus();
  }

  /** Connecting is worth a word only when it takes a while. */
  private warn(status: SessionStatus): void {
    if (status === this.warned) return;
    this.warned = status;
    clearTimeout(this.warnLater);
    const words = noticeOf(status, this.labels);
    if (status === 'connecting') this.warnLater = setTimeout(() => this.note(words), PATIENCE_MILLIS);
    else this.note(words);
  }

  private note(words: string): void {
    this.notice.textContent = words;
    this.notice.hidden = words === '';
  }

  private header(): HTMLElement {
    const what = element('p', { class: 'what' }, this.labels.assistant);
    return element(
      'div',
      { class: 'header' },
      this.initial,
      element('div', { class: 'who' }, this.title, what),
      this.closer,
    );
  }
}

function noticeOf(status: SessionStatus, labels: Labels): string {
  switch (status) {
    case 'idle':
    case 'online':
      return '';
    case 'connecting':
      return labels.connecting;
    case 'interrupted':
      return labels.interrupted;
    case 'ended':
      return labels.ended;
  }
}

/** On a phone the keyboard covers the page without making it smaller: the sheet takes what is left. */
function fitToKeyboard(panel: HTMLElement): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const fit = (): void => {
    panel.style.setProperty('--seen-height', `${viewport.height}px`);
    panel.style.setProperty('--seen-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  fit();
}
