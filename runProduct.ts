/** Runs the product as this process: starts it, says where it is, and stops it when it is told to. */
import { StartRefused } from './platform/errors';
import { startProduct, type Product } from './product';

const DEMO_PAGES = ['garage', 'salon', 'clinic'].map((tenant) => `/demo/${tenant}`);

/** Runs until SIGINT or SIGTERM; the process then ends with 0, or with 1 when it could not start or go on. */
export function runProduct(environment: Readonly<Record<string, string | undefined>>): void {
  run(environment).catch(fail);
}

async function run(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  let product: Product | null = null;
  let stopping = false;
  const stop = (code: number): void => {
    // A second Ctrl-C means: now.
    if (stopping) process.exit(1);
    stopping = true;
    if (product === null) process.exit(code);
    product.stop().then(
      () => process.exit(code),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  product = await startProduct(environment, {
    onLost: (reason) => {
      process.stderr.write(`nobat: ${reason}\n`);
      stop(1);
    },
  });
  process.stdout.write(greeting(product));
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
