/** The right to speak in one conversation: got, refreshed before it lapses, and asked for anew when it has lapsed. */

import type { Answer, DirectLineApi, Grant } from './api';

export interface Visitor {
  readonly tenant: string;
  readonly locale: string;
}

export interface CredentialsListener {
  /** A token was got or refreshed; `expiresAt` in epoch milliseconds. Null: the conversation is over. */
  kept(grant: Grant | null, expiresAt: number): void;
  /** The server could not go on with the old conversation: what follows belongs to another one. */
  replaced(): void;
}

const REFRESH_AGAIN_MILLIS = 30_000;

/** Where the door for tokens has no such tenant (404), no conversation has ended: the request itself is wrong. */
const atTheDoor = <T>(answer: Answer<T>): Answer<T> =>
  answer.kind === 'ended' ? { kind: 'refused', status: 404 } : answer;

export class Credentials {
  private grant: Grant | null = null;
  private obtaining: Promise<Answer<Grant>> | null = null;
  private refreshing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: DirectLineApi,
    private readonly visitor: Visitor,
    private readonly listener: CredentialsListener,
  ) {}

  /** Goes on with a token from an earlier page. */
  resume(grant: Grant): void {
    this.grant = grant;
    this.refreshIn(grant.expiresInSeconds * 500);
  }

  forget(): void {
    this.grant = null;
    clearTimeout(this.refreshing);
    this.listener.kept(null, 0);
  }

  /** Makes a call with a good token: a lapsed one is replaced, once. */
  async use<T>(call: (grant: Grant) => Promise<Answer<T>>): Promise<Answer<T>> {
    const grant = this.grant;
    if (grant) {
      const answer = await call(grant);
      if (answer.kind !== 'expired') return answer;
    }
    const renewed = this.grant === grant ? await this.obtain() : ({ kind: 'ok', value: this.grant } as const);
    if (renewed.kind !== 'ok') return renewed;
    return renewed.value ? call(renewed.value) : { kind: 'ended' };
  }

  /** Two calls that find the token lapsed share one new one. */
  private obtain(): Promise<Answer<Grant>> {
    this.obtaining ??= this.obtainOnce().finally(() => (this.obtaining = null));
    return this.obtaining;
  }

  private async obtainOnce(): Promise<Answer<Grant>> {
    const old = this.grant;
    const answer = atTheDoor(await this.token(old));
    if (answer.kind !== 'ok') return answer;
    if (old?.conversationId === answer.value.conversationId) return this.take(answer.value);
    const started = atTheDoor(await this.api.start(answer.value.token, this.visitor.locale));
    if (started.kind !== 'ok') return started;
    if (old) this.listener.replaced();
    return this.take(started.value);
  }

  /** A server that will not hear of the old conversation is asked for a new one. */
  private async token(old: Grant | null): Promise<Answer<Grant>> {
    const answer = await this.api.token(this.visitor.tenant, old);
    const unheard = old && (answer.kind === 'refused' || answer.kind === 'expired');
    return unheard ? this.api.token(this.visitor.tenant, null) : answer;
  }

  private take(grant: Grant): Answer<Grant> {
    this.grant = grant;
    this.listener.kept(grant, Date.now() + grant.expiresInSeconds * 1000);
    this.refreshIn(grant.expiresInSeconds * 500);
    return { kind: 'ok', value: grant };
  }

  private refreshIn(millis: number): void {
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => void this.refresh(), millis);
  }

  private async refresh(): Promise<void> {
    const grant = this.grant;
    if (!grant) return;
    const answer = await this.api.refresh(grant.token);
    if (this.grant !== grant) return;
    if (answer.kind === 'ok') this.take({ ...grant, ...answer.value, conversationId: grant.conversationId });
    else if (answer.kind === 'expired') await this.obtain();
    else this.refreshIn(REFRESH_AGAIN_MILLIS);
  }
}
