/** Several things in one breath, and for whom they are. */
import { CLINIC, KNOWN, SALON } from '../support/catalogs';
import { claims } from '../support/hear';

describe('in a salon', () => {
  claims({ catalog: SALON }, [
    [
      'a haircut for me and one for my son, then colour, Saturday morning',
      'request book | service haircut | service haircut (son) | service colour (after) | when 2027-03-27T06:00',
    ],
    ['two haircuts at the same time', 'request book | service haircut | service haircut (guest, with)'],
    [
      'book two haircuts for me and my wife Anna tomorrow at 11',
      'request book | when 2027-03-25T11:00 | service haircut | service haircut (wife Anna)',
    ],
    [
      'a haircut for me and my two kids',
      'request book | service haircut | service haircut (child) | service haircut (child 2)',
    ],
    [
      'can i book a haircut and a manicure on Saturday at 11',
      'request book | service haircut | service manicure | when 2027-03-27T11:00',
    ],
    ['for my son a haircut and for me a colour', 'request book | service haircut (son) | service colour'],
    [
      'colour and a manicure for my mum please',
      'request book | service colour (mother) | service manicure (mother)',
    ],
    [
      'haircut with Reza and a manicure with Neda',
      'request book | service haircut (reza) | service manicure (neda)',
    ],
    [
      'book a haircut for my son Tom on Saturday',
      'request book | service haircut | attendee son Tom | when 2027-03-27',
    ],
    ['i want a haircut for my wife', 'request book | service haircut | attendee wife'],
    ['book a haircut for Lisa tomorrow', 'request book | service haircut | attendee Lisa | when 2027-03-25'],
    ['my daughter needs a haircut', 'request book | attendee daughter | service haircut'],
    ['book a haircut for me', 'request book | service haircut'],
    ['a haircut tomorrow, just a haircut', 'request book | service haircut | when 2027-03-25'],
  ]);
});

describe('in a workshop', () => {
  claims({ catalog: KNOWN }, [
    [
      'oil change and brake check for the Golf, and an inspection for the van on Friday',
      'request book | service oil-change (Golf B-XY 123) | service brake-check (Golf B-XY 123) | service inspection (Transit van B-TR 458) | when 2027-03-26',
    ],
    [
      'oil change for the Golf and the van',
      'request book | service oil-change (Golf B-XY 123) | service oil-change (Transit van B-TR 458)',
    ],
    ['book an oil change for my Golf', 'request book | service oil-change | asset Golf B-XY 123'],
    ["my wife's Golf needs an oil change", 'request book | asset Golf B-XY 123 | service oil-change'],
  ]);
});

describe('while several things are being made', () => {
  claims({ catalog: SALON, asking: 'confirm' }, [
    ['my son not me', 'attendee son'],
    ['the haircut is for my son Tom', 'service haircut | attendee son Tom'],
    ['drop the beard', 'deny | service not beard'],
    ['add a manicure', 'request book | service manicure'],
    ['make the colour at 2', 'service colour | when 2027-03-24T14:00'],
    ['without the manicure please', 'deny | service not manicure'],
    ['rather Sunday', 'when 2027-03-28'],
  ]);
});

describe('in a clinic', () => {
  claims({ catalog: CLINIC }, [
    [
      'a check-up for me and a vaccination for my daughter Mia on Sunday',
      'request book | service check-up | service vaccination (daughter Mia) | when 2027-03-28',
    ],
    [
      'vaccinations for my two kids',
      'request book | service vaccination (child) | service vaccination (child 2)',
    ],
  ]);
});
