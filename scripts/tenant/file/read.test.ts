/** A business file is read whole, or refused with every fault at its place. */
import { garage } from '../../demo/garage';
import { problemText } from './problem';
import { readBusinessFile } from './read';

const GOOD = `slug: corner
name: Corner
languages: [en, de]
country: GB
currency: GBP
branches:
  main:
    name: Main
    zone: Europe/London
    address: 1 High Street
    hours:
      mon-fri: 09:00-17:00
people:
  kim: { name: Kim }
services:
  cut: { name: Cut, minutes: 30, price: 25, needs: [person] }
`;

/** Each fault as `line:column: sentence`. */
function faults(text: string): readonly string[] {
  const read = readBusinessFile(text);
  return read.kind === 'read'
    ? []
    : read.problems.map((problem) => problemText('f', problem).replace(/^f:/, ''));
}

function changed(from: string, to: string): readonly string[] {
  expect(GOOD).toContain(from);
  return faults(GOOD.replace(from, to));
}

it('what is left out has a sensible value', () => {
  const read = readBusinessFile(GOOD);
  expect(read).toMatchObject({
    kind: 'read',
    definition: {
      names: { en: 'Corner', de: 'Corner' },
      calendar: 'gregorian',
      weekStart: 1,
      sensitive: false,
      assets: null,
      policy: {
        gridMinutes: 15,
        minimumNoticeMinutes: 60,
        horizonDays: 60,
        holdMinutes: 5,
        freeCancellationMinutes: null,
      },
      resources: [{ id: 'kim', branch: 'main', capacity: 1 }],
      services: [{ price: 2500, bufferAfter: 0, needs: [{ kind: 'person', whole: true, pool: ['kim'] }] }],
      accounts: [{ channel: 'webchat', provider: 'webchat', account: 'corner' }],
    },
  });
});

it.each([
  [
    'price: 25',
    'price: free',
    '16:41: services.cut.price must be an amount such as 89 or 89.50, without a currency; it is "free".',
  ],
  [
    'price: 25',
    'price: 9.999',
    '16:41: services.cut.price must be an amount with at most 2 decimals in GBP; it is 9.999.',
  ],
  [
    'minutes: 30, ',
    '',
    '16:8: services.cut.minutes is missing: it must be minutes from 1 to 10080, such as 45 or 1 h 30 min.',
  ],
  [
    'needs: [person]',
    'needs: [person], limit: {}',
    '16:62: services.cut.limit is not known here; did you mean limits?',
  ],
  [
    'needs: [person]',
    'needs: [chair]',
    '16:53: services.cut.needs[0] must be person, bay, room or equipment, or one of them with who it may be, such as { person: [ali, jana] }; it is "chair".',
  ],
  [
    'needs: [person]',
    'needs: [{ person: [bob] }]',
    '16:53: cut needs bob, which is not one of people: there are kim.',
  ],
  ['needs: [person]', 'needs: [person, bay]', '16:61: cut needs any bay, but bays names none.'],
  [
    'zone: Europe/London',
    'zone: europe/london',
    '9:11: branches.main.zone must be an IANA time zone in its exact spelling, such as Europe/London; it is "europe/london".',
  ],
  [
    'zone: Europe/London',
    'zone: +01:00',
    '9:11: branches.main.zone must be an IANA time zone in its exact spelling, such as Europe/Berlin; it is "+01:00".',
  ],
  [
    'country: GB',
    'country: GB\npolicies: { quiet-hours: 9pm-8am }',
    '5:26: policies.quiet-hours must be hours such as 21:00-08:00 in which nobody is written to first, or none; it is "9pm-8am".',
  ],
  [
    'country: GB',
    'country: GB\npolicies: { order-stages: [received, polished] }',
    '5:38: policies.order-stages[1] must be one of received, inspecting, waiting-approval, waiting-parts, in-progress, quality-check, ready, collected, or a stage of your own such as { id: polishing, name: Polishing }; it is "polished".',
  ],
  [
    'country: GB',
    'country: GB\narticles: { parking: { de: Hinterm Haus. } }',
    '5:22: articles.parking lacks en, the first of languages.',
  ],
  [
    'minutes: 30',
    'minutes: 0',
    '16:30: services.cut.minutes must be minutes from 1 to 10080, such as 45 or 1 h 30 min; it is 0.',
  ],
  [
    '09:00-17:00',
    '17:00-09:00',
    '12:16: branches.main.hours.mon-fri must be hours that end after they begin; a shift over midnight is written 20:00-02:00 next day; it is "17:00-09:00".',
  ],
  [
    'mon-fri:',
    'weekdays:',
    '12:7: branches.main.hours: "weekdays" must be a weekday or several: mon, mon-fri, "mon, wed" or daily.',
  ],
  [
    'kim: { name: Kim }',
    'kim: { name: Kim, branch: nord }',
    '14:29: people.kim.branch must be one of the branches: main; it is "nord".',
  ],
  [
    'languages: [en, de]',
    'languages: [en, fr]',
    '3:17: languages[1] must be a language that is spoken here: ar, de, en, fa; it is "fr".',
  ],
  ['name: Main', 'name: { de: Haupt }', '8:11: branches.main.name lacks en, the first of languages.'],
  ['name: Main', 'name: { en: Main, fa: Main }', '8:23: branches.main.name.fa: fa is not among languages.'],
  [
    'slug: corner',
    'slug: The Corner',
    '1:7: slug must be a short name of small letters, digits and hyphens, such as my-shop; it is "The Corner".',
  ],
  [
    'currency: GBP',
    'currency: Pounds',
    '5:11: currency must be the three letters of a currency, such as EUR; it is "Pounds".',
  ],
])('%j as %j is refused', (from, to, sentence) => {
  expect(changed(from, to)).toEqual([sentence]);
});

