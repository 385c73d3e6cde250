/** Claims about prices, durations and opening hours in words. */

import { durationOf, priceOf, weekOf } from './formats';

const SALON = [1, 2, 3, 4, 6, 7].map((weekday) => ({ weekday, from: '10:00', to: '20:00' }));

describe('the facts of a business in words', () => {
  test('a price has no empty cents', () => {
    expect(priceOf({ amount: 89, currency: 'EUR' }, 'en')).toBe('€89');
    expect(priceOf({ amount: 44.5, currency: 'EUR' }, 'de')).toBe('44,50\u00a0€');
  });

  test('a duration is short', () => {
    expect(durationOf(45, 'en')).toBe('45 mins');
    expect(durationOf(45, 'ar')).toBe('٤٥ دقيقة');
  });

  test('days that follow each other with the same hours stand together', () => {
    const garage = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '17:00' }));
    expect(weekOf([...garage, { weekday: 6, from: '09:00', to: '13:00' }], 'en')).toEqual([
      { days: 'Monday – Friday', times: '08:00–17:00' },
      { days: 'Saturday', times: '09:00–13:00' },
      { days: 'Sunday', times: '' },
    ]);
  });

  test('a week begins where its readers begin it', () => {
    expect(weekOf(SALON, 'fa')).toEqual([
      { days: 'شنبه – پنجشنبه', times: '۱۰:۰۰–۲۰:۰۰' },
      { days: 'جمعه', times: '' },
    ]);
  });

  test('a day with a break shows both parts', () => {
    const hours = [
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 1, from: '14:00', to: '18:00' },
    ];
    expect(weekOf(hours, 'en')[0]).toEqual({ days: 'Monday', times: '09:00–12:00, 14:00–18:00' });
  });
});
