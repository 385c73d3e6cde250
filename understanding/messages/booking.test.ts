/** First messages: bookings and questions for free times, in many wordings, at three kinds of business. */
import { CLINIC, KNOWN, SALON } from '../support/catalogs';
import { claims } from '../support/hear';

describe('a first message to a workshop', () => {
  claims({}, [
    ['book me an oil change tomorrow at 10', 'request book | service oil-change | when 2027-03-25T10:00'],
    ['Hi, can I get an oil change on Friday?', 'greet | request book | service oil-change | when 2027-03-26'],
    ['I need my brakes checked', 'request book | service brake-check'],
    ['need new tyres asap', 'request book | service tyre-change | when first'],
    ['can you do an inspection next week', 'request book | service inspection | when 2027-03-29T00:00'],
    [
      'Inspection at Nord, Friday 11:00',
      'request book | service inspection | branch nord | when 2027-03-26T11:00',
    ],
    [
      'at Mitte please: brakes, Monday at 9',
      'request book | branch mitte | service brake-check | when 2027-03-29T09:00',
    ],
    [
      'Oil change with Ali tomorrow morning',
      'request book | service oil-change | person ali | when 2027-03-25T06:00',
    ],
    ['I want to book', 'request book'],
    ['appointment tomorrow', 'request book | when 2027-03-25'],
    ['I would like to make an appointment for the 7th', 'request book | when 2027-04-07'],
    ['could you squeeze me in today?', 'request book | when 2027-03-24'],
    ['can I come tomorrow at 3?', 'request book | when 2027-03-25T15:00'],
    [
      'there is a strange noise, can I bring my car in on Thursday',
      'request book | service diagnosis | when 2027-03-25',
    ],
    ['the aircon is broken', 'request book | service air-conditioning'],
    ['aircon service tomorrow', 'request book | service air-conditioning | when 2027-03-25'],
    ['MOT on Monday', 'request book | service inspection | when 2027-03-29'],
    ['my tires need changing', 'request book | service tyre-change'],
    ['please change my winter tyres on saturday', 'request book | service tyre-change | when 2027-03-27'],
    ['oil and brakes', 'request book | service oil-change | service brake-check'],
    [
      'Good morning, my name is Ada Lovelace, oil change for a VW Polo B-ZQ 909 on 28 April at 10:30 in Mitte please',
      'greet | request book | name Ada Lovelace | service oil-change | asset VW Polo B-ZQ 909 | when 2027-04-28T10:30 | branch mitte',
    ],
    [
      'Brakes for my Ford Focus, B-KW 640, on Tuesday at 2 pm at Nord. I am Grace Hopper',
      'request book | service brake-check | asset Ford Focus B-KW 640 | when 2027-03-30T14:00 | branch nord | name Grace Hopper',
    ],
  ]);
});

describe('typing errors', () => {
  claims({}, [
    ['oil chnage tomorow', 'request book | service oil-change | when 2027-03-25'],
    ['brkae check pls', 'request book | service brake-check'],
    ['inspecton on thrusday', 'request book | service inspection | when 2027-03-25'],
    ['i need an apointment tmrw at 10', 'request book | when 2027-03-25T10:00'],
    ['can i reshedule', 'request reschedule'],
    ['cancle my appoinment', 'request cancel'],
    [
      'tyre chagne at mite on wendsday',
      'request book | service tyre-change | branch mitte | when 2027-03-31',
    ],
    ['air conditoning nxt monday', 'request book | service air-conditioning | when 2027-03-29'],
    ['whats avialable on friday', 'request availability | when 2027-03-26'],
  ]);

  claims({}, [
    ['I have time to make a change of plans', 'unknown'],
    ['that was a good break', 'unknown'],
    ['four doors', 'unknown'],
    ['a word please', 'unknown'],
  ]);
});

describe('asking what is free', () => {
  claims({}, [
    [
      'Do you have anything free for a brake check on Friday?',
      'request availability | service brake-check | when 2027-03-26',
    ],
    ['when can I come for an oil change?', 'request availability | service oil-change'],
    ['what times do you have on Thursday', 'request availability | when 2027-03-25'],
    ['any openings next week?', 'request availability | when 2027-03-29T00:00'],
    ['when is the next free slot', 'request availability | when first'],
    ['is Jana free tomorrow?', 'request availability | person jana | when 2027-03-25'],
    ['is 10 free tomorrow?', 'request availability | when 2027-03-25T10:00'],
    ['anything on Friday afternoon?', 'request availability | when 2027-03-26T12:00'],
  ]);
});

describe('a customer whose vehicles are known', () => {
  claims({ catalog: KNOWN }, [
    [
      'oil change for the Golf tomorrow',
      'request book | service oil-change | asset Golf B-XY 123 | when 2027-03-25',
    ],
    ['the van needs brakes', 'request book | asset Transit van B-TR 458 | service brake-check'],
    ['sorry, not the Golf, I meant the van', 'asset Transit van B-TR 458'],
    ['tyres for my new Corsa, B-NN 5', 'request book | service tyre-change | asset Corsa B-NN 5'],
  ]);
});

describe('a salon', () => {
  claims({ catalog: SALON, zone: 'Asia/Tehran' }, [
    [
      'haircut with Sara on Saturday at 5',
      'request book | service haircut | person sara | when 2027-03-27T17:00',
    ],
    ['I want my hair cut tomorrow at 11', 'request book | service haircut | when 2027-03-25T11:00'],
    [
      'can Reza do my beard today at 6 pm',
      'request book | person reza | service beard | when 2027-03-24T18:00',
    ],
    ['hair color with neda next week', 'request book | service colour | person neda | when 2027-03-29T00:00'],
    ['mancure at 7', 'request book | service manicure | when 2027-03-24T19:00'],
    ['a haircut, anyone who is free', 'request book | service haircut | person any'],
  ]);
});

describe('a clinic', () => {
  claims({ catalog: CLINIC, zone: 'Africa/Cairo' }, [
    ['I need a vaccine on Sunday', 'request book | service vaccination | when 2027-03-28'],
    [
      'teeth cleaning with doctor Karim at 9:30 tomorrow',
      'request book | service dental-cleaning | person karim | when 2027-03-25T09:30',
    ],
    ['checkup with Dr. Mona at 4', 'request book | service check-up | person mona | when 2027-03-24T16:00'],
    ['flu jab tomorrow 12:20', 'request book | service vaccination | when 2027-03-25T12:20'],
  ]);
});
