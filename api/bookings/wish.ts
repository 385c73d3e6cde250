/** What a caller wishes for, in the words of the commands: times as minutes, numbers as E.164. */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import type { AssetInput } from '../../commands';
import { Unprocessable } from '../../platform/errors';
import type { Business, LocalDateTime, Minute } from '../../scheduling/business';
import { toLocal } from '../../scheduling/zone';
import { countryOf } from '../../understanding/country';
import { edgeOf } from '../moment';
import type { FreshBody } from './schema';

export interface WishedStart {
  /** Wall time of the branch. */
  readonly start: LocalDateTime;
  /** Where an instant was said, it decides. */
  readonly startMinute?: Minute;
}

/** @param branch absent: the first one's zone words the wall time, and an instant stays what it is */
export function startOf(text: string, business: Business, branch: string | undefined): WishedStart {
  const edge = edgeOf(text);
  if (edge.kind !== 'instant') return { start: text.slice(0, 16) };
  const startMinute = edge.millis / 60_000;
  return { start: toLocal(startMinute, zoneOf(business, branch)), startMinute };
}

type Wished = Pick<FreshBody, 'service' | 'start' | 'branch' | 'resource'>;

export function wishOf(
  { service, start, branch, resource }: Wished,
  business: Business,
): WishedStart & { service: string; branch?: string; person?: string } {
  return {
    service,
    ...startOf(start, business, branch),
    ...(branch === undefined ? {} : { branch }),
    ...(resource === undefined ? {} : { person: resource }),
  };
}

/** @throws Unprocessable `invalid` for what nobody could dial */
export function customerOf(
  { name, phone }: FreshBody['customer'],
  business: Business,
): { readonly name: string; readonly phone: string } {
  const country = countryOf(zoneOf(business, undefined)) as CountryCode;
  const number = parsePhoneNumberFromString(phone.replace(/^00/, '+'), country);
  if (number?.isPossible()) return { name, phone: number.number };
  const details = { place: 'customer.phone', value: phone, rule: 'must be a phone number' };
  throw new Unprocessable('invalid', 'customer.phone: must be a phone number', {
    ...details,
    errors: [details],
  });
}

export function assetInput(asset: NonNullable<FreshBody['asset']>): AssetInput {
  const { label, plate, class: said } = asset;
  return {
    label,
    ...(plate === undefined ? {} : { plate }),
    ...(said === undefined ? {} : { class: said }),
  };
}

function zoneOf({ branches }: Business, branch: string | undefined): string {
  return (branches.find(({ id }) => id === branch) ?? branches[0])?.zone ?? 'UTC';
}
