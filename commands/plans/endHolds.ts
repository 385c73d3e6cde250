/** Letting a held plan go, and renewing it once: all its items together. */
import { releaseTogether, renewTogether } from '../../models/statements/plans';
import { onlyFor } from '../actors';
import { holdEnd } from '../requests';
import type { CommandContext } from '../types';
import { ownPlan } from './ownPlan';
import { commonOf, deedOn } from './requests';
import { isOpen } from './views';

/** Does nothing where nothing of it is held: letting go twice is no fault. Items that are booked stay. */
export async function releasePlan(context: CommandContext, planId: string): Promise<void> {
  const open = (await ownPlan(context, planId)).filter(isOpen);
  if (open.length === 0) return;
  const common = commonOf(context, onlyFor(context.actor), null);
  const deeds = open.map((booking) => deedOn(context, booking.id));
  const done = await releaseTogether(context.tx, common, deeds);
  if (done.kind === 'done') for (const booking of done.bookings) context.seen?.see(booking);
}

/** One renewal of all its holds; false when one of them is over or was renewed before: then none is renewed. */
export async function renewPlan(context: CommandContext, planId: string): Promise<boolean> {
  const open = (await ownPlan(context, planId)).filter(isOpen);
  if (open.length === 0) return false;
  const common = commonOf(context, onlyFor(context.actor), null);
  const deeds = open.map((booking) => deedOn(context, booking.id));
  const done = await renewTogether(context.tx, common, deeds, holdEnd(context));
  if (done.kind !== 'done') return false;
  for (const booking of done.bookings) context.seen?.see(booking);
  return true;
}
