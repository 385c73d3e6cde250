/** A business as it is written down: everything it is, before it has an id. */
import type { Business } from '../scheduling/business';

export interface AccountDefinition {
  readonly channel: 'whatsapp' | 'sms' | 'webchat' | 'voice';
  /** Which of our channels carries it: `webchat`, `twilio`, `fake`. */
  readonly provider: string;
  /** Our end of the wire: E.164, or the widget's key. */
  readonly account: string;
}

export interface BusinessDefinition extends Omit<Business, 'tenantId' | 'version'> {
  /** ISO 3166, for national phone forms. */
  readonly country: string;
  readonly accounts: readonly AccountDefinition[];
}
