/** Claims about choosing a language. */

import { chooseLocale, directionOf, localeOf } from './locale';

describe('the language of a visitor', () => {
  test('is the first wish that is offered, whatever the region', () => {
    expect(chooseLocale(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(chooseLocale(['fr', undefined, null, ''])).toBeNull();
    expect(chooseLocale(['fa', 'en-GB'], ['de', 'en', 'ar'])).toBe('en');
  });

  test('is read from any way of writing its tag', () => {
    expect(localeOf('AR_EG')).toBe('ar');
    expect(localeOf('english')).toBeNull();
  });

  test('writes from the right in Arabic and Persian', () => {
    expect((['en', 'de', 'ar', 'fa'] as const).map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'rtl']);
  });
});
