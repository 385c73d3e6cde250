/** What we say before it is words: a key and typed facts; the locale turns them into a sentence. */

export type Fact =
  | string
  | number
  /** Weekday, date and time: "Saturday 28 March, 10:00". `local` is `YYYY-MM-DDTHH:MM`. */
  | { readonly kind: 'moment'; readonly local: string }
  /** `local` is `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly local: string }
  /** `local` is `HH:MM`. */
  | { readonly kind: 'time'; readonly local: string }
  | { readonly kind: 'money'; readonly minor: number; readonly currency: string }
  | { readonly kind: 'minutes'; readonly minutes: number }
  /** A name of the catalog, by language. */
  | { readonly kind: 'name'; readonly names: Readonly<Record<string, string>> }
  /** References, phone numbers, plates: set apart in right-to-left text. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Fact[]; readonly joined: 'and' | 'or' | 'lines' }
  | { readonly kind: 'saying'; readonly saying: Saying };

export interface Saying {
  readonly key: string;
  /** A line whose value is absent is dropped. */
  readonly with: Readonly<Record<string, Fact>>;
}
