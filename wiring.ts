/** Plugs the house into the HTTP application: what each door needs, out of the parts there are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestListener } from 'node:http';
import { createApp } from './api/app';
import { readTurn } from './api/conversations/present';
import { demoSignIn } from './api/desk/signIn';
import { directLine, type DirectLine } from './api/directline';
import { webchatPort } from './api/webchat/port';
import type { TwilioParts } from './api/webhooks/twilio/routes';
import { statusOfReport } from './api/webhooks/twilio/report';
import type { House } from './house';
import { apiKeyHash } from './models/apiKey';
import { listBookings, listOpenTasks } from './models/statements/lists';
import { recordStatus } from './models/statements/outbox';
import { accountByAddress, tenantByApiKey, tenantBySlug } from './models/statements/tenants';
import type { Config } from './platform/config';

export interface Doors {
  readonly app: RequestListener;
  readonly directLine: DirectLine;
}

export interface DoorParts {
  readonly house: House;
  readonly config: Config;
  readonly secretKey: Uint8Array;
  /** False while the process is stopping. */
  readonly accepting: () => boolean;
}

const MOST_BOOKINGS = 500;
const MOST_TASKS = 200;

export function openDoors({ house, config, secretKey, accepting }: DoorParts): Doors {
  const { database, clock, log, newId } = house.parts;
  const { publicUrl } = config;
  const tenants = tenantParts(house, config);
  const tenantExists = async (slug: string): Promise<boolean> =>
    (await tenantBySlug(database, slug)) !== null;
  const port = webchatPort({
    parts: house.parts,
    receive: (received, account) => house.receiveInOpen(received, account),
    tenantOfSecret: async (key) => (await tenantOfKey(house, config, key))?.tenantId ?? null,
  });
  const line = directLine({ port, publicUrl, secretKey, clock, log, newId });
  const app = createApp({
    publicUrl,
    log,
    newId,
    health: { database, accepting },
    twilio: twilioParts(house, config),
    directLine: line.router,
    tenants,
    webchat: { businessBySlug: tenants.businessBySlug, sessions: { secretKey, clock, newId } },
    commands: {
      run: (business, caller, work) =>
        database.inTenant(business.tenantId, (tx) =>
          work({ tx, clock, business, newId, actor: { kind: 'api', key: caller } }),
        ),
    },
    desk: {
      clock,
      secretKey,
      secure: publicUrl.startsWith('https:'),
      signIn: demoSignIn(config.demo, tenantExists),
      businessBySlug: tenants.businessBySlug,
      bookings: (business, { from, to }) =>
        database.inTenant(business.tenantId, (tx) => listBookings(tx, { from, to, limit: MOST_BOOKINGS })),
      turn: (business, id, turn) =>
        database.inTenant(business.tenantId, (tx) => readTurn(tx, business, id, turn)),
      tasks: (business) => database.inTenant(business.tenantId, (tx) => listOpenTasks(tx, MOST_TASKS)),
    },
    pages: { folder: webFolder(), tenantExists },
  });
  return { app, directLine: line };
}

/** The keys of the demo are known to everybody: where others can reach the server they open nothing. */
async function tenantOfKey(house: House, config: Config, key: string): ReturnType<typeof tenantByApiKey> {
  if (key.startsWith('demo-') && !config.demo) return null;
  return tenantByApiKey(house.parts.database, apiKeyHash(key));
}

function tenantParts(house: House, config: Config): Parameters<typeof createApp>[0]['tenants'] {
  return {
    businessBySlug: (slug) => house.businesses.bySlug(slug),
    tenantOfKey: async (key) => (await tenantOfKey(house, config, key))?.slug ?? null,
  };
}

/** The configured account serves one tenant; a number of another's is not ours to answer with it. */
function twilioParts(house: House, config: Config): TwilioParts {
  const { database, clock, log } = house.parts;
  const { accountSid, authTokens } = config.providers.twilio;
  return {
    publicUrl: config.publicUrl,
    authTokens,
    accountSid,
    log,
    async receive(received) {
      const account = await accountByAddress(database, 'sms', received.account);
      if (account === null || account.slug !== config.defaultTenant) return 'unknown-account';
      const { tenantId, channelAccountId } = account;
      await house.receive(received, { tenantId, channelAccountId, channel: 'sms', proven: true });
      return 'stored';
    },
    async report(report, optedOut) {
      const tenant = await tenantBySlug(database, config.defaultTenant);
      const status = statusOfReport(report);
      if (tenant === null || status === null) return;
      await recordStatus(database, { ...status, tenantId: tenant.tenantId, optedOut, now: clock.now() });
    },
  };
}

/** Beside the compiled program, or in dist/ when it runs from its sources. */
function webFolder(): string {
  const folders = [join(__dirname, 'web'), join(__dirname, 'dist', 'web')];
  return folders.find((folder) => existsSync(join(folder, 'index.html'))) ?? join(__dirname, 'web');
}
