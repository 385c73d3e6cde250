/** Runs the product as this process: starts it, says where it is, and stops it when it is told to. */
import { StartRefused } from './platform/errors';
import { stopOnSignal } from './platform/stopOnSignal';
import { startProduct, type Product } from './product';

const DEMO_PAGES = ['garage', 'salon', 'clinic'].map((tenant) => `/demo/${tenant}`);

/**
 * Runs until SIGINT, SIGTERM or SIGHUP; the process then ends with 0, or with 1 when it could not start or go on. Asked
 * while it starts, it first ends the start, so that nothing is left half-made or running.
 */
export function runProduct(environment: Readonly<Record<string, string | undefined>>): void {
  outliveTerminal();
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopStarted(starting));
  const starting = startProduct(environment, {
    onLost: (reason) => {
      process.stderr.write(`nobat: ${reason}\n`);
      const gone = (): never => process.exit(1);
      stop().then(gone, gone);
    },
  });
  stopOnSignal(stop);
  starting.then(
    (product) => void (stopped === undefined && process.stdout.write(greeting(product))),
    (error: unknown) => void (stopped === undefined && fail(error)),
  );
}

async function stopStarted(starting: Promise<Product>): Promise<void> {
  const product = await starting.catch(() => null);
  // A start that failed has left nothing to stop.
  await product?.stop();
}

/** A terminal that was closed takes no more words; the product still has to be stopped in order. */
function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

function greeting({ url, config }: Product): string {
  if (url === '') return 'nobat: the worker is running. Ctrl-C stops it.\n';
  const pages = ['/', ...(config.demo ? DEMO_PAGES : []), '/desk'];
  const lines = pages.map((page) => `  ${url}${page}`);
  return ['nobat is running. Open one of these:', ...lines, 'Ctrl-C stops it.', ''].join('\n');
}

function fail(error: unknown): never {
  const refused = error instanceof StartRefused;
  const told = refused
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`nobat: ${told}\n`);
  process.exit(1);
}