it('a fault hides no other', () => {
  const text = GOOD.replace('price: 25', 'price: free')
    .replace('country: GB', 'country: UK2')
    .replace('[person]', '[person, room]');
  expect(faults(text).map((fault) => fault.split(':')[0])).toEqual(['4', '16']);
  const shapes = GOOD.replace('kim: { name: Kim }', 'kim: { nam: Kim }').replace(
    '[person]',
    '[{ person: [bob] }]',
  );
  expect(faults(shapes).map((fault) => fault.split(':')[0])).toEqual(['14', '14', '16']);
});

it('a weekday or a date in two lines is refused at the second', () => {
  const hours = 'mon-fri: 09:00-17:00';
  expect(changed(hours, `${hours}\n      fri: 09:00-12:00`)).toEqual([
    '13:7: branches.main.hours: "fri" must be other days than those before it: fri is in "mon-fri" already.',
  ]);
  expect(
    changed(
      hours,
      `${hours}\n    exceptions:\n      2026-08-03 to 2026-08-07: closed\n      2026-08-05: 09:00-12:00`,
    ),
  ).toEqual([
    '15:7: branches.main.exceptions: "2026-08-05" must be other days than those before it: 2026-08-05 was named already.',
  ]);
});

it.each([
  ['slug: a\nslug: b\n', '2:1: slug stands twice in one place: it may be given once.'],
  ['slug: [a\n', expect.stringMatching(/^2:1: This is not YAML: .*\.$/) as string],
  [
    '',
    '1:1: The file must be a business: slug, name, languages, branches, people, services and so on; it is empty.',
  ],
  ['- slug', expect.stringMatching(/^1:1: The file must be a business/) as string],
])('what is no business at all is refused: %j', (text, sentence) => {
  expect(faults(text)).toEqual([sentence]);
});

it('a service that no branch has everything for is refused', () => {
  const text = GOOD.replace(
    'people:',
    `  nord: { name: North, zone: Europe/London, address: There, hours: { mon: 09:00-10:00 } }\npeople:`,
  )
    .replace('kim: { name: Kim }', 'kim: { name: Kim, branch: main }\nrooms:\n  r: { name: R, branch: nord }')
    .replace('[person]', '[person, room]');
  expect(faults(text)).toEqual([
    '19:52: services.cut: no branch has all that it needs, so nobody could book it.',
  ]);
});

it('public holidays close every branch, but for one that says otherwise for that day', () => {
  const text = GOOD.replace(
    'branches:',
    'holidays:\n  2026-12-25 to 2026-12-26: Christmas\nbranches:',
  ).replace(
    '    hours:',
    '    exceptions:\n      2026-12-26: { open: 10:00-12:00, reason: Sale }\n    hours:',
  );
  const read = readBusinessFile(text);
  expect(read.kind === 'read' && read.definition.branches[0]?.exceptions).toEqual([
    { date: '2026-12-25', open: [], reason: 'Christmas' },
    { date: '2026-12-26', open: [{ from: 600, to: 720 }], reason: 'Sale' },
  ]);
});

it('a telephone number keeps its plus without quotes', () => {
  const read = readBusinessFile(`${GOOD}channels:\n  sms: { provider: twilio, account: +442079460000 }\n`);
  expect(read.kind === 'read' && read.definition.accounts[1]?.account).toBe('+442079460000');
});

it('the demo takes one of each pool that its file does not spell out', () => {
  expect(garage.services[0]?.needs.map(({ pool }) => pool)).toEqual([
    ['ali', 'jana', 'tom'],
    ['lift-1', 'lift-2', 'lift-3'],
  ]);
});
