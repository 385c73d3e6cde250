/** Claims about a secret on its way in: it comes whole, is not shown, and is refused where it cannot be one. */
import { PassThrough } from 'node:stream';
import { askSecret, type Terminal } from './askSecret';

const QUIET = (): void => undefined;

function pipeOf(text: string): Terminal {
  const stream: Terminal = new PassThrough();
  (stream as PassThrough).end(text);
  return stream;
}

interface Seat {
  readonly terminal: Terminal;
  /** Raw mode on and off, and what was written, in order. */
  readonly seen: unknown[];
  readonly type: (keys: string) => void;
}

function seat(): Seat {
  const seen: unknown[] = [];
  const stream = new PassThrough();
  const terminal = Object.assign(stream, { isTTY: true, setRawMode: (raw: boolean) => seen.push(raw) });
  return { terminal, seen, type: (keys) => void stream.write(keys) };
}

it.each([
  ['with the end of its line', 'geheim\n', 'geheim'],
  ['with that of another system', 'geheim\r\n', 'geheim'],
  ['without one', 'geheim', 'geheim'],
  ['with spaces around it', '  two words \n', 'two words'],
  ['in any script', 'سری\n', 'سری'],
])('a piped secret %s is taken whole', async (_how, text, secret) => {
  expect(await askSecret(pipeOf(text), 'Value: ', QUIET)).toBe(secret);
});

it.each([
  ['nothing', ''],
  ['an empty line', '\n'],
  ['two lines', 'one\ntwo\n'],
  ['a control character', 'a\u0000b'],
  ['more than any secret has', 'x'.repeat(20_000)],
])('%s is refused', async (_what, text) => {
  await expect(askSecret(pipeOf(text), 'Value: ', QUIET)).rejects.toMatchObject({ code: 'bad-value' });
});

it('what is typed is not shown: the terminal echoes nothing until Enter', async () => {
  const { terminal, seen, type } = seat();
  const asked = askSecret(terminal, 'TWILIO_AUTH_TOKEN: ', (text) => seen.push(text));
  type('gehx\u007f');
  type('eim\r');
  expect(await asked).toBe('geheim');
  expect(seen).toEqual(['TWILIO_AUTH_TOKEN: ', true, false, '\n']);
});

it('Ctrl-C breaks it off and gives the terminal back', async () => {
  const { terminal, seen, type } = seat();
  const asked = askSecret(terminal, 'Value: ', QUIET);
  type('half\u0003');
  await expect(asked).rejects.toMatchObject({ code: 'interrupted' });
  expect(seen).toEqual([true, false]);
});
