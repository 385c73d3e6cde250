/** A conversation file as data: what a receptionist wrote, line by line, before anything is run. */

export const CHANNEL_NAMES = ['whatsapp', 'sms', 'webchat', 'voice'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

export interface Header {
  /** Wall time of `zone`, `YYYY-MM-DDTHH:MM`. */
  readonly now: string;
  readonly zone: string;
  readonly tenant: string;
  readonly channel: ChannelName;
  readonly from: string | null;
  /** A customer the business already knows, with vehicles as they would say them. */
  readonly known: { readonly name: string; readonly vehicles: readonly string[] } | null;
  readonly locale: string | null;
  readonly llm: 'off' | 'chaos';
}

/** What a customer line carries: words, or one of the other kinds with what belongs to it. */
export interface Utterance {
  readonly kind: 'text' | 'image' | 'voice' | 'location' | 'button';
  readonly text: string;
  /** The file name, the coordinates, the button's label. */
  readonly argument: string;
}

export type Operator = '=' | '!=' | '~' | '!~' | '>=' | '<=';

export type Step = { readonly line: number; readonly source: string } & (
  | { readonly kind: 'user'; readonly said: Utterance; readonly together: boolean }
  | { readonly kind: 'other'; readonly address: string; readonly said: Utterance }
  | { readonly kind: 'bot'; readonly pattern: string; readonly not: boolean }
  | { readonly kind: 'choices'; readonly labels: readonly string[] }
  | { readonly kind: 'agent'; readonly deed: string }
  | { readonly kind: 'staff'; readonly deed: string }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'redeliver' }
  | { readonly kind: 'restart' }
  | {
      readonly kind: 'expect';
      readonly counted: boolean;
      readonly path: string;
      readonly operator: Operator;
      readonly value: string;
    }
);

export interface ChatFile {
  readonly name: string;
  readonly header: Header;
  readonly steps: readonly Step[];
}

/** A file that cannot be read: the place and the rule that it breaks. */
export class ChatFileError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly rule: string,
  ) {
    super(`${file}:${line}: ${rule}`);
  }
}
