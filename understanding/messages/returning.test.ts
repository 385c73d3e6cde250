/** What was had before, the waiting list, and what recurs. */
import { SALON } from '../support/catalogs';
import { claims } from '../support/hear';

describe('the same as last time', () => {
  claims({ catalog: SALON }, [
    ['same as last time please', 'request book again'],
    ['the usual, tomorrow at 11', 'request book again | when 2027-03-25T11:00'],
    ['book me the same again', 'request book again'],
    ['can i have the same as before?', 'request book again'],
  ]);
});

describe('the waiting list', () => {
  claims({ catalog: SALON }, [
    ['put me on the waiting list for Saturday', 'waitlist join | when 2027-03-27'],
    ['take me off the waiting list', 'waitlist leave'],
    ['let me know if something gets free on Saturday', 'waitlist join | when 2027-03-27'],
    ['add me to the waitlist for a haircut', 'waitlist join | service haircut'],
    ['take me off', 'optOut'],
  ]);
});

describe('what recurs', () => {
  claims({ catalog: SALON }, [
    [
      'a haircut every three weeks on Tuesday at 10',
      'request book | service haircut | recurrence {"every":3,"unit":"week"} | when 2027-03-30T10:00',
    ],
    [
      'manicure every Tuesday at 10 for the next 4 weeks',
      'request book | service manicure | recurrence {"every":1,"unit":"week","lasting":{"amount":4,"unit":"week"}} | when 2027-03-30T10:00',
    ],
    [
      'i need a haircut once a month, 6 times, from Saturday at 12',
      'request book | service haircut | recurrence {"every":1,"unit":"month","count":6} | when 2027-03-27T12:00',
    ],
    ['every other Thursday at 5 pm', 'recurrence {"every":2,"unit":"week"} | when 2027-03-25T17:00'],
    ['every day but Monday', 'when not 1'],
  ]);
});

describe('how many there shall be, when that was asked', () => {
  claims({ catalog: SALON, asking: 'choice' }, [
    ['6', 'recurrence {"count":6}'],
    ['3 please', 'recurrence {"count":3}'],
    ['5 times', 'recurrence {"count":5}'],
    ['for 2 months', 'recurrence {"lasting":{"amount":2,"unit":"month"}}'],
  ]);
});

describe('a number beneath a list', () => {
  claims({ catalog: SALON, asking: 'choice', choices: ['Every week', 'Every two weeks'] }, [
    ['2', 'choose 2'],
    ['every two weeks', 'choose 2'],
    ['every six weeks', 'recurrence {"every":6,"unit":"week"}'],
  ]);
});
