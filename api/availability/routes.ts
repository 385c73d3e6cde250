/** GET /availability: bookable starts of a service between two days or instants, and why another one is not among them. */
import { Router } from 'express';
import { availability, explainStart } from '../../commands';
import type { AvailabilityInput, CommandContext, TimeSlotView } from '../../commands/types';
import type { Business } from '../../scheduling/business';
import { toLocalDate } from '../../scheduling/zone';
import { parsed } from '../parse';
import { refused } from '../refusal';
import { runFor, type CommandParts } from '../run';
import { businessOf, callerOf, publicTenant, type TenantParts } from '../tenant';
import { presentReason } from './explain';
import { presentSlot } from './present';
import { availabilityQuery, type AvailabilityQuery, type PresentedReason } from './schema';
import { assertVehicle } from './vehicle';
import { momentIn, windowOf, type Window } from './window';

export function availabilityRoutes(tenants: TenantParts, parts: CommandParts): Router {
  const router = Router();
  router.get('/availability', publicTenant(tenants), async (request, response) => {
    const business = businessOf(response);
    const query = parsed(availabilityQuery, request.query);
    assertVehicle(business, query.vehicle, 'vehicle');
    const mayReadBookings = callerOf(response) !== null;
    const answer = await runFor(parts, response, async (context) => ({
      slots: await slotsFor(context, query),
      ...(query.explain === undefined ? {} : await explained(context, query, query.explain, mayReadBookings)),
    }));
    response.json({ zone: zoneOf(business, query.branch), ...answer, slots: answer.slots.map(presentSlot) });
  });
  return router;
}

async function slotsFor(context: CommandContext, query: AvailabilityQuery): Promise<TimeSlotView[]> {
  const slots: TimeSlotView[] = [];
  for (const { zone, branch } of askedPlaces(context.business, query)) {
    const result = await availability(context, inputOf(query, windowIn(query, zone), branch));
    if (result.kind === 'refused') throw refused(result.refusal, context.business, query.branch);
    slots.push(...result.slots);
  }
  return slots.sort((one, other) => one.startMinute - other.startMinute);
}

/** Where only an explanation is asked for, the day of that start. */
function windowIn({ from, to, explain }: AvailabilityQuery, zone: string): Window {
  if (from !== undefined && to !== undefined) return windowOf({ from, to }, zone);
  const day = toLocalDate(momentIn(explain ?? '', 'explain', zone), zone);
  return windowOf({ from: day, to: day }, zone);
}

/** At each branch that was asked; nothing stands in the way of a start that one of them offers. */
async function explained(
  context: CommandContext,
  query: AvailabilityQuery,
  moment: string,
  mayReadBookings: boolean,
): Promise<{ reasons: PresentedReason[]; alternatives: ReturnType<typeof presentSlot>[] }> {
  const { business } = context;
  const service = business.services.find(({ id }) => id === query.service);
  if (!service) throw refused({ rule: 'unknown-service', value: query.service }, business);
  const branches = business.branches.filter(({ id }) => query.branch === undefined || id === query.branch);
  const reasons: PresentedReason[] = [];
  const alternatives: TimeSlotView[] = [];
  for (const branch of branches) {
    const start = momentIn(moment, 'explain', branch.zone);
    const found = await explainStart(context, {
      service,
      branch,
      start,
      person: query.resource,
      assetClass: query.vehicle,
    });
    if (found.reasons.length === 0) return { reasons: [], alternatives: [] };
    reasons.push(...found.reasons.map((reason) => presentReason(reason, { branch, mayReadBookings })));
    if (alternatives.length === 0) alternatives.push(...found.alternatives);
  }
  return { reasons, alternatives: alternatives.map(presentSlot) };
}

interface Place {
  readonly zone: string;
  /** Absent: all branches, which then share the zone. */
  readonly branch: string | undefined;
}

/** A day begins at another instant in each zone, so branches of several zones are asked one by one. */
function askedPlaces(business: Business, { branch }: AvailabilityQuery): readonly Place[] {
  if (branch !== undefined) return [{ zone: zoneOf(business, branch), branch }];
  const zones = new Set(business.branches.map(({ zone }) => zone));
  if (zones.size > 1) return business.branches.map(({ id, zone }) => ({ zone, branch: id }));
  return [{ zone: zoneOf(business, branch), branch: undefined }];
}

function zoneOf(business: Business, branch: string | undefined): string {
  const found = business.branches.find(({ id }) => id === branch) ?? business.branches[0];
  return found?.zone ?? 'UTC';
}

function inputOf(query: AvailabilityQuery, window: Window, branch: string | undefined): AvailabilityInput {
  return {
    service: query.service,
    ...window,
    ...(branch === undefined ? {} : { branch }),
    ...(query.resource === undefined ? {} : { person: query.resource }),
    ...(query.vehicle === undefined ? {} : { assetClass: query.vehicle }),
  };
}
