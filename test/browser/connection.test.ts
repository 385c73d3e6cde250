/** The chat on a bad connection: nothing lost, nothing doubled, and the visitor told the truth about it. */

import type { Browser } from 'playwright-core';
import { openBrowser } from './support/browser';
import { eventually } from './support/eventually';
import { StandIn } from './support/standIn';
import { Visitor } from './support/visitor';

describe('the chat on a bad connection', () => {
  let browser: Browser;
  let standIn: StandIn;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    standIn = await StandIn.start();
    visitor = await Visitor.come(browser);
    await visitor.page.goto(`${standIn.url}/shop`);
    await visitor.openChat();
    await eventually(() => expect(standIn.openSockets()).toBe(1));
  });
  afterEach(async () => {
    await visitor.leave();
    await standIn.stop();
  });

  const shows = (texts: readonly string[]): Promise<void> =>
    eventually(async () => expect(await visitor.texts()).toEqual(texts));

  test('after a cut it resumes where it was: nothing lost, nothing twice', async () => {
    standIn.say({ text: 'before' });
    await shows(['before']);
    standIn.unreachable = true;
    standIn.cut();
    standIn.say({ text: 'meanwhile one' });
    standIn.say({ text: 'meanwhile two' });
    await eventually(async () => expect(await visitor.notice.textContent()).toContain('No connection'));
    standIn.unreachable = false;
    await eventually(() => expect(standIn.openSockets()).toBe(1));
    standIn.say({ text: 'after' });
    await shows(['before', 'meanwhile one', 'meanwhile two', 'after']);
    expect(await visitor.notice.isVisible()).toBe(false);
  });

  test('what is written without a connection is sent when it is back, in order and once', async () => {
    await visitor.context.setOffline(true);
    await visitor.say('first');
    await visitor.say('second');
    await visitor.dialog.getByText('Waiting for a connection').first().waitFor();
    expect(standIn.heard()).toEqual([]);
    await visitor.context.setOffline(false);
    await shows(['first', 'You said: first', 'second', 'You said: second']);
    expect(standIn.heard()).toEqual(['first', 'second']);
    expect(await visitor.dialog.getByText('Waiting for a connection').count()).toBe(0);
  });

  test('what was not sent before the page was left is sent by the next page', async () => {
    standIn.unreachable = true;
    standIn.cut();
    await visitor.say('do not lose me');
    await visitor.dialog.getByText('Waiting for a connection').waitFor();
    standIn.unreachable = false;
    await visitor.page.reload();
    await eventually(() => expect(standIn.heard()).toEqual(['do not lose me']));
    await visitor.openChat();
    await shows(['do not lose me', 'You said: do not lose me']);
  });

  test('a message whose answer was lost is not sent again when the server has it', async () => {
    standIn.answersLost = 1;
    await visitor.say('only once');
    await shows(['only once', 'You said: only once']);
    await visitor.say('next');
    await shows(['only once', 'You said: only once', 'next', 'You said: next']);
    expect(standIn.heard()).toEqual(['only once', 'next']);
  });

  test('a message the server refuses says so and waits for its writer', async () => {
    standIn.refuseNext = 400;
    await visitor.say('hello');
    await visitor.dialog.getByText('Not sent').waitFor();
    expect(standIn.heard()).toEqual([]);
    await visitor.dialog.getByRole('button', { name: 'Try again' }).click();
    await shows(['hello', 'You said: hello']);
  });

  test('a refused message does not hold back what is written after it', async () => {
    standIn.refuseNext = 413;
    await visitor.say('too much');
    await visitor.say('this is fine');
    await eventually(() => expect(standIn.heard()).toEqual(['this is fine']));
    await visitor.dialog.getByText('Not sent').waitFor();
  });

  test('a server in trouble is tried again until it is well', async () => {
    standIn.refuseNext = 503;
    await visitor.say('hello');
    await shows(['hello', 'You said: hello']);
  });

  test('where sockets are refused it polls', async () => {
    standIn.socketsRefused = true;
    standIn.cut();
    await visitor.say('anyone?');
    await shows(['anyone?', 'You said: anyone?']);
    standIn.say({ text: 'unasked' });
    await shows(['anyone?', 'You said: anyone?', 'unasked']);
    expect(standIn.openSockets()).toBe(0);
  });

  test('an expired token is replaced and the same conversation goes on', async () => {
    await visitor.say('before');
    await shows(['before', 'You said: before']);
    standIn.expireTokens();
    await visitor.say('after');
    await shows(['before', 'You said: before', 'after', 'You said: after']);
    expect(standIn.conversations()).toBe(1);
  });

  test('where the old conversation cannot go on a new one follows it on the screen', async () => {
    await visitor.say('before');
    await shows(['before', 'You said: before']);
    standIn.goesOn = false;
    standIn.expireTokens();
    await visitor.say('after');
    await shows(['before', 'You said: before', 'after', 'You said: after']);
    expect(standIn.conversations()).toBe(2);
  });

  test('says that a conversation has ended, and the next message starts a new one', async () => {
    await visitor.say('before');
    await shows(['before', 'You said: before']);
    standIn.endTalks();
    await visitor.dialog.getByText('This conversation has ended.').waitFor();
    await visitor.say('once more');
    await shows(['before', 'You said: before', 'once more', 'You said: once more']);
    expect(standIn.heard()).toEqual(['once more']);
  });

  test('a conversation that ended while nobody looked is replaced without a word', async () => {
    await visitor.page.goto('about:blank');
    standIn.endTalks();
    await visitor.page.goto(`${standIn.url}/shop`);
    await visitor.openChat();
    await visitor.say('hello again');
    await shows(['hello again', 'You said: hello again']);
    expect(await visitor.notice.isVisible()).toBe(false);
  });
});
