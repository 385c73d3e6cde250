/** A wire, as the product sees it: what comes in, what goes out, and what it can carry. */

export const CHANNELS = ['whatsapp', 'sms', 'webchat', 'voice'] as const;
export type ChannelKind = (typeof CHANNELS)[number];

export type ReceivedKind = 'text' | 'button' | 'image' | 'voice' | 'location' | 'document' | 'unsupported';

/** One message off the wire, before anything is stored. */
export interface Received {
  /** The provider's message id: what makes a repeated delivery harmless. */
  readonly providerId: string;
  /** Our end: the number or key that was written to. */
  readonly account: string;
  /** The far end: E.164 for phones, the user id for web chat. */
  readonly address: string;
  readonly kind: ReceivedKind;
  /** Empty for kinds without words. */
  readonly text: string;
  /** When the sender's provider says it was sent; null where the wire does not say. UTC milliseconds. */
  readonly sentAt: number | null;
  /** The profile name that the wire offers, if any. */
  readonly profileName?: string;
  /** What the kind carries: a button's payload, media address, coordinates. */
  readonly details?: Readonly<Record<string, string>>;
}

/** A message made ready for one wire. */
export interface Outgoing {
  readonly outboxId: string;
  readonly account: string;
  readonly address: string;
  /** Complete by itself: choices are in it as numbered lines where the wire has no buttons. */
  readonly text: string;
  readonly choices: readonly string[];
}

export type SendResult =
  | { readonly kind: 'sent'; readonly providerId: string }
  /** Worth another try, not before `retryAfterMillis` where the provider says so. */
  | { readonly kind: 'retry'; readonly code: string; readonly retryAfterMillis?: number }
  /** The request may have arrived: the answer was lost. */
  | { readonly kind: 'uncertain'; readonly code: string }
  /** Never again for this message. `optedOut` says the address must be marked so. */
  | { readonly kind: 'refused'; readonly code: string; readonly optedOut: boolean };

export interface Limits {
  readonly textLength: number;
  /** Where the text above buttons or a list must be shorter than a bare one. */
  readonly interactiveTextLength?: number;
  /** 0 where the wire has no buttons: choices become numbered lines. */
  readonly buttons: number;
  readonly buttonLength: number;
  readonly listRows: number;
  readonly listTitleLength: number;
  /** What may stand beneath the title of a row; none where not given. */
  readonly listDescriptionLength?: number;
  /** Nothing is shown: everything is said aloud, the choices as a sentence. */
  readonly spoken?: true;
  /** The carrier listens in: a label that is one of its words is not put into a text as an answer. */
  readonly carrierWords?: true;
}

export interface Channel {
  readonly kind: ChannelKind;
  readonly limits: Limits;
  /** True where the commit is the send, and nothing is left for the relay. */
  readonly inline: boolean;
  send(message: Outgoing): Promise<SendResult>;
}
