/** The product as one process: configuration in, a running server out, and all of it stopped again in order. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { DirectLine } from './api/directline';
import { createHouse, type House } from './house';
import { startJobs, type Jobs } from './jobs/start';
import { unheardQueue } from './jobs/unheard';
import { loadConfig, type Config } from './platform/config';
import { explainListenError } from './platform/listenError';
import { createLog, type Log } from './platform/log';
import { InProcessQueue, type Queue } from './platform/queue';
import { watchQuietConnections } from './platform/quietConnections';
import { keptSecretKey } from './platform/secretKey';
import { InProcessSignal } from './platform/signal';
import { openStorage, type Storage } from './storage';
import { openDoors } from './wiring';
import { wiresOf } from './wiresOf';

export interface Product {
  /** Where it listens; empty for a worker, which listens nowhere. */
  readonly url: string;
  readonly config: Config;
  readonly house: House;
  /** Takes no more work, ends what is under way, and leaves no process behind. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Told when the process cannot go on, because its database went away for good. */
  readonly onLost?: (reason: string) => void;
}

/** What was started, to be stopped in reverse. */
type Stops = (() => Promise<unknown>)[];

/**
 * Starts everything that ROLE asks for.
 * @param environment the variables of the process, or a test's own
 * @throws StartRefused with a sentence for the operator; nothing is left running then
 */
export async function startProduct(
  environment: Readonly<Record<string, string | undefined>>,
  options: StartOptions = {},
): Promise<Product> {
  const config = loadConfig(environment);
  const log = createLog(config.logLevel);
  config.warnings.forEach((warning) => log.warn(warning));
  const stops: Stops = [];
  const stop = (): Promise<void> => stopAll(stops);
  try {
    const storage = await openStorage(config, log, options.onLost);
    stops.push(() => storage.close());
    // Without a queue between processes a web process rings for nobody.
    const queue = config.role === 'web' ? unheardQueue : new InProcessQueue({ log });
    const house = buildHouse(storage, config, queue, log, stops);
    if (config.role !== 'web') runJobs(house, log, stops);
    const url = config.role === 'worker' ? '' : await serve(house, config, stops);
    return { url, config, house, stop };
  } catch (error) {
    await stop().catch((err: unknown) => log.error({ err }, 'what was started did not stop in order'));
    throw error;
  }
}

/** One that fails keeps none of the others from being stopped; the first failure is told at the end. */
async function stopAll(stops: Stops): Promise<void> {
  const failures: unknown[] = [];
  for (let next = stops.pop(); next !== undefined; next = stops.pop()) {
    await next().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

function buildHouse(
  { database, clock }: Storage,
  config: Config,
  queue: Queue,
  log: Log,
  stops: Stops,
): House {
  const signal = new InProcessSignal(log);
  stops.push(() => signal.close());
  const channels = wiresOf(config, clock);
  const { burstMillis } = config;
  const burst = burstMillis === undefined ? {} : { burstMillis };
  return createHouse({ database, clock, channels, queue, signal, log, newId: randomUUID, ...burst });
}

function runJobs({ handlers, parts }: House, log: Log, stops: Stops): void {
  parts.queue.start(handlers);
  stops.push(() => parts.queue.stop());
  const jobs: Jobs = startJobs(parts, log);
  stops.push(() => jobs.stop());
}

async function serve(house: House, config: Config, stops: Stops): Promise<string> {
  let accepting = true;
  const secretKey = keptSecretKey(config);
  const { app, directLine } = openDoors({ house, config, secretKey, accepting: () => accepting });
  const server = createServer(app);
  const endQuiet = watchQuietConnections(server);
  server.on('upgrade', (request, socket: Socket, head) => {
    if (!directLine.upgrade(request, socket, head)) socket.destroy();
  });
  await listen(server, config);
  stops.push(() => closeServer(server, endQuiet, directLine));
  stops.push(() => Promise.resolve((accepting = false)));
  return addressOf(server, config);
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const explained = explainListenError(error, port, host);
      reject(explained instanceof Error ? explained : error);
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

/** Streams are told to come back to whoever serves next; requests under way are answered. */
async function closeServer(server: Server, endQuiet: () => void, directLine: DirectLine): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  endQuiet();
  await directLine.close();
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_ANSWER_MILLIS);
  await closed;
  clearTimeout(late);
}

const LONGEST_ANSWER_MILLIS = 5000;

function addressOf(server: Server, { host, publicUrl, port: wished }: Config): string {
  const { port } = server.address() as AddressInfo;
  if (wished !== 0) return publicUrl;
  // The system chose the port, so only the address itself can be told.
  return `http://${host === '0.0.0.0' ? 'localhost' : host}:${String(port)}`;
}
