/** Migrations: once, whole, there and back. */
import { migrate, migrateDown } from '../../../models/migrate';
import { migrations } from '../../../models/migrations';
import { connect, type Database } from '../../../platform/database';
import { dropDatabase, emptyDatabaseUrl } from '../../setup/database';

let url: string;
const open: Database[] = [];

beforeEach(async () => {
  url = await emptyDatabaseUrl();
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()));
  await dropDatabase(url);
});

function another(): Database {
  const database = connect({ url, poolSize: 2 });
  open.push(database);
  return database;
}

const NAMES = migrations.map((migration) => migration.name);
const SCHEMA = {
  name: 'schema',
  text: `SELECT count(*) AS tables FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
};

it('run once when five processes start at the same moment', async () => {
  const done = await Promise.all(Array.from({ length: 5 }, () => migrate(another())));
  expect(done.filter((names) => names.length > 0)).toEqual([NAMES]);
});

it('change nothing the second time', async () => {
  const database = another();
  await migrate(database);
  expect(await migrate(database)).toEqual([]);
});

it('go all the way down and up again', async () => {
  const database = another();
  const told: string[] = [];
  await migrate(database, (line) => told.push(line));
  const before = await database.statement(SCHEMA);
  expect(await migrateDown(database)).toEqual([...NAMES].reverse());
  expect(await database.statement<{ tables: number }>(SCHEMA)).toEqual([{ tables: 0 }]);
  expect(await migrate(database)).toEqual(NAMES);
  expect(await database.statement(SCHEMA)).toEqual(before);
  expect(told).toEqual(NAMES.map((name) => `applied ${name}`));
});
