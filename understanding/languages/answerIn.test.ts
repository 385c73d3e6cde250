/** A customer is answered in the language they write, where the business speaks it. */
import { answerIn } from './answerIn';

const garage = ['de', 'en', 'ar'];
const salon = ['fa', 'en'];

test.each([
  ['I would like to come tomorrow', null, garage, 'en'],
  ['oil change', null, garage, 'en'],
  ['Guten Tag, ich brauche am Freitag einen Termin', null, garage, 'de'],
  ['Golf B-XY 123', null, garage, 'de'],
  ['Golf B-XY 123', 'en', garage, 'en'],
  ['Can we go on in English please?', 'de', garage, 'en'],
  ['yes', 'de', garage, 'de'],
  ['Ich will am Montag um 10 kommen', 'de', garage, 'de'],
  ['أريد موعداً غداً', 'en', garage, 'ar'],
  ['سلام، یک نوبت می‌خواهم', null, salon, 'fa'],
  ['سلام', 'fa', salon, 'fa'],
  ['book a haircut please', 'fa', salon, 'en'],
  ['👍', 'ar', ['ar', 'en'], 'ar'],
  ['bonjour', 'tr', ['tr', 'en'], 'en'],
] as const)('"%s" after %s', (text, before, offered, language) => {
  expect(answerIn(text, before, offered)).toBe(language);
});
