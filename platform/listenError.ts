/** Turns the failure to open a port into a sentence for the operator. */

import { StartRefused } from './errors';

/** A `StartRefused` for what commonly goes wrong when listening; other errors come back as they are. */
export function explainListenError(error: unknown, port: number, host: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const sentence = code === undefined ? undefined : sentenceFor(code, port, host);
  return sentence === undefined ? error : new StartRefused('cannot-listen', sentence);
}

function sentenceFor(code: string, port: number, host: string): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is already in use by another program. Stop that program, or set PORT to a free port.`;
    case 'EACCES':
      return `This user may not open port ${String(port)}. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${JSON.stringify(host)}, which is not an address of this machine.`;
    default:
      return undefined;
  }
}
