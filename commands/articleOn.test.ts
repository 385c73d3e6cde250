/** Articles are quoted in the language asked for, else in the business's own; what is not there is not made up. */
import { workshop } from '../scheduling/workshop.fixture';
import { articleOn } from './articleOn';

const business = {
  ...workshop,
  languages: ['de', 'en'],
  articles: [
    { topic: 'parking', texts: { de: 'Im Hof.', en: 'In the yard.' } },
    { topic: 'warranty', texts: { de: 'Zwei Jahre.' } },
  ],
};

it.each([
  ['parking', 'en', { text: 'In the yard.', language: 'en' }],
  ['parking', 'ar', { text: 'Im Hof.', language: 'de' }],
  ['warranty', 'en', { text: 'Zwei Jahre.', language: 'de' }],
  ['parking', null, { text: 'Im Hof.', language: 'de' }],
])('%s in %s', (topic, language, expected) => {
  expect(articleOn({ business }, topic, language)).toEqual({ topic, ...expected });
});

it('there is none on what the business says nothing about', () => {
  expect(articleOn({ business }, 'payment', 'de')).toBeNull();
  expect(articleOn({ business: { ...business, articles: undefined } }, 'parking', 'de')).toBeNull();
});
