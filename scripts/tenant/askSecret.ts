/** A secret on its way in: piped, or typed at a terminal that does not show it. Never an argument, which other users could read. */
import type { Readable } from 'node:stream';
import { Refused } from './refused';

/** What a terminal is, beside a stream. */
export interface Terminal extends Readable {
  readonly isTTY?: boolean | undefined;
  setRawMode?(raw: boolean): unknown;
}

const LONGEST = 10_000;
const ENTER = ['\r', '\n', '\u0004'];
const INTERRUPT = '\u0003';
const BACKSPACE = ['\u007f', '\b'];

/**
 * One line, without its end.
 * @param prompt where the question is written, if somebody sits there
 * @throws Refused for nothing, for more than a line, and when it is broken off
 */
export async function askSecret(
  input: Terminal,
  question: string,
  prompt: (text: string) => void,
): Promise<string> {
  const given = input.isTTY === true ? await typed(input, question, prompt) : await piped(input);
  const value = given.replace(/\r?\n$/, '');
  if (value.trim() === '') throw new Refused('bad-value', 'Nothing was given, so nothing is changed.');
  if (/\p{Cc}/u.test(value))
    throw new Refused('bad-value', 'A secret is one line without control characters; nothing is changed.');
  return value.trim();
}

async function piped(input: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    const bytes = Buffer.from(chunk as string);
    chunks.push(bytes);
    length += bytes.length;
    if (length > LONGEST)
      throw new Refused('bad-value', `A secret has at most ${String(LONGEST)} bytes; nothing is changed.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function typed(input: Terminal, question: string, prompt: (text: string) => void): Promise<string> {
  prompt(question);
  input.setRawMode?.(true);
  input.setEncoding('utf8');
  try {
    return await keysUntilEnter(input);
  } finally {
    input.setRawMode?.(false);
    input.pause();
    prompt('\n');
  }
}

function keysUntilEnter(input: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let line: readonly string[] = [];
    const end = (): void => {
      input.off('data', hear).off('end', finish);
    };
    const finish = (): void => {
      end();
      resolve(line.join(''));
    };
    const hear = (keys: string): void => {
      for (const key of keys) {
        if (ENTER.includes(key)) return finish();
        if (key === INTERRUPT) {
          end();
          return reject(new Refused('interrupted', 'Nothing is changed.'));
        }
        line = BACKSPACE.includes(key) ? line.slice(0, -1) : [...line, key];
      }
    };
    input.on('data', hear).on('end', finish);
  });
}
