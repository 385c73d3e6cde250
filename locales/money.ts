/** Amounts of money: between minor units, as they are stored, and major units, as they are shown. */
import type { LanguageInfo } from './language';

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

/** What people at home call a currency that the standard names in full. */
const AT_HOME: Readonly<Record<string, readonly [full: string, said: string]>> = {
  fa: ['ریال ایران', 'ریال'],
};

/** "€89", "38,70 €", "٤٠٠ جنيه مصري": decimals only where there are any. */
export function moneyIn(info: LanguageInfo, minor: number, currency: string): string {
  const [full, said] = AT_HOME[info.language] ?? ['', ''];
  return formatOf(info, currency)
    .format(toMajor(minor, currency))
    .replace(full, said)
    .replace(/[\u00A0\u202F]/gu, ' ');
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf({ locale, currency: display }: LanguageInfo, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: display,
    trailingZeroDisplay: 'stripIfInteger',
  });
  formats.set(key, made);
  return made;
}
