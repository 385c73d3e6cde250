/** What is known in a turn: every value of its sources, and the few that the rules of the business derive from them. */
import { mapLink } from '../dialogs/mapLink';
import type { Business, LocalDateTime, LocalTime, Minute } from '../scheduling/business';
import { minuteOf, minuteOfDay, MINUTES_PER_DAY } from '../scheduling/localDate';
import { toInstant, toLocal } from '../scheduling/zone';

/** A shift may pass midnight. */
const LATEST_CLOSING = 2 * MINUTES_PER_DAY;

/** Values as they stand in the sources; read once, however deep they lie. */
export class Values {
  readonly all = new Set<string | number>();
  /** Lengths of time that beginnings and ends give. */
  readonly lengths = new Set<Minute>();
  /** Minutes of the day at which something opens or closes, as the hours of a business are kept. */
  readonly bounds = new Set<number>();

  add(value: unknown): void {
    if (typeof value === 'string' || typeof value === 'number') this.all.add(value);
    else if (Array.isArray(value)) for (const each of value) this.add(each);
    else if (typeof value === 'object' && value !== null) this.#addFields(value as Record<string, unknown>);
  }

  #addFields(fields: Record<string, unknown>): void {
    for (const name in fields) this.add(fields[name]);
    const { startMinute, endMinute, from, to } = fields;
    if (typeof startMinute === 'number' && typeof endMinute === 'number')
      this.lengths.add(endMinute - startMinute);
    if (typeof from === 'number' && typeof to === 'number' && to <= LATEST_CLOSING)
      this.bounds.add(from % MINUTES_PER_DAY).add(to % MINUTES_PER_DAY);
  }
}

/** Of one business; the same for every turn until the business changes. */
const valuesOfBusiness = new WeakMap<Business, Values>();

function businessValues(business: Business): Values {
  const known = valuesOfBusiness.get(business);
  if (known) return known;
  const made = new Values();
  made.add(business);
  made.add(business.languages.map((language) => ownName(language)));
  made.add(business.branches.map(({ address }) => mapLink(address)));
  made.add(business.branches.map(({ zone }) => zone.split('/').at(-1)?.replaceAll('_', ' ')));
  valuesOfBusiness.set(business, made);
  return made;
}

/** As a language calls itself. */
function ownName(language: string): string | undefined {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language);
}

/** From here on a number is an instant and no amount: in minutes after 1990, in milliseconds after 1990. */
const FIRST_MINUTE = 10_500_000;
const FIRST_MILLIS = 630_000_000_000;

/** The values of a turn, as a check asks for them. Local times are those of the branches. */
export class Known {
  readonly #values: Values;
  readonly #own: Values;
  readonly #zones: readonly string[];
  #instants: ReadonlySet<Minute> | null = null;
  #moments: ReadonlySet<string> | null = null;

  constructor(
    readonly business: Business,
    values: Values,
  ) {
    this.#values = values;
    this.#own = businessValues(business);
    this.#zones = [...new Set(business.branches.map(({ zone }) => zone))];
  }

  has(value: string | number): boolean {
    return this.#values.all.has(value) || this.#own.all.has(value);
  }

  hasLength(minutes: Minute): boolean {
    return this.#values.lengths.has(minutes);
  }

  /** Whether something opens or closes then. */
  hasBound(time: LocalTime): boolean {
    const minute = minuteOfDay(time);
    return this.#values.bounds.has(minute) || this.#own.bounds.has(minute);
  }

  /** Numbers of the turn, for rules that reckon with amounts. */
  numbers(): readonly number[] {
    return [...this.#values.all].filter((value): value is number => typeof value === 'number');
  }

  /** Days, times and whole moments that the sources name, as text or as an instant. */
  hasLocal(local: LocalDateTime): boolean {
    if (this.has(local)) return true;
    this.#moments ??= this.#allMoments();
    return this.#moments.has(local);
  }

  /** Whether an instant so many minutes after the moment is known: what is counted back from it is known with it. */
  hasMinuteAfter(local: LocalDateTime, minutes: Minute): boolean {
    return this.#zones.some((zone) => {
      const at = toInstant(local, zone);
      if (at.kind !== 'exact') return false;
      const counted = at.minute + minutes;
      // what stands since an earlier turn is kept as local time alone
      return this.#minutes().has(counted) || this.has(toLocal(counted, zone));
    });
  }

  #minutes(): ReadonlySet<Minute> {
    this.#instants ??= new Set(this.numbers().flatMap(instantOf));
    return this.#instants;
  }

  #allMoments(): ReadonlySet<string> {
    const told = [...this.#values.all].filter((value): value is string => typeof value === 'string');
    const reckoned = this.#zones.flatMap((zone) =>
      [...this.#minutes()].map((minute) => toLocal(minute, zone)),
    );
    return new Set([...told.filter(isMoment), ...reckoned].flatMap(partsOf));
  }
}

function instantOf(value: number): readonly Minute[] {
  if (value >= FIRST_MILLIS) return [minuteOf(value)];
  return value >= FIRST_MINUTE && Number.isInteger(value) ? [value] : [];
}

function isMoment(text: string): boolean {
  return text.length === 16 && text[10] === 'T';
}

function partsOf(local: LocalDateTime): readonly string[] {
  return [local, local.slice(0, 10), local.slice(11)];
}
