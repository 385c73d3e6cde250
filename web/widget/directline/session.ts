/** One conversation kept alive: caught up, followed over a socket, polled where sockets fail, and never left in silence. */

import type { Activity } from './activity';
import type { Answer, DirectLineApi, Grant, Posting } from './api';
import { backoffMillis } from './backoff';
import { Credentials, type CredentialsListener, type Visitor } from './credentials';
import { openStream, type Stream, streamAddress } from './stream';

export type SessionStatus = 'idle' | 'connecting' | 'online' | 'interrupted' | 'ended';

export interface SessionListener extends CredentialsListener {
  received(activities: readonly Activity[]): void;
  changed(status: SessionStatus): void;
}

export interface Wire {
  readonly api: DirectLineApi;
  /** The origin that answers: the one the widget's script came from. */
  readonly base: string;
}

/** How a try to follow the conversation went. */
type Followed = 'streamed' | 'socket-refused' | 'unreachable' | 'ended';

const POLL_MILLIS = 2_000;

/** After this long without a frame a socket found on waking is not trusted. */
const STALE_MILLIS = 45_000;

export class Session {
  status: SessionStatus = 'idle';
  private readonly credentials: Credentials;
  private watermark: string | null = null;
  private stream: Stream | null = null;
  private lastFrameAt = 0;
  private wakeUp: (() => void) | null = null;
  /** Counts beginnings, so that a loop of an earlier one stops. */
  private life = 0;
  private mayStartAnew = false;

  constructor(
    private readonly wire: Wire,
    visitor: Visitor,
    private readonly listener: SessionListener,
  ) {
    this.credentials = new Credentials(wire.api, visitor, {
      kept: (grant, expiresAt) => listener.kept(grant, expiresAt),
      replaced: () => {
        this.watermark = null;
        this.stream?.close();
        listener.replaced();
      },
    });
  }

  /** Starts following, with an earlier page's conversation if there is one. Does nothing while it runs. */
  begin(kept: Grant | null): void {
    if (this.status !== 'idle' && this.status !== 'ended') return;
    if (kept) this.credentials.resume(kept);
    this.watermark = null;
    this.mayStartAnew = kept !== null;
    this.become('connecting');
    void this.run(++this.life);
  }

  /** The network is said to be back, or somebody looks again: try now rather than later. */
  wake(): void {
    if (this.stream && Date.now() - this.lastFrameAt > STALE_MILLIS) this.stream.close();
    this.wakeUp?.();
  }

  /** The network is said to be gone. */
  sleep(): void {
    this.stream?.close();
    if (this.status === 'online') this.become('interrupted');
  }

  async post(posting: Posting): Promise<Answer<string>> {
    const { api } = this.wire;
    const answer = await this.credentials.use((grant) =>
      api.post(grant.token, grant.conversationId, posting),
    );
    if (answer.kind === 'ended') this.end();
    return answer;
  }

  /** Reads on from the watermark until there is no more; from nothing it reads the whole history. */
  async catchUp(): Promise<Answer<null>> {
    const { api } = this.wire;
    for (;;) {
      const answer = await this.credentials.use((grant) =>
        api.activities(grant.token, grant.conversationId, this.watermark),
      );
      if (answer.kind !== 'ok') return answer;
      const before = this.watermark;
      this.receive(answer.value.activities, answer.value.watermark);
      if (answer.value.activities.length === 0 || this.watermark === before)
        return { kind: 'ok', value: null };
    }
  }

  private async run(life: number): Promise<void> {
    let failures = 0;
    while (this.life === life && this.status !== 'ended') {
      const followed = await this.follow();
      if (this.life !== life) return;
      if (followed === 'ended' && this.startsAnew()) continue;
      if (followed === 'ended') return this.end();
      failures = followed === 'streamed' ? 0 : failures + 1;
      await this.rest(followed, backoffMillis(failures, Math.random()));
    }
  }

  /** An old page's conversation that is over is not worth a word: a new one takes its place. */
  private startsAnew(): boolean {
    if (!this.mayStartAnew || this.status === 'ended') return false;
    this.mayStartAnew = false;
    this.credentials.forget();
    return true;
  }

  private async follow(): Promise<Followed> {
    const caughtUp = await this.catchUp();
    if (caughtUp.kind !== 'ok') return this.unfollowed(caughtUp);
    this.become('online');
    const { api, base } = this.wire;
    const fresh = await this.credentials.use((grant) =>
      api.reconnect(grant.token, grant.conversationId, this.watermark ?? '0'),
    );
    if (fresh.kind !== 'ok') return this.unfollowed(fresh);
    if (fresh.value.streamUrl === null) return 'socket-refused';
    return this.watch(streamAddress(base, fresh.value.streamUrl));
  }

  private async watch(address: string): Promise<Followed> {
    this.lastFrameAt = Date.now();
    const stream = openStream(address, {
      opened: () => this.become('online'),
      frame: (set) => {
        this.lastFrameAt = Date.now();
        this.receive(set.activities, set.watermark);
      },
    });
    this.stream = stream;
    const { opened } = await stream.ended;
    if (this.stream === stream) this.stream = null;
    return opened ? 'streamed' : 'socket-refused';
  }

  private unfollowed(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): Followed {
    if (answer.kind === 'ended') return 'ended';
    this.become('interrupted');
    return 'unreachable';
  }

  /** Between two tries: polls where only the socket is refused, else waits; `wake` cuts it short. */
  private async rest(followed: Followed, millis: number): Promise<void> {
    if (this.status === 'ended') return;
    if (followed !== 'socket-refused') return this.pause(millis);
    const until = Date.now() + millis;
    while (Date.now() < until) {
      await this.pause(Math.min(POLL_MILLIS, millis));
      const polled = await this.catchUp();
      if (polled.kind !== 'ok') return;
    }
  }

  private pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private receive(activities: readonly Activity[], watermark: string | null): void {
    if (watermark !== null) this.watermark = watermark;
    if (activities.length > 0) this.listener.received(activities);
  }

  private end(): void {
    if (this.status === 'ended') return;
    this.become('ended');
    this.credentials.forget();
    this.stream?.close();
    this.wakeUp?.();
  }

  private become(status: SessionStatus): void {
    if (status === 'online') this.mayStartAnew = false;
    if (status === this.status || (this.status === 'ended' && status !== 'connecting')) return;
    this.status = status;
    this.listener.changed(status);
  }
}
