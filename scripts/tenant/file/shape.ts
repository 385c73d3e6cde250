/** A business file, key by key: what may stand in it, and what holds where a key is left out. */
import { z } from 'zod';
import * as calendar from './calendar';
import { holidays } from './holidays';
import { weekdayOf } from './hours';
import { limits } from './limits';
import { policies } from './policies';
import * as value from './values';

/** So that a section left empty (`rooms:` and nothing below) is as good as none. */
const section = (rule: string): z.ZodType<Readonly<Record<string, unknown>> | null | undefined> =>
  z.record(value.id, z.unknown(), rule).nullish();

const FACTOR_RULE = 'how much longer this kind takes, from 0.1 to 10, such as 1.5';
const factor = z
  .number(FACTOR_RULE)
  .min(0.1, FACTOR_RULE)
  .max(10, FACTOR_RULE)
  .refine(
    (given) => Math.abs(given * 1000 - Math.round(given * 1000)) < 1e-9,
    'a number of at most three decimals',
  );

const WEEKDAY_RULE = 'a weekday, such as mon';
const weekday = z.string(WEEKDAY_RULE).transform((name, context) => {
  const found = weekdayOf(name);
  if (found !== null) return found;
  context.addIssue(WEEKDAY_RULE);
  return z.NEVER;
});

const PHONE_RULE = 'a telephone number with its country, such as "+493012345678"';
const phone = z.string(PHONE_RULE).regex(/^\+[1-9]\d{6,14}$/, PHONE_RULE);
const NUMBER_RULE = 'a telephone number such as "+493012345678", or the id that the provider gave the number';
const phoneOrId = z.string(NUMBER_RULE).regex(/^\+?\d{5,20}$/, NUMBER_RULE);

/** One account of a channel, or several. */
function accounts(
  providers: readonly [string, ...string[]],
  account: z.ZodType<string>,
): ReturnType<typeof oneOrMore> {
  return oneOrMore(
    value.object('a provider and the account there, such as { provider: twilio, account: "+493012345678" }', {
      provider: z.enum(providers, providers.length === 1 ? providers[0] : `one of ${providers.join(', ')}`),
      account,
    }),
  );
}

function oneOrMore(
  one: z.ZodType<{ provider: string; account: string }>,
): z.ZodType<readonly { provider: string; account: string }[]> {
  const rule = 'who carries it and your number there, such as { provider: twilio, account: "+493012345678" }';
  return z.union([one.transform((account) => [account]), z.array(one)], rule);
}

const channels = value.object('channels, such as { webchat: true }', {
  webchat: value.flag.default(true),
  sms: accounts(['twilio', 'kavenegar', 'fake'], phoneOrId).optional(),
  whatsapp: accounts(['meta', 'twilio', 'fake'], phoneOrId).optional(),
  voice: accounts(['twilio', 'fake'], phone).optional(),
});

const ARTICLES_RULE = 'texts by their topics, such as parking: Behind the house.';
const articles = z.record(value.id, value.prose, ARTICLES_RULE);

/** Everything but what is inside the sections, which are read entry by entry. */
export const header = value.object(
  'a business: slug, name, languages, branches, people, services and so on',
  {
    slug: value.slug,
    name: value.names,
    languages: z
      .array(value.language, 'a list of languages, such as [en, de]')
      .min(1, 'a list of at least one language'),
    country: value.country,
    currency: value.currency,
    calendar: z.enum(['gregorian', 'jalali'], 'gregorian or jalali').default('gregorian'),
    'week-starts': weekday.default(1),
    sensitive: value.flag.default(false),
    policies: policies.prefault({}),
    vehicles: z
      .record(value.id, factor, 'kinds of vehicle that take longer, such as { van: 1.5 }, or {}')
      .optional(),
    channels: channels.prefault({}),
    holidays: holidays.nullish(),
    branches: section('branches by their short names'),
    people: section('people by their short names'),
    bays: section('bays by their short names'),
    rooms: section('rooms by their short names'),
    equipment: section('equipment by its short names'),
    services: section('services by their short names'),
    articles: articles.nullish(),
  },
);

const ADDRESS_RULE = 'an address of 1 to 200 characters';

export const branch = value.object('a branch: name, zone, address and hours', {
  name: value.names,
  zone: value.zone,
  address: z.string(ADDRESS_RULE).trim().min(1, ADDRESS_RULE).max(200, ADDRESS_RULE),
  hours: calendar.week,
  exceptions: calendar.exceptions.nullish(),
});

export const resource = value.object('a description: name, and branch where there are several', {
  name: value.names,
  branch: value.id.optional(),
  capacity: value.count('seats', 1, 1000).default(1),
  hours: calendar.week.optional(),
  exceptions: calendar.exceptions.nullish(),
  limits: limits.optional(),
});

export const KINDS = ['person', 'bay', 'room', 'equipment'] as const;

const POOL_RULE = 'any, a short name, or a list of short names in order of preference';
const pool = z.union([value.id.transform((one) => [one]), z.array(value.id).min(1, POOL_RULE)], POOL_RULE);
const NEED_RULE =
  'person, bay, room or equipment, or one of them with who it may be, such as { person: [ali, jana] }';

const need = z.union(
  [
    z.enum(KINDS, NEED_RULE).transform((kind) => ({ kind, pool: ['any'], share: false })),
    value
      .object(NEED_RULE, {
        person: pool.optional(),
        bay: pool.optional(),
        room: pool.optional(),
        equipment: pool.optional(),
        share: value.flag.default(false),
      })
      .transform(({ share, ...given }, context) => {
        const [kind, ...more] = KINDS.filter((each) => given[each] !== undefined);
        if (kind !== undefined && more.length === 0) return { kind, pool: given[kind] ?? [], share };
        context.addIssue(NEED_RULE);
        return z.NEVER;
      }),
  ],
  NEED_RULE,
);

const WEEK_OF_MINUTES = 7 * 1440;
const NEEDS_RULE = 'a list of what it takes, such as [person, bay]';
const OWN_PACE_RULE = 'minutes by person, such as { tom: 60 }';

export const service = value.object('a service: name, minutes, price and needs', {
  name: value.names,
  synonyms: value.synonyms.optional(),
  minutes: value.minutes(1, WEEK_OF_MINUTES),
  'minutes-by-person': z.record(value.id, value.minutes(1, WEEK_OF_MINUTES), OWN_PACE_RULE).optional(),
  'buffer-before': value.minutes(0, 1440).default(0),
  'buffer-after': value.minutes(0, 1440).default(0),
  price: value.amount,
  deposit: value.percent.default(0),
  needs: z.array(need, NEEDS_RULE).min(1, NEEDS_RULE),
  limits: limits.optional(),
});

export type Header = z.output<typeof header>;
export type BranchEntry = z.output<typeof branch>;
export type ResourceEntry = z.output<typeof resource>;
export type ServiceEntry = z.output<typeof service>;
export type Need = z.output<typeof need>;
