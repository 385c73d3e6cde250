/** What was done by saying something: the closed vocabulary between understanding and the dialogs. */
import type { Moment } from './moment';

export const INTENTS = [
  'book',
  'availability',
  'reschedule',
  'cancel',
  'status',
  'estimate',
  'approve',
  'history',
  'faq',
  'complaint',
  'callback',
  'late',
  'profile',
] as const;
export type Intent = (typeof INTENTS)[number];

export const SLOTS = ['service', 'branch', 'asset', 'when', 'person', 'name', 'phone', 'language'] as const;
export type SlotName = (typeof SLOTS)[number];

/** A vehicle as it was mentioned; `id` when it is one of the customer's own, known from the catalog. */
export interface AssetMention {
  readonly id?: string;
  /** As the customer would say it, make and model first: `Golf B-XY 123`. */
  readonly label: string;
  readonly plate?: string;
  /** `van` when the words say so. */
  readonly class?: string;
}

export interface SlotValues {
  /** Catalog id. */
  readonly service: string;
  /** Catalog id. */
  readonly branch: string;
  readonly asset: AssetMention;
  readonly when: Moment;
  /** Resource id of the person, or `any`. */
  readonly person: string;
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  /** BCP 47 language of the four. */
  readonly language: string;
}

export type Inform = {
  [S in SlotName]: {
    readonly act: 'inform';
    readonly slot: S;
    readonly value: SlotValues[S];
    /** "Not with Ali": this one is not wanted; with `any`, not the one that stands. Said of people alone. */
    readonly not?: true;
  };
}[SlotName];

/** What a question is about when it asks for something said nowhere else: opening hours, address, prices … */
export type Topic =
  | 'hours'
  | 'address'
  | 'price'
  | 'duration'
  | 'parking'
  | 'payment'
  | 'services'
  | 'contact'
  | 'automated'
  | 'privacy'
  /** Why a time cannot be had: "why not at 10?" */
  | 'why';

export type Act =
  | Inform
  /** `more`: in addition to what is being made. */
  | { readonly act: 'request'; readonly intent: Intent; readonly more?: true }
  /** The n-th choice on offer, 1-based; −1 is the last one. */
  | { readonly act: 'choose'; readonly n: number }
  | { readonly act: 'ask'; readonly topic: Topic }
  /** `than`: not just others, but earlier or later ones than what stands; `of`: on another day. */
  | { readonly act: 'alternatives'; readonly than?: 'earlier' | 'later'; readonly of?: 'day' }
  | { readonly act: 'affirm' | 'deny' | 'repeat' | 'help' | 'human' | 'cancel' | 'restart' }
  | { readonly act: 'greet' | 'thank' | 'bye' | 'abuse' | 'optOut' | 'optIn' | 'unknown' };

export type ActOf<A extends Act['act']> = Extract<Act, { readonly act: A }>;
