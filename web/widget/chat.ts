/** The widget as a whole: what the server and the visitor do changes the thread, and the thread is what is shown. */

import { directionOf } from '../shared/locale';
import type { Activity } from './directline/activity';
import { DirectLineApi } from './directline/api';
import { Session } from './directline/session';
import { LABELS, type Labels } from './labels';
import type { Options } from './options';
import { businessName } from './business';
import { Keeper } from './talk/kept';
import { Sender } from './talk/sender';
import * as threads from './talk/thread';
import theme from './view/theme.css';
import { element } from '../shared/element';
import { Launcher } from './view/launcher';
import { Panel } from './view/panel';

/** A sign of writing that no message follows is taken back. */
const TYPING_MILLIS = 8_000;

export class Chat {
  private readonly labels: Labels;
  private readonly keeper: Keeper;
  private readonly session: Session;
  private readonly sender: Sender;
  private readonly launcher: Launcher;
  private readonly panel: Panel;
  private thread = threads.EMPTY_THREAD;
  private open = false;
  private name: string;
  private typingEnds: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly options: Options,
    private readonly host: HTMLElement,
  ) {
    this.labels = LABELS[options.locale];
    this.name = options.name ?? '';
    this.keeper = new Keeper(options.tenant, options.base, () => window.localStorage);
    this.session = this.makeSession();
    this.sender = this.makeSender();
    this.launcher = new Launcher(this.labels, () => this.show());
    this.panel = new Panel(this.labels, options.locale, {
      close: () => this.hide(),
      say: (text) => this.say(text),
      again: (clientId) => this.again(clientId),
    });
  }

  /** Puts the chat on the page; a talk from an earlier page is taken up at once, a new one only when the visitor comes. */
  start(): void {
    this.mount();
    this.listen();
    const { grant, queue } = this.keeper.read();
    for (const entry of queue)
      this.thread = threads.compose(this.thread, entry.clientId, entry.text, entry.at);
    this.sender.restore(queue);
    if (grant || queue.length > 0) this.connect();
    this.render();
  }

  show(): void {
    if (!this.open) {
      this.open = true;
      this.connect();
      void this.learnName();
      this.render();
    }
    this.panel.focus();
  }

  hide(): void {
    this.open = false;
    this.render();
    this.launcher.node.focus();
  }

  say(text: string): void {
    const clientId = newClientId();
    const at = Date.now();
    this.update(threads.compose(this.thread, clientId, text, at));
    this.connect();
    this.sender.send({ clientId, text, locale: this.options.locale }, at);
  }

  private again(clientId: string): void {
    this.connect();
    this.session.wake();
    this.sender.again(clientId);
  }

  private connect(): void {
    const { grant, expiresAt } = this.keeper.read();
    const left = Math.max(0, expiresAt - Date.now()) / 1000;
    this.session.begin(grant && { ...grant, expiresInSeconds: left });
  }

  private makeSession(): Session {
    const { base, tenant, locale } = this.options;
    return new Session(
      { api: new DirectLineApi(base), base },
      { tenant, locale },
      {
        kept: (grant, expiresAt) => this.keeper.change({ grant, expiresAt }),
        replaced: () => this.update(threads.nextConversation(this.thread)),
        received: (activities) => this.receive(activities),
        changed: (status) => {
          if (status === 'online') void this.sender.flush();
          if (status === 'ended') this.thread = threads.nextConversation(this.thread);
          this.render();
        },
      },
    );
  }

  private makeSender(): Sender {
    const way = {
      isOpen: () => this.session.status === 'online',
      post: this.session.post.bind(this.session),
      catchUp: this.session.catchUp.bind(this.session),
      reopen: () => this.connect(),
    };
    return new Sender(way, {
      queueChanged: (queue) => this.keeper.change({ queue }),
      marked: (clientId, delivery) => this.update(threads.mark(this.thread, clientId, delivery)),
      acknowledged: (clientId, id) => this.update(threads.acknowledge(this.thread, clientId, id)),
      isAcknowledged: (clientId) => threads.isAcknowledged(this.thread, clientId),
    });
  }

  private receive(activities: readonly Activity[]): void {
    const now = Date.now();
    let { thread } = this;
    for (const activity of activities) thread = threads.receive(thread, activity, now);
    clearTimeout(this.typingEnds);
    if (thread.typing) {
      this.typingEnds = setTimeout(() => this.update(threads.stopTyping(this.thread)), TYPING_MILLIS);
    }
    this.update(thread);
  }

  private update(thread: threads.Thread): void {
    this.thread = thread;
    this.render();
  }

  private render(): void {
    const { thread, open } = this;
    if (open) this.seen();
    const unread = threads.countUnread(thread, this.keeper.read().seenId);
    this.launcher.render(open, unread);
    this.panel.render({
      open,
      name: this.name || this.labels.chat,
      status: this.session.status,
      messages: thread.messages,
      typing: thread.typing,
      replies: threads.quickReplies(thread),
      greets: thread.messages.length === 0,
      unread,
      now: Date.now(),
    });
  }

  private seen(): void {
    const seenId = this.thread.messages.findLast((message) => message.id !== null)?.id ?? null;
    if (seenId !== null && seenId !== this.keeper.read().seenId) this.keeper.change({ seenId });
  }

  private async learnName(): Promise<void> {
    if (this.name !== '') return;
    this.name = (await businessName(this.options)) ?? '';
    this.render();
  }

  private mount(): void {
    const { locale, theme: chosen } = this.options;
    const root = this.host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(theme);
    root.adoptedStyleSheets = [sheet];
    const attributes = {
      class: 'chat',
      lang: locale,
      dir: directionOf(locale),
      'data-theme': chosen ?? 'auto',
    };
    root.append(element('div', attributes, this.launcher.node, this.launcher.announcer, this.panel.node));
    this.panel.settle(root);
  }

  private listen(): void {
    window.addEventListener('online', () => this.session.wake());
    window.addEventListener('offline', () => this.session.sleep());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.session.wake();
    });
    document.addEventListener('nobat:open', (event) => {
      this.show();
      const wish: unknown = event instanceof CustomEvent ? event.detail : null;
      if (hasSay(wish)) this.say(wish.say);
    });
  }
}

/** `randomUUID` exists on secure pages only; a shop in a local network may not be one. */
function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function hasSay(wish: unknown): wish is { readonly say: string } {
  return (
    typeof wish === 'object' &&
    wish !== null &&
    'say' in wish &&
    typeof wish.say === 'string' &&
    wish.say !== ''
  );
}
