/** The demo pages and the desk's list in a real browser, against the stand-in: nobody is shut out, nothing is wider than the screen. */

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { violations } from './support/axe';
import { openBrowser } from './support/browser';
import { eventually } from './support/eventually';
import { StandIn } from './support/standIn';
import { PHONE, Visitor } from './support/visitor';

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['on a desk', {}],
  ['on a small phone in the dark', { ...PHONE, colorScheme: 'dark' }],
];

describe('the pages', () => {
  let browser: Browser;
  let standIn: StandIn;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await openBrowser();
    standIn = await StandIn.start();
  });
  afterAll(async () => {
    await browser.close();
    await standIn.stop();
  });
  afterEach(() => visitor.leave());

  const come = async (path: string, options: BrowserContextOptions = {}): Promise<void> => {
    visitor = await Visitor.come(browser, options);
    await visitor.page.goto(standIn.url + path);
  };

  const signIn = async (): Promise<void> => {
    await visitor.page.getByLabel('E-mail').fill('agent@garage.example');
    await visitor.page.getByLabel('Password').fill('nobat-demo');
    await visitor.page.getByRole('button', { name: 'Sign in' }).click();
    await visitor.page.getByRole('heading', { name: /27 March 2026/ }).waitFor();
  };

  const fits = async (): Promise<void> =>
    expect(
      await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);

  describe.each(LOOKS)('%s', (_look, options) => {
    test('the first page has no violations and names the three businesses', async () => {
      await come('/', options);
      const links = visitor.page.getByRole('link', { name: /Autohaus Linden|Salon Nobat|Al Noor Clinic/ });
      const addresses = (await links.all()).map((link) => link.getAttribute('href'));
      expect(await Promise.all(addresses)).toEqual(['/demo/garage', '/demo/salon', '/demo/clinic']);
      expect(await violations(visitor.page)).toEqual([]);
      await fits();
    });

    test('a business’s page has no violations', async () => {
      await come('/demo/garage', options);
      await visitor.page.getByRole('heading', { name: 'Oil change' }).waitFor();
      await visitor.launcher.waitFor();
      expect(await violations(visitor.page)).toEqual([]);
      await fits();
    });

    test('the desk has no violations, signed out and signed in', async () => {
      await come('/desk', options);
      await visitor.page.getByLabel('E-mail').waitFor();
      expect(await violations(visitor.page)).toEqual([]);
      await signIn();
      expect(await violations(visitor.page)).toEqual([]);
      await fits();
    });
  });

  test('a business’s page opens in the browser’s language if the business has it, else in its first', async () => {
    await come('/demo/garage', { locale: 'ar-EG' });
    await visitor.page.getByRole('heading', { name: 'خدماتنا' }).waitFor();
    expect(await visitor.page.evaluate('document.documentElement.dir')).toBe('rtl');
    await visitor.leave();
    await come('/demo/garage', { locale: 'fa-IR' });
    await visitor.page.getByRole('heading', { name: 'Unsere Leistungen' }).waitFor();
    await visitor.page.getByRole('button', { name: 'Chat öffnen' }).waitFor();
  });

  test('a business’s page says what costs what and when it is open', async () => {
    await come('/demo/garage');
    const oilChange = visitor.page.getByRole('listitem').filter({ hasText: 'Oil change' });
    await oilChange.getByText('€89').waitFor();
    await oilChange.getByText('45 mins').waitFor();
    const mitte = visitor.page.getByRole('listitem').filter({ hasText: 'Linienstraße 10' });
    expect(await mitte.locator('dl > div').allTextContents()).toEqual([
      'Monday – Friday08:00–17:00',
      'Saturday09:00–13:00',
      'Sundayclosed',
    ]);
  });

  test('a tap on a service says so in the chat', async () => {
    await come('/demo/garage');
    await visitor.page.getByRole('button', { name: 'Book oil change' }).click();
    await eventually(() => expect(standIn.heard()).toContain('Book oil change'));
    await visitor.dialog.getByText('You said: Book oil change').waitFor();
  });

  test('an address without a business says so', async () => {
    await come('/demo/nobody');
    await visitor.page.getByRole('heading', { name: 'There is no business at this address.' }).waitFor();
  });

  test('the desk lists the day’s bookings and what waits, and shows names as text', async () => {
    await come('/desk');
    await signIn();
    const rows = visitor.page.getByRole('table', { name: 'Bookings' }).getByRole('row');
    expect(await rows.count()).toBe(4);
    const first = (await rows.nth(1).getByRole('cell').allTextContents()).join(' | ');
    expect(first).toContain('09:00–09:45 | Oil change€89 | Ada Lovelace');
    expect(await rows.nth(3).textContent()).toContain('<img src=x onerror=alert(1)>');
    await visitor.page.getByText('Wishes to speak to a person').waitFor();
    await visitor.page.getByRole('button', { name: 'Sign out' }).click();
    await visitor.page.getByLabel('E-mail').waitFor();
  });
});
