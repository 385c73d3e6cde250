/** Telling the team: who waits for it decides what the customer is told; nothing is moved. */
import type { LateResult } from '../../../commands/visitTypes';
import type { BookingView } from '../../../commands/types';
import { say, serviceFact, timeFact } from '../../facts';
import { deed, type Scene } from '../../flow';
import type { Fact, Saying } from '../../../locales/saying';
import type { World } from '../../talk';
import { UNKNOWN } from './minutes';
import { lateIn } from './today';

type Late = { readonly bookingId: string; readonly minutes: number };
/** `some`: nobody knows by how much. */
type Told = LateResult | { readonly kind: 'some'; readonly booking: BookingView };

export const report = deed<Late, Told>({
  id: 'reported',
  inputs: (scene) => {
    const { minutes } = scene.settled;
    return typeof minutes === 'number' ? { bookingId: lateIn(scene).id, minutes } : null;
  },
  run: async (inputs, scene, key) =>
    inputs.minutes === UNKNOWN ? tellSome(scene, key) : scene.world.visits.reportLate(inputs, key),
  results: {
    some: ({ booking }, { world }) => ({
      says: [say('late.notedSome', factsOf(world, booking))],
      ends: true,
    }),
    noted: ({ booking, minutes }, { world }) => ({
      says: [say('late.noted', factsOf(world, booking, minutes))],
      ends: true,
    }),
    'knock-on': ({ booking, minutes, next }, { world }) => ({
      says: tight('late.knockOn', { ...factsOf(world, booking, minutes), next: timeFact(next) }),
      ends: true,
    }),
    'past-closing': ({ booking, minutes, closes }, { world }) => ({
      says: tight('late.pastClosing', { ...factsOf(world, booking, minutes), closes: timeFact(closes) }),
      ends: true,
    }),
    'bad-minutes': () => ({ says: [say('late.tooLate')], ends: true }),
    over: () => ({ says: [say('late.over')], ends: true }),
    unknown: () => ({ says: [say('late.over')], ends: true }),
  },
});

async function tellSome(scene: Scene, key: string): Promise<Told> {
  const booking = lateIn(scene);
  const { reference, service, start } = booking;
  const text = `${reference}, ${service} at ${start.replace('T', ' ')}: late, nobody knows by how much.`;
  await scene.world.commands.raiseTask({ kind: 'other', text }, key);
  return { kind: 'some', booking };
}

/** The team decides; another time is theirs to ask for. */
function tight(key: string, facts: Readonly<Record<string, Fact | undefined>>): readonly Saying[] {
  return [say(key, facts), say('late.otherTime')];
}

function factsOf({ business }: World, { service, start }: BookingView, minutes?: number) {
  return {
    service: serviceFact(business, service),
    when: timeFact(start),
    minutes: minutes === undefined ? undefined : ({ kind: 'minutes', minutes } as const),
  };
}
