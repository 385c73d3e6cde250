/** A business as the text of its file, laid out to be read and changed by hand. */
import { Document, isMap, isScalar, isSeq, visit, type Pair } from 'yaml';
import { minorDigits } from '../../../locales/money';
import type { BusinessDefinition } from '../../../models/businessDefinition';
import { sheetOf } from './sheet';

/** Sections and what they hold stand apart by a blank line. */
const SECTIONS = [
  'policies',
  'vehicles',
  'channels',
  'holidays',
  'branches',
  'people',
  'bays',
  'rooms',
  'equipment',
  'services',
  'articles',
];
/** Short maps that read best on one line. */
const ON_ONE_LINE = [
  'name',
  'cancellation',
  'vehicles',
  'limits',
  'customer-limits',
  'sms',
  'whatsapp',
  'voice',
];
const WIDTH = 110;

/**
 * The file of a business; `readBusinessFile` reads the same business from it.
 * @param secrets names of the secrets that are kept for it: a comment, as no file holds what they say
 */
export function businessFileText(business: BusinessDefinition, secrets: readonly string[] = []): string {
  const document = new Document(sheetOf(business));
  const kept =
    secrets.length === 0 ? '' : `\n Secrets are set, and are not in this file: ${secrets.join(', ')}`;
  document.commentBefore = ` ${business.slug}, as it is kept. Change it, then: npm run tenant -- import FILE${kept}`;
  const digits = minorDigits(business.currency);
  visit(document, { Pair: (_at, pair) => layOut(pair, digits) });
  return document.toString({ lineWidth: WIDTH, singleQuote: true, flowCollectionPadding: true });
}

/** @param digits decimals of a price that is not whole */
function layOut({ key, value }: Pair, digits: number): undefined {
  const name = isScalar(key) ? String(key.value) : '';
  if (isScalar(key) && SECTIONS.includes(name)) key.spaceBefore = true;
  if (isSeq(value)) value.flow = true;
  if (isMap(value) && ON_ONE_LINE.includes(name)) value.flow = true;
  const isPrice = name === 'price' && isScalar(value) && typeof value.value === 'number';
  if (isPrice && !Number.isInteger(value.value)) value.minFractionDigits = digits;
  return undefined;
}
