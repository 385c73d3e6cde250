/** Public holidays by their days or as a list, for every branch or for some; an exception of a branch stands before them. */
import type { HoursException } from '../../../scheduling/business';
import { problemText } from './problem';
import { readBusinessFile } from './read';
import { businessFileText } from './write';

const branch = (id: string, more = ''): string =>
  `  ${id}: { name: ${id}, zone: Europe/Berlin, address: There, hours: { mon-fri: 09:00-17:00 }${more} }\n`;

function fileWith(holidays: string, exception = ''): string {
  return `slug: corner
name: Corner
languages: [en]
country: DE
currency: EUR
${holidays}
branches:
${branch('berlin')}${branch('munich')}${branch('bonn', exception)}people:
  kim: { name: Kim, branch: berlin }
services:
  cut: { name: Cut, minutes: 30, price: 25, needs: [person] }
`;
}

function exceptionsOf(text: string): Record<string, readonly HoursException[]> {
  const read = readBusinessFile(text);
  if (read.kind === 'refused') throw new Error(read.problems.map(({ rule }) => rule).join('\n'));
  return Object.fromEntries(read.definition.branches.map(({ id, exceptions }) => [id, exceptions]));
}

function faults(text: string): readonly string[] {
  const read = readBusinessFile(text);
  return read.kind === 'read' ? [] : read.problems.map((problem) => problemText('f', problem));
}

const closed = (date: string, reason: string): HoursException => ({ date, open: [], reason });
const CHRISTMAS = closed('2026-12-25', 'Christmas');
const ASSUMPTION = closed('2026-08-15', 'Assumption Day');

it.each([
  [
    'by their days',
    `holidays:
  2026-12-25: Christmas
  2026-08-15: { name: Assumption Day, branches: [munich] }`,
  ],
  [
    'as a list',
    `holidays:
  - { date: 2026-12-25, name: Christmas }
  - date: 2026-08-15
    name: Assumption Day
    branches: [munich]`,
  ],
])('holidays %s close every branch, or those named', (_how, holidays) => {
  expect(exceptionsOf(fileWith(holidays))).toEqual({
    berlin: [CHRISTMAS],
    munich: [ASSUMPTION, CHRISTMAS],
    bonn: [CHRISTMAS],
  });
});

it('an exception of a branch stands in place of the holiday', () => {
  const text = fileWith(
    'holidays:\n  - { date: 2026-12-25, name: Christmas }',
    ', exceptions: { 2026-12-25: 10:00-12:00 }',
  );
  expect(exceptionsOf(text)).toEqual({
    berlin: [CHRISTMAS],
    munich: [CHRISTMAS],
    bonn: [{ date: '2026-12-25', open: [{ from: 600, to: 720 }], reason: null }],
  });
});

it('several days under one name are each a holiday, and the same day may be another one elsewhere', () => {
  const text = fileWith(`holidays:
  - { date: 2026-12-30 to 2026-12-31, name: Year's end, branches: [bonn] }
  - { date: 2026-12-31, name: New Year's Eve, branches: [munich] }`);
  expect(exceptionsOf(text)).toEqual({
    berlin: [],
    munich: [closed('2026-12-31', "New Year's Eve")],
    bonn: [closed('2026-12-30', "Year's end"), closed('2026-12-31', "Year's end")],
  });
});

it.each([
  ['all of them', 'holidays:\n  - { date: 2026-12-25, name: Christmas }', ''],
  ['two of three', 'holidays:\n  2026-08-15: { name: Assumption Day, branches: [munich, bonn] }', ''],
  ['one', 'holidays:\n  2026-08-15: { name: Assumption Day, branches: [munich] }', ''],
  ['all but one', 'holidays:\n  2026-12-25: Christmas', ', exceptions: { 2026-12-25: 10:00-12:00 }'],
])('what is written of holidays in %s reads back the same', (_where, holidays, exception) => {
  const text = fileWith(holidays, exception);
  const read = readBusinessFile(text);
  if (read.kind === 'refused') throw new Error('refused');
  const written = businessFileText(read.definition);
  expect(exceptionsOf(written)).toEqual(exceptionsOf(text));
});

it('a holiday of several branches is written once, and named as such', () => {
  const read = readBusinessFile(
    fileWith('holidays:\n  2026-08-15: { name: Assumption Day, branches: [munich, bonn] }'),
  );
  const written = read.kind === 'read' ? businessFileText(read.definition) : '';
  expect(written.match(/Assumption Day/g)).toHaveLength(1);
  expect(written).toContain('branches: [ munich, bonn ]');
});

it.each([
  [
    'holidays:\n  - { date: 2026-02-30, name: Never }',
    'f:7:13: holidays[0].date must be a day such as 2026-12-24, or several such as 2026-08-03 to 2026-08-14; it is "2026-02-30".',
  ],
  [
    'holidays:\n  - { date: 2026-12-25 }',
    'f:7:5: holidays[0].name is missing: it must be a text of 1 to 200 characters.',
  ],
  [
    'holidays:\n  - { date: 2026-12-25, name: A }\n  - { date: 2026-12-24 to 2026-12-26, name: B }',
    'f:8:13: holidays[1].date must be other days than those before it: 2026-12-25 was named already; it is "2026-12-24 to 2026-12-26".',
  ],
  [
    'holidays:\n  2026-08-15: { name: Assumption Day, branches: [rome] }',
    'f:7:49: holidays.2026-08-15.branches must be some of the branches: berlin, munich, bonn; it is ["rome"].',
  ],
  [
    'holidays:\n  - { date: 2026-12-25, nam: A }',
    'f:7:25: holidays[0].nam is not known here; did you mean name?',
  ],
  [
    'holidays: Christmas',
    'f:6:11: holidays must be days with their names, such as 2026-12-25: Christmas Day, or a list such as - { date: 2026-12-25, name: Christmas Day }; it is "Christmas".',
  ],
])('%j is refused', (holidays, fault) => {
  expect(faults(fileWith(holidays))).toContain(fault);
});
