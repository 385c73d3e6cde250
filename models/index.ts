/** Every table as a Sequelize model: for lists, for the desk and for tools. What is hot is in `statements/`. */
import type { Sequelize } from 'sequelize';
import {
  tenants,
  channelAccounts,
  branches,
  resources,
  services,
  requirements,
  requirementPool,
  openingHours,
  hoursExceptions,
} from './tables/business';
import { customers, addresses, assets } from './tables/people';
import { conversations, leases, messages, inbound, journal, outbox } from './tables/conversations';
import { bookings, allocations, bookingHistory, tasks } from './tables/bookings';
import { idempotencyKeys } from './tables/requests';
import { freedTime, waitlist, waitlistOffers } from './tables/waitlist';
import { secrets } from './tables/secrets';
import { zoneConflicts } from './tables/zoneConflicts';
import {
  orders,
  orderHistory,
  estimates,
  estimateVersions,
  estimateLines,
  estimateAnswers,
  articles,
} from './tables/visits';
import { defineModel } from './tables/table';

export type Models = ReturnType<typeof defineAll>;

const defined = new WeakMap<Sequelize, Models>();

/**
 * The models of a database. They keep to row-level security like everything else: give each call the `transaction` of an
 * `inTenant`, or it fails.
 */
export function modelsOf(sequelize: Sequelize): Models {
  const known = defined.get(sequelize);
  if (known) return known;
  const models = defineAll(sequelize);
  defined.set(sequelize, models);
  return models;
}

function defineAll(sequelize: Sequelize) {
  return {
    tenants: defineModel(sequelize, tenants),
    channelAccounts: defineModel(sequelize, channelAccounts),
    branches: defineModel(sequelize, branches),
    resources: defineModel(sequelize, resources),
    services: defineModel(sequelize, services),
    requirements: defineModel(sequelize, requirements),
    requirementPool: defineModel(sequelize, requirementPool),
    openingHours: defineModel(sequelize, openingHours),
    hoursExceptions: defineModel(sequelize, hoursExceptions),
    customers: defineModel(sequelize, customers),
    addresses: defineModel(sequelize, addresses),
    assets: defineModel(sequelize, assets),
    conversations: defineModel(sequelize, conversations),
    leases: defineModel(sequelize, leases),
    messages: defineModel(sequelize, messages),
    inbound: defineModel(sequelize, inbound),
    journal: defineModel(sequelize, journal),
    outbox: defineModel(sequelize, outbox),
    bookings: defineModel(sequelize, bookings),
    allocations: defineModel(sequelize, allocations),
    bookingHistory: defineModel(sequelize, bookingHistory),
    tasks: defineModel(sequelize, tasks),
    idempotencyKeys: defineModel(sequelize, idempotencyKeys),
    orders: defineModel(sequelize, orders),
    orderHistory: defineModel(sequelize, orderHistory),
    estimates: defineModel(sequelize, estimates),
    estimateVersions: defineModel(sequelize, estimateVersions),
    estimateLines: defineModel(sequelize, estimateLines),
    estimateAnswers: defineModel(sequelize, estimateAnswers),
    articles: defineModel(sequelize, articles),
    waitlist: defineModel(sequelize, waitlist),
    waitlistOffers: defineModel(sequelize, waitlistOffers),
    freedTime: defineModel(sequelize, freedTime),
    secrets: defineModel(sequelize, secrets),
    zoneConflicts: defineModel(sequelize, zoneConflicts),
  };
}
