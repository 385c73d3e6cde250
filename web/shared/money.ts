/** Prices in the words of a language. */

export interface Price {
  /** In major units. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Whole amounts without their empty cents. */
export function priceIn({ amount, currency }: Price, tag: string): string {
  const cents = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(tag, { style: 'currency', currency, ...cents }).format(amount);
}
