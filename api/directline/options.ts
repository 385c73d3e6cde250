/** What a Direct Line server is made of. */
import type { TokenKey } from '../../channels/webchat';
import type { Clock, Millis } from '../../platform/clock';
import type { Log } from '../../platform/log';
import type { DirectLinePort } from './port';

export interface DirectLineOptions {
  readonly port: DirectLinePort;
  /** PUBLIC_URL: stream addresses are made from it. */
  readonly publicUrl: string;
  /** SECRET_KEY. */
  readonly secretKey: TokenKey;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  /** A fresh UUID, unguessable: conversation and user ids are made of it. */
  readonly newId: () => string;
  /** How often a stream is looked after; default 15 s. */
  readonly keepAliveMillis?: Millis;
}
