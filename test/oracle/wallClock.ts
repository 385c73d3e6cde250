/** Local wall time of a UTC minute straight from the runtime's Intl, one minute at a time: slow, and shares nothing with scheduling. */

export interface Wall {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Minutes since midnight as the clock on the wall shows them. */
  readonly minute: number;
  /** ISO weekday. */
  readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const rememberedByZone = new Map<string, Map<number, Wall>>();

/** A few days of a few zones: enough for one case, without filling the memory over all zones. */
const MOST_REMEMBERED = 20_000;

export function wallAt(minute: number, zone: string): Wall {
  if ((rememberedByZone.get(zone)?.size ?? 0) > MOST_REMEMBERED || rememberedByZone.size > 40)
    rememberedByZone.clear();
  const remembered = rememberedByZone.get(zone) ?? new Map<number, Wall>();
  rememberedByZone.set(zone, remembered);
  let wall = remembered.get(minute);
  if (!wall) remembered.set(minute, (wall = readWall(minute, zone)));
  return wall;
}

/** The wall date one day earlier, by a UTC date that no zone touches. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * Every UTC minute at which the clock on the wall shows a wall time. Such a minute is the wall time less the offset of that
 * very minute, so each offset that the zone has within two days of it is tried; none lasts for less than half an hour.
 */
export function minutesShowing(local: string, zone: string): readonly number[] {
  const shown = Date.parse(`${local}:00Z`) / 60_000;
  const offsets = new Set<number>();
  for (let minute = shown - 2880; minute <= shown + 2880; minute += 30) {
    offsets.add(Date.parse(`${localText(wallAt(minute, zone))}:00Z`) / 60_000 - minute);
  }
  return [...offsets]
    .map((offset) => shown - offset)
    .filter((minute) => localText(wallAt(minute, zone)) === local)
    .sort((left, right) => left - right);
}

export function localText(wall: Wall): string {
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${wall.date}T${digits(Math.floor(wall.minute / 60))}:${digits(wall.minute % 60)}`;
}

function readWall(minute: number, zone: string): Wall {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(minute * 60_000)
      .map((part) => [part.type, part.value]),
  );
  const date = `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
  const time = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return { date, minute: time, weekday: weekdayOf(date) };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}
