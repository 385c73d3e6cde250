/** The whole road in a real browser: a customer books on the business's page, and the shop sees the booking at its desk. */

import type { Browser, Page } from 'playwright-core';
import { violations } from './support/axe';
import { openBrowser } from './support/browser';
import { Customer } from './support/customer';
import { eventually } from './support/eventually';
import { openOtherSite } from './support/otherSite';
import { type RunningProduct, runProduct } from './support/product';
import { PHONE, Visitor } from './support/visitor';

describe('booking on the page of a business', () => {
  let browser: Browser;
  let product: RunningProduct;
  const came: Visitor[] = [];

  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), runProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });
  afterEach(async () => {
    for (const visitor of came.splice(0)) await visitor.leave();
  });

  const come = async (path: string, options: Parameters<typeof Visitor.come>[1] = {}): Promise<Visitor> => {
    const visitor = await Visitor.come(browser, options);
    came.push(visitor);
    await visitor.page.goto(product.url + path);
    return visitor;
  };

  const signIn = async (page: Page): Promise<void> => {
    await page.getByLabel('E-mail').fill('agent@garage.example');
    await page.getByLabel('Password').fill('nobat-demo');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  };

  const goTo = async (page: Page, date: string): Promise<void> => {
    await page.getByLabel('Day', { exact: true }).fill(date);
    await page
      .getByRole('heading', { name: new RegExp(`\\b${Number(date.slice(-2))} March 2026`) })
      .waitFor();
  };

  const rowOf = (page: Page, customer: string) => page.getByRole('row').filter({ hasText: customer });

  test('by typing: what was booked stands at the desk, and in the chat after a reload', async () => {
    const visitor = await come('/demo/garage?lang=en');
    const customer = new Customer(visitor);
    await visitor.openChat();
    const first = await customer.says('oil change at Mitte on Monday at 10');
    expect(first).toMatch(/automated assistant of Autohaus Linden/);
    await customer.says('Golf B-XY 123');
    await customer.says('Ada Lovelace');
    const readBack = await customer.says('+49 30 5550100');
    expect(readBack).toMatch(/Monday 30 March, 10:00/);
    expect(await customer.says('yes')).toMatch(/Your appointment is booked/);
    const before = await visitor.messages();
    await visitor.page.reload();
    await visitor.openChat();
    await eventually(async () => expect(await visitor.messages()).toEqual(before));

    const desk = await come('/desk');
    await signIn(desk.page);
    await goTo(desk.page, '2026-03-30');
    const row = rowOf(desk.page, 'Ada Lovelace');
    await row.waitFor();
    expect(await row.textContent()).toMatch(
      /10:00.*10:45.*Oil change.*Golf B-XY 123.*(Ali|Jana).*Mitte.*Confirmed/,
    );
  });

  test('by tapping on a phone: only what no button can know is typed', async () => {
    const visitor = await come('/demo/garage?lang=en', PHONE);
    const customer = new Customer(visitor);
    await visitor.openChat();
    await visitor.choice('Book an appointment').tap();
    const booked = await customer.tapsUntil(/Your appointment is booked/, {
      taps: ['Oil change', 'Mitte', /\d\d:\d\d/, 'Yes'],
      types: [
        [/Which vehicle/, 'Polo B-AB 77'],
        [/What name/, 'Grace Hopper'],
        [/phone number/, '+49 30 5550101'],
      ],
    });
    const date = /(\d+) (March|April)/.exec(booked);
    expect(date).not.toBeNull();

    const desk = await come('/desk');
    await signIn(desk.page);
    const month = date?.[2] === 'April' ? '04' : '03';
    await goTo(desk.page, `2026-${month}-${String(date?.[1]).padStart(2, '0')}`);
    await rowOf(desk.page, 'Grace Hopper').waitFor();
    expect(await rowOf(desk.page, 'Grace Hopper').textContent()).toContain('Oil change');
  });

  test('a restart of the server in the middle loses nothing of the talk', async () => {
    const visitor = await come('/demo/garage?lang=en');
    const customer = new Customer(visitor);
    await visitor.openChat();
    expect(await customer.says('oil change at Nord on Tuesday at 8')).toMatch(/Which vehicle/);
    await product.restart(async () => {
      await visitor.say('Passat B-CD 9');
      await visitor.dialog.getByText('Waiting for a connection').waitFor();
    });
    expect(await customer.hears()).toMatch(/What name/);
    await customer.says('Mary Somerville');
    expect(await customer.says('+49 30 5550102')).toMatch(/Tuesday 31 March, 08:00[^]*Passat B-CD 9/);
    expect((await visitor.texts()).filter((text) => text === 'Passat B-CD 9')).toHaveLength(1);
  });

  test('who asks for a person is on the desk’s list of what waits', async () => {
    const visitor = await come('/demo/garage?lang=en');
    const customer = new Customer(visitor);
    await visitor.openChat();
    await visitor.choice('Speak to a person').click();
    expect(await customer.hears()).toMatch(/passed this on to the team/);
    const desk = await come('/desk');
    await signIn(desk.page);
    await desk.page.getByText('Wants to speak to a person').first().waitFor();
  });

  test('the desk keeps its door shut to wrong passwords', async () => {
    const { page } = await come('/desk');
    await page.getByLabel('E-mail').fill('agent@garage.example');
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('do not fit together').waitFor();
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  });

  test.each([['/'], ['/demo/garage'], ['/demo/salon'], ['/demo/clinic'], ['/desk']])(
    '%s has no violations and breaks no policy',
    async (path) => {
      const visitor = await come(path);
      await visitor.page.getByRole('heading').first().waitFor();
      expect(await violations(visitor.page)).toEqual([]);
      expect(visitor.complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
    },
  );

  test('with the chat open, and signed in at the desk, there are no violations either', async () => {
    const visitor = await come('/demo/garage?lang=en');
    await visitor.openChat();
    await new Customer(visitor).says('What times do you have for an oil change at Mitte?');
    expect(await violations(visitor.page)).toEqual([]);
    const desk = await come('/desk');
    await signIn(desk.page);
    expect(await violations(desk.page)).toEqual([]);
  });

  test('the chat works on a page of another site', async () => {
    const site = await openOtherSite(product.url);
    const visitor = await Visitor.come(browser);
    came.push(visitor);
    await visitor.page.goto(site.url);
    await visitor.openChat();
    await visitor.dialog.getByText('Autohaus Linden').first().waitFor();
    expect(await new Customer(visitor).says('hello')).toMatch(/automated assistant/);
    expect(visitor.complaints).toEqual([]);
    await site.stop();
  });
});
