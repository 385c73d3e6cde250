/** One open stream: sends every message after its watermark once and in order, as fast as the client reads. */
import type { WebSocket } from 'ws';
import { activitySet, typingSet, type ActivitySet, type Speakers } from '../../channels/webchat';
import type { DirectLineOptions } from './options';
import type { ConversationNews } from './port';

const PAGE = 50;
/** With more than this waiting, typing is not worth sending. Bytes. */
const CROWDED = 64 * 1024;

export interface StreamOpening {
  readonly tenantId: string;
  readonly speakers: Speakers;
  /** The number of the last message the client has. */
  readonly after: number;
}

export class ActivityStream {
  #after: number;
  #reading = false;
  #answered = true;
  /** Up to which number there may be news: 0 for none, Infinity for all there is. */
  #wanted = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly opening: StreamOpening,
    private readonly options: DirectLineOptions,
  ) {
    this.#after = opening.after;
  }

  /** Runs until the socket closes. What the client sends, empty frames mostly, only shows that it is there. */
  run(): void {
    const { socket, options } = this;
    const { tenantId, speakers } = this.opening;
    // Listening comes before the first look, so that nothing falls between them.
    const stop = options.port.onNews(tenantId, speakers.conversationId, (news, upTo) =>
      this.#hear(news, upTo),
    );
    const timer = setInterval(() => this.#keepAlive(), options.keepAliveMillis ?? 15_000);
    timer.unref();
    socket.on('pong', () => (this.#answered = true));
    socket.on('message', () => (this.#answered = true));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(timer);
      stop();
    });
    this.#look();
  }

  #hear(news: ConversationNews, upTo: number | undefined): void {
    switch (news) {
      case 'messages':
        return this.#look(upTo);
      case 'bot-typing':
        return this.#typing('bot');
      case 'agent-typing':
        return this.#typing('agent');
    }
  }

  /** One reader at a time; news that comes while it reads makes it look once more. */
  #look(upTo = Infinity): void {
    this.#wanted = Math.max(this.#wanted, upTo);
    if (!this.#reading) void this.#readOn().catch((error: unknown) => this.#giveUp(error));
  }

  async #readOn(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#open() && this.#wanted > this.#after) {
        const upTo = this.#wanted;
        this.#wanted = 0;
        while ((await this.#sendPage(upTo)) && this.#open());
      }
    } finally {
      this.#reading = false;
    }
  }

  /** Answers whether there may be more. */
  async #sendPage(upTo: number): Promise<boolean> {
    const { tenantId, speakers } = this.opening;
    const { conversationId } = speakers;
    const after = this.#after;
    const page = await this.options.port.messagesAfter({ tenantId, conversationId, after, upTo }, PAGE);
    const last = page.at(-1);
    if (last === undefined) return false;
    // A frame for each message: botframework-directlinejs mixes up the messages of frames that come close together.
    const frames = page.map((message) => this.#send(activitySet([message], message.number, speakers)));
    // The next page is read when this one has left: a slow client costs one page of memory, not a conversation.
    await Promise.all(frames);
    this.#after = last.number;
    return page.length === PAGE;
  }

  #send(set: ActivitySet): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.send(JSON.stringify(set), (error) => (error ? reject(error) : resolve()));
    });
  }

  #typing(author: 'bot' | 'agent'): void {
    if (!this.#open() || this.socket.bufferedAmount > CROWDED) return;
    const { newId, clock } = this.options;
    this.socket.send(JSON.stringify(typingSet(author, newId(), clock.now(), this.opening.speakers)));
  }

  /** A client that answered nothing since the last time is gone; every look here makes up for a signal that was lost. */
  #keepAlive(): void {
    if (!this.#answered) return this.socket.terminate();
    this.#answered = false;
    this.socket.ping();
    this.socket.send('');
    this.#look();
  }

  /** The client comes back by itself, with its watermark. */
  #giveUp(error: unknown): void {
    if (!this.#open()) return;
    this.options.log.error({ err: error }, 'a Direct Line stream failed');
    this.socket.close(1011);
  }

  #open(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }
}
