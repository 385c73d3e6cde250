/** The chat in a real browser: what is said arrives once, is answered, and is still there on the next page. */

import type { Browser } from 'playwright-core';
import { openBrowser } from './support/browser';
import { eventually } from './support/eventually';
import { StandIn } from './support/standIn';
import type { Said } from './support/standInWire';
import { Visitor } from './support/visitor';

const TALK: Readonly<Record<string, readonly Said[]>> = {
  book: [{ text: 'Which service?', choices: ['Oil change', 'Brake check'] }],
  'Oil change': [{ text: 'Is 10:00 fine?', choices: ['Yes', 'Change'] }],
  Yes: [{ text: 'Booked.' }],
};

describe('the chat on a page', () => {
  let browser: Browser;
  let standIn: StandIn;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    standIn = await StandIn.start();
    standIn.answer = (text) => TALK[text] ?? [{ text: `You said: ${text}` }];
    visitor = await Visitor.come(browser);
    await visitor.page.goto(`${standIn.url}/shop`);
  });
  afterEach(async () => {
    await visitor.leave();
    await standIn.stop();
  });

  test('starts no conversation before the visitor comes to it', async () => {
    await visitor.launcher.waitFor();
    expect(standIn.tokensGiven).toEqual([]);
    await visitor.openChat();
    await eventually(() => expect(standIn.conversations()).toBe(1));
  });

  test('names the business, and says that it is an automated assistant', async () => {
    await visitor.openChat();
    await visitor.dialog.getByText('Autohaus Linden').waitFor();
    await visitor.dialog.getByText('Automated assistant', { exact: true }).waitFor();
  });

  test('shows what was said and what was answered, once and in order', async () => {
    await visitor.openChat();
    for (const text of ['one', 'two', 'three']) await visitor.say(text);
    const expected = ['one', 'You said: one', 'two', 'You said: two', 'three', 'You said: three'];
    await eventually(async () => expect(await visitor.texts()).toEqual(expected));
  });

  test('shows the whole history after a reload, longer than one page of it', async () => {
    await visitor.openChat();
    for (const text of ['one', 'two', 'three']) await visitor.say(text);
    await eventually(async () => expect(await visitor.texts()).toHaveLength(6));
    const before = await visitor.messages();
    await visitor.page.reload();
    await visitor.openChat();
    await eventually(async () => expect(await visitor.messages()).toEqual(before));
    expect(standIn.conversations()).toBe(1);
  });

  test('books by tapping alone, and offers answers to the newest message only', async () => {
    await visitor.openChat();
    await visitor.say('book');
    await visitor.choice('Oil change').click();
    await visitor.choice('Yes').waitFor();
    expect(await visitor.choices()).toEqual(['Yes', 'Change']);
    await visitor.choice('Yes').click();
    await eventually(async () => expect((await visitor.texts()).at(-1)).toBe('Booked.'));
    expect(await visitor.choices()).toEqual([]);
    expect(standIn.heard()).toEqual(['book', 'Oil change', 'Yes']);
  });

  test('takes an answer by keyboard, and the keyboard is then where one writes', async () => {
    await visitor.openChat();
    await visitor.say('book');
    await visitor.choice('Brake check').focus();
    await visitor.page.keyboard.press('Enter');
    await eventually(() => expect(standIn.heard()).toEqual(['book', 'Brake check']));
    expect(await visitor.focused()).toBe('Your message');
  });

  test('takes the answers away as soon as something else is said', async () => {
    await visitor.openChat();
    await visitor.say('book');
    await visitor.choice('Oil change').waitFor();
    await visitor.say('wait a moment');
    await eventually(async () => expect(await visitor.choices()).toEqual([]));
  });

  test('offers the last answers again after a reload', async () => {
    await visitor.openChat();
    await visitor.say('book');
    await visitor.choice('Oil change').waitFor();
    await visitor.page.reload();
    await visitor.openChat();
    await visitor.choice('Oil change').click();
    await eventually(() => expect(standIn.heard()).toEqual(['book', 'Oil change']));
  });

  test('shows that the other side is writing until it has written', async () => {
    await visitor.openChat();
    await eventually(() => expect(standIn.openSockets()).toBe(1));
    standIn.type();
    await visitor.dialog.getByText('Writing…').waitFor();
    standIn.say({ text: 'Here I am.' });
    await visitor.dialog.getByText('Here I am.').waitFor();
    expect(await visitor.dialog.getByText('Writing…').isVisible()).toBe(false);
  });

  test('counts what came while it was closed, also on the next page, until it is opened', async () => {
    await visitor.openChat();
    await visitor.say('hello');
    await visitor.dialog.getByText('You said: hello').waitFor();
    await visitor.page.keyboard.press('Escape');
    standIn.say({ text: 'One more thing' });
    await visitor.page.getByRole('button', { name: 'Open chat (1 new message)' }).waitFor();
    await visitor.page.reload();
    await visitor.page.getByRole('button', { name: 'Open chat (1 new message)' }).waitFor();
    await visitor.openChat();
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('button', { name: 'Open chat', exact: true }).waitFor();
  });

  test('goes on in a second tab where the first one stands', async () => {
    await visitor.openChat();
    await visitor.say('from the first tab');
    await visitor.dialog.getByText('You said: from the first tab').waitFor();
    const second = await visitor.context.newPage();
    await second.goto(`${standIn.url}/shop`);
    await second.getByRole('button', { name: /^Open chat/ }).click();
    await second.getByText('You said: from the first tab').waitFor();
    await second.getByRole('textbox').fill('from the second');
    await second.keyboard.press('Enter');
    await visitor.dialog.getByText('You said: from the second').waitFor();
    expect(standIn.conversations()).toBe(1);
  });
});
