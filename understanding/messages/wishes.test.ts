/** Wishes other than a new booking, what is heard before all else, questions, and courtesy. */
import { claims } from '../support/hear';

describe('what a customer wants done', () => {
  claims({}, [
    ['cancel my appointment', 'request cancel'],
    ['please cancel my oil change on Friday', 'request cancel | service oil-change | when 2027-03-26'],
    ["I can't make it tomorrow", 'request cancel | when 2027-03-25'],
    ["I'd like to cancel", 'request cancel'],
    ['can I move my appointment to Friday at 3?', 'request reschedule | when 2027-03-26T15:00'],
    ['move my Thursday appointment to Friday', 'request reschedule | standing 2027-03-25 | when 2027-03-26'],
    ['could we reschedule to next monday', 'request reschedule | when 2027-03-29'],
    ["I can't come tomorrow, can we reschedule?", 'request reschedule | when not 2027-03-25'],
    ['is my car ready?', 'request status'],
    ['when is my appointment?', 'request status'],
    ['show me my bookings', 'request history'],
    ['can I get a quote', 'request estimate'],
    ['can someone call me back please', 'request callback'],
    ["I'm running 10 minutes late", 'request late'],
    ['I want to complain', 'request complaint'],
    ['go ahead with the repair', 'request approve'],
    ['I want to change my phone number', 'request profile'],
  ]);
});

describe('what is heard before all else', () => {
  claims({}, [
    ['cancel', 'cancel'],
    ['forget it', 'cancel'],
    ['never mind', 'cancel'],
    ['start over', 'restart'],
    ['help', 'help'],
    ['what can you do?', 'help'],
    ['pardon?', 'repeat'],
    ['I want to talk to a real person', 'human'],
    ['agent', 'human'],
    ['can I speak to someone?', 'human'],
    ['stop texting me', 'optOut'],
    ['please remove my number', 'optOut'],
    ['STOP', 'optOut'],
    ['I will stop by at 5', 'when 2027-03-24T17:00'],
    ['can we continue in German?', 'language de'],
    ['Deutsch bitte', 'language de'],
    ['my German car needs brakes', 'request book | service brake-check'],
  ]);
});

describe('a question about the business', () => {
  claims({}, [
    ['are you a bot?', 'ask automated'],
    ['am I talking to a human?', 'ask automated'],
    ['what are your opening hours?', 'ask hours'],
    ['are you open on Saturday?', 'ask hours | when 2027-03-27'],
    ['when do you close?', 'ask hours'],
    ['where are you?', 'ask address'],
    ["what's your address", 'ask address'],
    ['how much is an oil change?', 'ask price | service oil-change'],
    ['how long does an inspection take?', 'ask duration | service inspection'],
    ['do you take cards?', 'ask payment'],
    ['is there parking?', 'ask parking'],
    ['what services do you offer?', 'ask services'],
    ['what is your phone number?', 'ask contact'],
    ['what do you do with my data?', 'ask privacy'],
  ]);
});

describe('courtesy and its opposite', () => {
  claims({}, [
    ['hi', 'greet'],
    ['Good morning!', 'greet'],
    ['thanks a lot', 'thank'],
    ['bye', 'bye'],
    ['thank you, see you tomorrow', 'thank | bye'],
    ['you stupid bot', 'abuse'],
    ['ok thanks', 'affirm | thank'],
  ]);
});

describe('several things in one message', () => {
  claims({}, [
    [
      'cancel my appointment and book a new one for Friday',
      'request cancel | request book | when 2027-03-26',
    ],
    [
      'hi, how much is a brake check and where are you?',
      'greet | ask price | service brake-check | ask address',
    ],
    ['Thanks! Can I also get an oil change?', 'thank | request book | service oil-change'],
  ]);
});
