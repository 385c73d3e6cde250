/** A talk in the terminal, on the product's own data: what is booked here stands at the desk. */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { fakeChannel } from '../../channels/fake';
import { createHouse, type House } from '../../house';
import { createLog } from '../../platform/log';
import { InProcessSignal } from '../../platform/signal';
import type { Database } from '../../platform/database';
import { loadConfig } from '../../platform/config';
import { openStorage } from '../../storage';
import type { ChannelName } from './chatFile';
import { NO_BELLS } from './noBells';
import { messagesAfter } from '../../models/statements/conversations';
import { explainedSince, turnsSoFar } from './terminalExplain';
import { terminalCustomer, type TerminalCustomer, type TerminalOptions } from './terminalCustomer';

/** Runs until the end of the input (Ctrl-D) or `/quit`. */
export async function talkInTerminal(options: TerminalOptions): Promise<void> {
  // As a worker does, it joins the database of a product that is running, and else starts it.
  const storage = await openStorage({ ...loadConfig(process.env), role: 'worker' }, createLog('warn'));
  try {
    const customer = await terminalCustomer(storage.database, options, storage.clock.now());
    const house = houseOf(storage.database, storage.clock, customer, options.channel);
    process.stdout.write(`You write to ${options.tenant} by ${options.channel}. Ctrl-D ends.\n`);
    await talk({ house, customer, database: storage.database, explain: options.explain ?? false });
  } finally {
    await storage.close();
  }
}

function houseOf(
  database: Database,
  clock: House['parts']['clock'],
  customer: TerminalCustomer,
  kind: ChannelName,
): House {
  const log = createLog('warn');
  // The commit is the send: nothing is left in the outbox for the wires of a product that may be running.
  const channel = { ...fakeChannel(kind), inline: true };
  return createHouse({
    database,
    clock,
    channels: [{ provider: customer.provider, channel }],
    queue: NO_BELLS,
    signal: new InProcessSignal(log),
    log,
    newId: randomUUID,
  });
}

interface Line {
  readonly house: House;
  readonly customer: TerminalCustomer;
  readonly database: Database;
  /** Whether what lies behind a reply is shown under it. */
  readonly explain: boolean;
}

async function talk(line: Line): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: 'you: ' });
  lines.prompt();
  for await (const text of lines) {
    if (text.trim() === '/quit') break;
    if (text.trim() !== '') await exchange(line, text);
    lines.prompt();
  }
  lines.close();
}

async function exchange({ house, customer, database, explain }: Line, text: string): Promise<void> {
  const { account, address } = customer;
  const message = {
    providerId: randomUUID(),
    account: account.channelAccountId,
    address,
    kind: 'text' as const,
    text,
    sentAt: null,
  };
  const { conversationId, number } = await house.receive(message, account);
  const key = { tenantId: account.tenantId, conversationId };
  const before = explain ? await turnsSoFar(database, key) : 0;
  await house.runTurns(key);
  const messages = await messagesAfter(database, { ...key, number, limit: 50 });
  for (const said of messages.filter(({ author }) => author !== 'customer'))
    process.stdout.write(`bot: ${shown(said)}\n`);
  const explained = explain ? await explainedSince(database, key, before) : [];
  for (const each of explained) process.stdout.write(`${each}\n`);
}

interface Said {
  readonly text: string;
  readonly details: Readonly<Record<string, unknown>> | null;
}

function shown({ text, details }: Said): string {
  const choices = details?.['choices'];
  const buttons =
    Array.isArray(choices) && choices.length > 0 && !text.includes('1. ')
      ? `\n     [${choices.join('] [')}]`
      : '';
  return `${text.replaceAll('\n', '\n     ')}${buttons}`;
}
