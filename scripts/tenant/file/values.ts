/** The kinds of value in a business file, each with the sentence for what is none; the messages complete "must be …". */
import { z } from 'zod';
import { validZone } from '../../../scheduling/zone';
import { amountOf, minutesOf, percentOf } from './durations';

const written = (rule: string): z.ZodUnion<readonly [z.ZodString, z.ZodNumber]> =>
  z.union([z.string(), z.number()], rule);

export const ID_RULE =
  'a short name of small letters, digits and hyphens that begins with a letter, such as oil-change';
export const id = z.string(ID_RULE).regex(/^[a-z][a-z0-9-]{0,62}$/, ID_RULE);

const SLUG_RULE = 'a short name of small letters, digits and hyphens, such as my-shop';
export const slug = z.string(SLUG_RULE).regex(/^[a-z0-9][a-z0-9-]{0,62}$/, SLUG_RULE);

const TEXT_RULE = 'a text of 1 to 200 characters';
export const text = z.string(TEXT_RULE).trim().min(1, TEXT_RULE).max(200, TEXT_RULE);

/** The languages that the product speaks. */
export const LANGUAGES = ['ar', 'de', 'en', 'fa'] as const;
const LANGUAGE_RULE = `a language that is spoken here: ${LANGUAGES.join(', ')}`;
export const language = z.enum(LANGUAGES, LANGUAGE_RULE);

const NAMES_RULE = 'a name, or one for each language such as { en: Oil change, de: Ölwechsel }';
/** One text is the name in every language; whether the languages are the business's own is looked at elsewhere. */
export const names = z.union([text, z.record(z.string(), text)], NAMES_RULE);

const PROSE_RULE = 'a text of 1 to 2000 characters, or one for each language';
const longText = z.string(PROSE_RULE).trim().min(1, PROSE_RULE).max(2000, PROSE_RULE);
/** What is quoted to customers as it stands. */
export const prose = z.union([longText, z.record(z.string(), longText)], PROSE_RULE);

const WORDS_RULE = 'other names in a list such as [oil service, new oil], or such a list for each language';
const words = z.array(text, WORDS_RULE);
/** One list is in the first language. */
export const synonyms = z.union([words, z.record(z.string(), words)], WORDS_RULE);

const COUNTRY_RULE = 'the two letters of a country, such as DE';
export const country = z.string(COUNTRY_RULE).refine(isCountry, COUNTRY_RULE);

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code)) return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

const CURRENCY_RULE = 'the three letters of a currency, such as EUR';
export const currency = z
  .string(CURRENCY_RULE)
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), CURRENCY_RULE);

const zoneRule = (example: string): string => `an IANA time zone in its exact spelling, such as ${example}`;
const SOME_ZONE = zoneRule('Europe/Berlin');
export const zone = z.string(SOME_ZONE).refine(validZone, {
  error: ({ input }) => zoneRule(meantZone(String(input)) ?? 'Europe/Berlin'),
});

/** The zone that was written with other capitals, or with spaces. */
function meantZone(name: string): string | null {
  const plain = (text: string): string => text.trim().replaceAll(' ', '_').toLowerCase();
  return Intl.supportedValuesOf('timeZone').find((each) => plain(each) === plain(name)) ?? null;
}

/** A whole number of `what` from `least` to `most`. */
export function count(what: string, least: number, most: number): z.ZodNumber {
  const rule = `a whole number of ${what} from ${String(least)} to ${String(most)}`;
  return z.number(rule).int(rule).min(least, rule).max(most, rule);
}

/** Minutes, written as a number or as `1 h 30 min`. */
export function minutes(least: number, most: number): z.ZodType<number> {
  return stretch(
    `minutes from ${String(least)} to ${String(most)}, such as 45 or 1 h 30 min`,
    1,
    least,
    most,
  );
}

/** Days of 24 hours, written as a number or as `60 days`. */
export function days(least: number, most: number): z.ZodType<number> {
  const rule = `whole days from ${String(least)} to ${String(most)}, such as 60 days`;
  return stretch(rule, 1440, least * 1440, most * 1440)
    .refine((length) => length % 1440 === 0, rule)
    .transform((length) => length / 1440);
}

function stretch(rule: string, unit: number, least: number, most: number): z.ZodType<number> {
  return parsed(rule, (value) => {
    const length = minutesOf(value, unit);
    return length !== null && length >= least && length <= most ? length : null;
  });
}

/** Major units of the currency. */
export const amount = parsed('an amount such as 89 or 89.50, without a currency', (value) => {
  const major = amountOf(value);
  return major !== null && major >= 0 && major <= 1e12 ? major : null;
});

export const percent = parsed('a whole percentage from 0 to 100, such as 30 %', (value) => {
  const found = percentOf(value);
  return found !== null && Number.isInteger(found) && found >= 0 && found <= 100 ? found : null;
});

function parsed(rule: string, read: (value: string | number) => number | null): z.ZodType<number> {
  return written(rule).transform((value, context) => {
    const found = read(value);
    if (found !== null) return found;
    context.addIssue(rule);
    return z.NEVER;
  });
}

/** An object with these keys and no others; a key that is not known is told those that are. */
export function object<Shape extends z.core.$ZodShape>(
  rule: string,
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : rule),
  });
}

const YES_RULE = 'true or false';
export const flag = z.boolean(YES_RULE);
