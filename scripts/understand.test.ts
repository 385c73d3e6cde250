/** The command as a program runs it: JSON lines in, an answer for each in its place. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

interface Run {
  readonly code: number | null;
  readonly lines: readonly { readonly [key: string]: unknown }[];
  readonly told: string;
}

function run(input: readonly string[], ...words: string[]): Run {
  const script = join(__dirname, 'understand.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...words], {
    input: input.join('\n'),
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { code: status, lines: lines.map((line) => JSON.parse(line) as Run['lines'][number]), told: stderr };
}

const REF = '2026-03-27T09:00:00';

test('each line is answered in its place, also the bad ones', () => {
  const { code, lines } = run([
    JSON.stringify({
      id: 'a',
      text: 'book me an oil change tomorrow at 10',
      ref: REF,
      zone: 'Europe/Berlin',
    }),
    'no JSON',
    '',
    JSON.stringify({ id: 'b', text: 'yes', ref: 'yesterday' }),
    JSON.stringify({ id: 'c', text: 'yes', ref: REF, tenant: 'zoo' }),
    JSON.stringify({ id: 'd', text: '4', ref: REF, tenant: 'salon', asking: 'when' }),
    JSON.stringify({ id: 'e', text: 'yes', ref: REF, zone: 'Mars/Olympus' }),
  ]);
  expect(code).toBe(0);
  expect(lines).toEqual([
    {
      id: 'a',
      lang: 'en',
      acts: [
        { act: 'request', intent: 'book' },
        { act: 'inform', slot: 'service', value: 'oil-change' },
        { act: 'inform', slot: 'when', value: '2026-03-28T10:00' },
      ],
      when: { type: 'datetime', start: '2026-03-28T10:00' },
      date: '2026-03-28',
      time: '10:00',
    },
    { id: null, error: { code: 'not-json', message: 'This line is not JSON.', line: 2 } },
    { id: 'b', error: expect.objectContaining({ code: 'bad-line', line: 4 }) as unknown },
    { id: 'c', error: expect.objectContaining({ code: 'unknown-tenant', line: 5 }) as unknown },
    {
      id: 'd',
      lang: 'en',
      acts: [{ act: 'inform', slot: 'when', value: '2026-03-27T16:00' }],
      when: { type: 'time', start: '2026-03-27T16:00' },
      date: null,
      time: '16:00',
    },
    { id: 'e', error: expect.objectContaining({ code: 'bad-line', line: 7 }) as unknown },
  ]);
});

test('--explain tells which recogniser found what', () => {
  const { lines } = run([JSON.stringify({ id: 1, text: 'brakes on Monday', ref: REF })], '--explain');
  expect(lines[0]?.['explained']).toContainEqual(
    expect.objectContaining({ recogniser: 'date.weekday', span: [10, 16] }),
  );
});

test('what is not built says so', () => {
  const { code, told } = run([], '--for', 'datetime', 'file.jsonl');
  expect(code).toBe(2);
  expect(told).toContain('"--for" is not built yet');
});
