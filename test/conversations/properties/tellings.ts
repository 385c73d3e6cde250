/** What is told to each flow, piece by piece, so that it can be told in any order and grouping. */

export interface Telling {
  /** Header lines of a conversation file. */
  readonly header: readonly string[];
  /** The talk before. */
  readonly before: readonly string[];
  readonly wish: string;
  readonly told: readonly string[];
}

const garage = [
  'now: 2027-04-12 09:00 Europe/Berlin',
  'tenant: garage',
  'channel: whatsapp',
  'from: +4915112345678',
  'known: Ada Lovelace, Golf B-XY 123',
  'locale: en',
];
const salon = [
  'now: 2026-03-26 12:00 Asia/Tehran',
  'tenant: salon',
  'channel: whatsapp',
  'from: +4915112345678',
  'known: Ada Lovelace',
  'locale: en',
];
const webVisitor = ['now: 2027-04-12 09:00 Europe/Berlin', 'tenant: garage', 'channel: webchat', 'locale: en'];

const twoBooked = [
  'oil change at Mitte on Thursday at 10 for the Golf',
  'yes',
  'inspection at Nord on Friday at 11 for the Golf',
  'yes',
];
const twoToday = [
  'brake check at Mitte today at 11 for the Golf',
  'yes',
  'diagnosis at Mitte today at 14:00 for the Golf',
  'yes',
];

export const TELLINGS: Readonly<Record<string, Telling>> = {
  book: {
    header: garage,
    before: [],
    wish: 'I need an appointment',
    told: ['an inspection', 'at Nord', 'on Thursday', 'at 10:00', 'for the Golf'],
  },
  availability: {
    header: garage,
    before: [],
    wish: "what's free?",
    told: ['an oil change', 'at Mitte', 'on Thursday'],
  },
  plan: {
    header: salon,
    before: [],
    wish: 'I would like to book',
    told: ['a haircut and a manicure', 'on Saturday', 'at 11:00'],
  },
  reschedule: {
    header: garage,
    before: twoBooked,
    wish: 'I want to move an appointment',
    told: ['the inspection', 'to Monday', 'at 13:00'],
  },
  cancel: {
    header: garage,
    before: twoBooked,
    wish: 'I want to cancel an appointment',
    told: ['the inspection', 'the one on Friday'],
  },
  late: { header: garage, before: twoToday, wish: "I'm running late", told: ['the diagnosis', '20 minutes late'] },
  estimate: { header: garage, before: [], wish: 'how much would it cost?', told: ['an inspection', 'for a van'] },
  callback: { header: webVisitor, before: [], wish: 'please call me back', told: ['0151 12345678'] },
  profile: { header: garage, before: [], wish: 'please change my name', told: ['Grace Hopper'] },
  complaint: {
    header: garage,
    before: [],
    wish: 'I want to complain',
    told: ['the brakes squeak since the last visit'],
  },
  status: { header: garage, before: twoBooked, wish: 'when is my appointment?', told: ['the inspection'] },
  history: { header: garage, before: twoBooked, wish: 'what did you do last time?', told: ['the inspection'] },
  human: { header: garage, before: [], wish: 'I want to talk to a person', told: [] },
};
