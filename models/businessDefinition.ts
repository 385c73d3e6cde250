/** A business as it is written down, before it has a tenant: what scheduling knows of it, its country and its wires. */
import type { Business } from '../scheduling/business';

export interface BusinessDefinition extends Omit<Business, 'tenantId' | 'version'> {
  /** ISO 3166, two letters: whose national phone numbers and plates are read. */
  readonly country: string;
  readonly accounts: readonly AccountDefinition[];
  /** What `apiKeyHash` made of its key, if it has one. */
  readonly apiKeyHash?: string | undefined;
}

/** Our end of a wire. */
export interface AccountDefinition {
  readonly channel: 'whatsapp' | 'sms' | 'webchat' | 'voice';
  /** Who carries it: `twilio`, `meta`, `directline`, `fake` … */
  readonly provider: string;
  /** A phone number, a phone number id, a widget's key. */
  readonly account: string;
}

/** A business as it is loaded: what scheduling needs, and the country that words are read by. */
export interface TenantBusiness extends Business {
  readonly country: string;
}
