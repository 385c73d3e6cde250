/** GET /availability: bookable starts of a service between two days or instants. */
import { Router } from 'express';
import type { AvailabilityInput, AvailabilityResult, Refusal, TimeSlotView } from '../../commands/types';
import { Unprocessable } from '../../platform/errors';
import type { Business } from '../../scheduling/business';
import { parsed } from '../parse';
import { businessOf, publicTenant, type TenantParts } from '../tenant';
import { presentSlot } from './present';
import { availabilityQuery, type AvailabilityQuery } from './schema';
import { windowOf } from './window';

export interface AvailabilityParts {
  readonly availability: (business: Business, input: AvailabilityInput) => Promise<AvailabilityResult>;
}

export function availabilityRoutes(tenants: TenantParts, parts: AvailabilityParts): Router {
  const router = Router();
  router.get('/availability', publicTenant(tenants), async (request, response) => {
    const business = businessOf(response);
    const query = parsed(availabilityQuery, request.query);
    const slots: TimeSlotView[] = [];
    for (const { zone, branch } of askedPlaces(business, query)) {
      const result = await parts.availability(business, inputOf(query, zone, branch));
      if (result.kind === 'refused') throw refused(result.refusal);
      slots.push(...result.slots);
    }
    slots.sort((one, other) => one.startMinute - other.startMinute);
    response.json({ zone: zoneOf(business, query), slots: slots.map(presentSlot) });
  });
  return router;
}

interface Place {
  readonly zone: string;
  /** Absent: all branches, which then share the zone. */
  readonly branch: string | undefined;
}

/** A day begins at another instant in each zone, so branches of several zones are asked one by one. */
function askedPlaces(business: Business, { branch }: AvailabilityQuery): readonly Place[] {
  if (branch !== undefined) return [{ zone: zoneOf(business, { branch }), branch }];
  const zones = new Set(business.branches.map(({ zone }) => zone));
  if (zones.size > 1) return business.branches.map(({ id, zone }) => ({ zone, branch: id }));
  return [{ zone: zoneOf(business, { branch }), branch: undefined }];
}

function zoneOf(business: Business, { branch }: Pick<AvailabilityQuery, 'branch'>): string {
  const found = business.branches.find(({ id }) => id === branch) ?? business.branches[0];
  return found?.zone ?? 'UTC';
}

function inputOf(query: AvailabilityQuery, zone: string, branch: string | undefined): AvailabilityInput {
  return {
    service: query.service,
    ...windowOf(query, zone),
    ...(branch === undefined ? {} : { branch }),
    ...(query.resource === undefined ? {} : { person: query.resource }),
    ...(query.vehicle === undefined ? {} : { assetClass: query.vehicle }),
  };
}

/** The rule that refuses, as a problem: 422 with the rule as its code. */
export function refused(refusal: Refusal): Unprocessable {
  const { rule, value, bound, readings } = refusal;
  return new Unprocessable(rule, `${rule}: ${value}`, {
    value,
    rule,
    ...(bound === undefined ? {} : { bound }),
    ...(readings === undefined ? {} : { choices: readings }),
  });
}
