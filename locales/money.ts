/** Amounts of money: between minor units, as they are stored, and major units, as they are shown. */

const digitsByCurrency = new Map<string, number>();

/** How many decimals a currency is written with (Unicode CLDR, by way of Intl): 2 for EUR, 0 for IRR. */
export function minorDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const digits = options.maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

/** Minor units (14850) as major ones (148.5). */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}

/** Major units as minor ones, rounded to the nearest. */
export function toMinor(major: number, currency: string): number {
  return Math.round(major * 10 ** minorDigits(currency));
}
