/** Every conversation file of this folder is played on the real bot and a real database; each is a claim of its own. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FLOWS } from '../../dialogs/flows';
import type { Database } from '../../platform/database';
import { coverageOf } from '../../scripts/chat/reach/report';
import { runFiles } from '../../scripts/chat/run';
import { summaryOf, summaryText, type FileResult } from '../../scripts/chat/report';
import type { TurnNote } from '../../scripts/chat/turnNotes';
import { testDatabase } from '../setup/database';

const SIDE_BY_SIDE = 4;
const FILES = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.chat'))
  .sort()
  .map((name) => join(__dirname, name));

const notes: TurnNote[] = [];
let databases: readonly Database[] = [];
let results: ReadonlyMap<string, FileResult> = new Map();

beforeAll(async () => {
  databases = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => testDatabase({ poolSize: 4 })));
  const summary = await runFiles(databases, FILES, { onNotes: (more) => void notes.push(...more) });
  results = new Map(summary.files.map((result) => [result.file, result]));
}, 240_000);

afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
});

test.each(FILES.map((file) => [relative(__dirname, file), file]))('%s', (_name, file) => {
  const result = results.get(file);
  if (!result) throw new Error(`${file} was not played`);
  if (!result.passed) throw new Error(summaryText(summaryOf([result], result.millis / 1000)));
  expect(result.talk.length).toBeGreaterThan(0);
});

test('together they reach every step of every flow, whatever it comes to, and every repair', () => {
  const { missing, reachedAfterAll } = coverageOf(FLOWS, notes);
  expect({ missing, reachedAfterAll }).toEqual({ missing: [], reachedAfterAll: [] });
});
