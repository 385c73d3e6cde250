/** The races: who wants what at the same moment, and who may have it in the end. */
import { randomUUID } from 'node:crypto';
import { confirm, hold, move } from '../../commands';
import type { BookingView } from '../../commands/types';
import { expireLapsedHolds } from '../../models/statements/expiry';
import type { Minute } from '../../scheduling/business';
import { SEATS, tenOn, wishOf, type Arena } from './arena';

/** What a client was told: the kind of the command's result, for which start. */
export interface Told {
  readonly kind: string;
  readonly start: Minute;
}

export interface Race {
  readonly clients: readonly (() => Promise<Told>)[];
  /** Whether the right ones won. */
  right(told: readonly Told[]): boolean | Promise<boolean>;
}

export interface Scenario {
  readonly name: string;
  prepare(arena: Arena, clients: number, day: number): Promise<Race>;
}

/** A service takes 45 minutes and 5 to clear up. */
const APART = 50;

export const SCENARIOS: readonly Scenario[] = [
  { name: 'one slot', prepare: oneSlot },
  { name: 'overlapping slots', prepare: overlapping },
  { name: 'two resources in opposite order', prepare: opposite },
  { name: 'the last seat', prepare: lastSeat },
  { name: 'confirm against expiry', prepare: confirmAgainstExpiry },
  { name: 'a move against holds', prepare: moveAgainstHolds },
  { name: 'two that trade places', prepare: tradingPlaces },
];

async function oneSlot(arena: Arena, clients: number, day: number): Promise<Race> {
  const ids = await arena.newcomers(clients);
  return { clients: ids.map((id) => () => holds(arena, id, 'one', tenOn(day))), right: oneHeld };
}

/** Who won leaves no room for who lost, and enough for the other winners. */
async function overlapping(arena: Arena, clients: number, day: number): Promise<Race> {
  const ids = await arena.newcomers(clients);
  const right = (told: readonly Told[]): boolean => {
    const [won, lost] = [told.filter(isHeld), told.filter((each) => !isHeld(each))];
    const near = (one: Told) => (other: Told) => one !== other && Math.abs(one.start - other.start) < APART;
    return (
      won.every((each) => !won.some(near(each))) &&
      lost.every((each) => each.kind === 'taken' && won.some(near(each)))
    );
  };
  return { clients: ids.map((id, at) => () => holds(arena, id, 'one', tenOn(day) + (at % 5) * 15)), right };
}

async function opposite(arena: Arena, clients: number, day: number): Promise<Race> {
  const ids = await arena.newcomers(clients);
  const service = (at: number): string => (at % 2 === 0 ? 'person-then-bay' : 'bay-then-person');
  return { clients: ids.map((id, at) => () => holds(arena, id, service(at), tenOn(day))), right: oneHeld };
}

async function lastSeat(arena: Arena, clients: number, day: number): Promise<Race> {
  for (const early of await arena.newcomers(SEATS - 1)) await heldBy(arena, early, 'seat', tenOn(day));
  const ids = await arena.newcomers(clients);
  return { clients: ids.map((id) => () => holds(arena, id, 'seat', tenOn(day))), right: oneHeld };
}

/** The owner's clock is a millisecond behind the others', for whom the hold has lapsed; the job that clears up comes as well. */
async function confirmAgainstExpiry(arena: Arena, clients: number, day: number): Promise<Race> {
  const [owner = '', ...others] = await arena.newcomers(clients - 1);
  const start = tenOn(day);
  const mine = await heldBy(arena, owner, 'one', start);
  const lapse = mine.heldUntil ?? 0;
  const yes = (): Promise<Told> =>
    arena.as(
      owner,
      async (context) => {
        const { kind } = await confirm(context, { bookingId: mine.id, shown: mine }, randomUUID());
        return { kind, start };
      },
      lapse - 1,
    );
  const clear = (): Promise<Told> =>
    arena.as(
      owner,
      async ({ tx }) => {
        await expireLapsedHolds(tx, lapse, 500);
        return { kind: 'cleared', start };
      },
      lapse,
    );
  const wants = others.map((id) => () => holds(arena, id, 'one', start, lapse));
  const right = (told: readonly Told[]): boolean =>
    told.filter(({ kind }) => kind === 'held' || kind === 'confirmed').length === 1 &&
    told.every(({ kind }) => ['held', 'confirmed', 'taken', 'cleared'].includes(kind));
  return { clients: [yes, clear, ...wants], right };
}

/** Whoever moves has a time throughout: the new one or the old one. */
async function moveAgainstHolds(arena: Arena, clients: number, day: number): Promise<Race> {
  const [mover = '', ...others] = await arena.newcomers(clients);
  const [from, to] = [tenOn(day), tenOn(day) + 120];
  const mine = await heldBy(arena, mover, 'one', from);
  const right = async (told: readonly Told[]): Promise<boolean> =>
    oneHeld(told) && (await arena.standing([mine.id])) === 1;
  return {
    clients: [() => moves(arena, mover, mine, to), ...others.map((id) => () => holds(arena, id, 'one', to))],
    right,
  };
}

/** Neither can have the other's time before it is free, nor can anybody else. */
async function tradingPlaces(arena: Arena, clients: number, day: number): Promise<Race> {
  const [left = '', other = '', ...others] = await arena.newcomers(clients);
  const [first, second] = [tenOn(day), tenOn(day) + 120];
  const one = await heldBy(arena, left, 'one', first);
  const two = await heldBy(arena, other, 'one', second);
  const right = async (told: readonly Told[]): Promise<boolean> =>
    told.every(({ kind }) => kind === 'taken') && (await arena.standing([one.id, two.id])) === 2;
  return {
    clients: [
      () => moves(arena, left, one, second),
      () => moves(arena, other, two, first),
      ...others.map((id, at) => () => holds(arena, id, 'one', at % 2 === 0 ? first : second)),
    ],
    right,
  };
}

function isHeld({ kind }: Told): boolean {
  return kind === 'held';
}

/** One has it, all others were told that it is taken. */
export function oneHeld(told: readonly Told[]): boolean {
  return told.filter(isHeld).length === 1 && told.every((each) => isHeld(each) || each.kind === 'taken');
}

function holds(arena: Arena, id: string, service: string, start: Minute, now?: number): Promise<Told> {
  return arena.as(
    id,
    async (context) => {
      const { kind } = await hold(context, wishOf(id, service, start), randomUUID());
      return { kind, start };
    },
    now,
  );
}

function moves(arena: Arena, id: string, view: BookingView, start: Minute): Promise<Told> {
  return arena.as(id, async (context) => {
    const wish = { ...wishOf(id, 'one', start), bookingId: view.id };
    const { kind } = await move(context, wish, randomUUID());
    return { kind, start };
  });
}

async function heldBy(arena: Arena, id: string, service: string, start: Minute): Promise<BookingView> {
  const result = await arena.as(id, (context) => hold(context, wishOf(id, service, start), randomUUID()));
  if (result.kind === 'held') return result.hold;
  throw new Error(`before the race: ${result.kind}`);
}
