/** What was done by saying something: the closed vocabulary between understanding and the dialogs. */
import type { AttendeeMention, RecurrenceMention } from './mentions';
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
  readonly attendee: AttendeeMention;
  readonly recurrence: RecurrenceMention;
}

/** What was said of one of several things that are wished for in one breath. */
export interface ItemDetails {
  readonly attendee?: AttendeeMention;
  readonly asset?: AssetMention;
  /** Resource id of a person wished for. */
  readonly person?: string;
  /** It begins with the one before it, or when that is over; absent: nothing was said. */
  readonly stands?: 'with' | 'after';
}

export type Inform = {
  [S in keyof SlotValues]: {
    readonly act: 'inform';
    readonly slot: S;
    readonly value: SlotValues[S];
    /** "Not with Ali": this one is not wanted; with `any`, not the one that stands. Said of people and services alone. */
    readonly not?: true;
    /** "Only the haircut": of several things this one and no other. Said of services, in answer to something. */
    readonly only?: true;
    /** "A haircut or a colour": it is left open which. Said of services alone. */
    readonly either?: true;
    /** Of a service that is one of several wished for. */
    readonly item?: ItemDetails;
    /** "My Thursday appointment": tells which booking is meant, and is no wish for it. */
    readonly about?: 'booking';
  };
}[keyof SlotValues];

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
  /** Who works there. */
  | 'people'
  | 'languages'
  /** Until when it is free to cancel, and what it costs after that. */
  | 'cancellation'
  /** What the business may have told of in its own words. */
  | 'warranty'
  | 'loan-car'
  | 'wifi'
  | 'accessibility'
  /** Signs that a vehicle may not be safe: it is not to be driven, and a person is to look. */
  | 'danger'
  /** Why a time cannot be had: "why not at 10?" */
  | 'why';

export interface Request {
  readonly act: 'request';
  readonly intent: Intent;
  /** In addition to what is being made, or to what was told. */
  readonly more?: true;
  /** The booking that is meant, as its reference: upper case. */
  readonly reference?: string;
  /** "Cancel all my appointments". */
  readonly all?: true;
  /** "The same as last time". */
  readonly again?: true;
  /** Of `history`: those that are still to come. */
  readonly upcoming?: true;
  /** Of `late`: by so many minutes. */
  readonly minutes?: number;
  /** Of `profile`: what of it is meant; absent where it was not said. */
  readonly about?: 'data' | 'name' | 'phone' | 'channel' | 'asset' | 'forget';
  /** Of `profile`: where the customer would rather be written to. */
  readonly channel?: string;
}

export type Act =
  | Inform
  | Request
  /** The n-th choice on offer, 1-based; −1 is the last one. */
  | { readonly act: 'choose'; readonly n: number }
  | { readonly act: 'ask'; readonly topic: Topic }
  /** `than`: not just others, but earlier or later ones than what stands; `of`: on another day. */
  | { readonly act: 'alternatives'; readonly than?: 'earlier' | 'later'; readonly of?: 'day' }
  /** Several things not together but each for itself. */
  | { readonly act: 'separately' }
  /** To be told when something becomes free, or not any more. */
  | { readonly act: 'waitlist'; readonly wish: 'join' | 'leave' }
  /** `draft`: "never mind": what is being made now and nothing that stands. */
  | { readonly act: 'cancel'; readonly draft?: true }
  /** `lines`: a yes or no to these of the lines that were put to the customer, counted from 1; absent: to all that was asked. */
  | { readonly act: 'affirm' | 'deny'; readonly lines?: readonly number[] }
  | { readonly act: 'repeat' | 'help' | 'human' | 'restart' }
  /** `pause`: "one moment"; `smile`: nothing but pictures. Neither answers anything. */
  | { readonly act: 'pause' | 'smile' }
  | { readonly act: 'greet' | 'thank' | 'bye' | 'abuse' | 'optOut' | 'optIn' | 'unknown' };

export type ActOf<A extends Act['act']> = Extract<Act, { readonly act: A }>;
