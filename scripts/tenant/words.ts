/** The command line of `npm run tenant`, read: which deed, on what, with which options. */
import { parseArgs } from 'node:util';
import { validZone } from '../../scheduling/zone';
import { countryOf } from '../../understanding/country';
import { Refused } from './refused';
import type { Starter } from './starter';

export const USAGE = `npm run tenant -- COMMAND [--json]

  create SLUG --name NAME [--zone ZONE] [--country DE] [--currency EUR] [--language en] [--file FILE]
      a new business, and a commented file of it to change
  export [SLUG] [--file FILE]
      the file of a business; with npm run -s tenant it can be sent to a file by >
  import FILE [--dry-run]
      makes the business what the file says; with --dry-run only tells what would change
  set-secret NAME [--tenant SLUG] [--remove]
      keeps a key or password of a provider, such as TWILIO_AUTH_TOKEN: typed unseen, or read from a pipe
  invite EMAIL
      not built yet`;

const OPTIONS = {
  name: { type: 'string' },
  zone: { type: 'string' },
  country: { type: 'string' },
  currency: { type: 'string' },
  language: { type: 'string' },
  file: { type: 'string' },
  tenant: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  remove: { type: 'boolean' },
} as const;

export type Options = ReturnType<typeof parseWords>['options'];

/** @throws Refused for a word that is no option */
export function parseWords(words: readonly string[]): {
  readonly command: string | undefined;
  readonly subject: string | undefined;
  readonly options: ReturnType<typeof parsed>['values'];
} {
  const { values: options, positionals } = parsed(words);
  const [command, subject, ...more] = positionals;
  if (more.length > 0) throw new Refused('bad-usage', `"${more.join(' ')}" is too much.\n\n${USAGE}`);
  return { command, subject, options };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const [said = ''] = error instanceof Error ? error.message.split('. ') : [];
    throw new Refused('bad-usage', `${said}.\n\n${USAGE}`);
  }
}

const SOMEWHERE = 'Europe/Berlin';

/** @param machineZone assumed where no zone is named, unless it is no place */
export function starterOf(slug: string | undefined, options: Options, machineZone: string): Starter {
  const name = options.name ?? slug;
  const short = slug ?? options.tenant ?? slugOf(options.name ?? '');
  if (name === undefined || short === '')
    throw new Refused('bad-usage', `create needs a short name, such as my-shop.\n\n${USAGE}`);
  const assumed = validZone(machineZone) && machineZone.includes('/') && !machineZone.startsWith('Etc/');
  const zone = options.zone ?? (assumed ? machineZone : SOMEWHERE);
  const country = countryOf(zone);
  return {
    slug: short,
    name,
    language: options.language ?? 'en',
    country: options.country ?? (country === 'ZZ' ? 'DE' : country),
    currency: options.currency ?? 'EUR',
    zone,
  };
}

/** `My Shop` is `my-shop` in addresses. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}
