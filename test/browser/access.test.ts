/** The chat for everybody: by keyboard, by screen reader, on the smallest phone, in both directions, and under a strict policy. */

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { violations } from './support/axe';
import { openBrowser } from './support/browser';
import { eventually } from './support/eventually';
import { StandIn } from './support/standIn';
import { PHONE, Visitor } from './support/visitor';

const LOOKS: readonly (readonly [string, string, BrowserContextOptions])[] = [
  ['light', 'en', {}],
  ['dark', 'en', { colorScheme: 'dark' }],
  ['on a phone of 320 px', 'de', PHONE],
  ['in Persian', 'fa', {}],
  ['in Arabic, dark, on a phone', 'ar', { ...PHONE, colorScheme: 'dark' }],
];

const HOSTILE = [
  '<img src=x onerror="window.hit=1">',
  '<script>window.hit=1</script>',
  'javascript:window.hit=1',
  '[click](javascript:window.hit=1)',
  '<svg onload=window.hit=1>',
  '{{7*7}} ${7*7}',
];

describe('the chat for everybody', () => {
  let browser: Browser;
  let standIn: StandIn;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    standIn = await StandIn.start();
    standIn.answer = () => [
      { text: 'Which service?', choices: ['Oil change', 'Brake check', 'Air conditioning'] },
    ];
  });
  afterEach(async () => {
    await visitor.leave();
    await standIn.stop();
  });

  const come = async (options: BrowserContextOptions = {}, query = ''): Promise<void> => {
    visitor = await Visitor.come(browser, options);
    await visitor.page.goto(`${standIn.url}/shop${query}`);
  };

  /** In any language: the only button, and then the only field. */
  const openInAnyLanguage = async (): Promise<void> => {
    await visitor.page.getByRole('button').first().click();
    await visitor.field.fill('Hello');
    await visitor.field.press('Enter');
    await visitor.dialog.getByRole('button', { name: 'Oil change' }).waitFor();
  };

  test.each(LOOKS)('has no violations: %s', async (_look, language, options) => {
    await come(options, `?lang=${language}&data-locale=${language}`);
    expect(await violations(visitor.page)).toEqual([]);
    await openInAnyLanguage();
    expect(await violations(visitor.page)).toEqual([]);
  });

  test('has no violations while a message waits and the connection is gone', async () => {
    await come();
    await visitor.openChat();
    await visitor.context.setOffline(true);
    await visitor.say('hello');
    await visitor.dialog.getByText('Waiting for a connection').waitFor();
    expect(await violations(visitor.page)).toEqual([]);
  });

  test('keeps the keyboard inside while it is open and gives it back on Escape', async () => {
    await come();
    await visitor.launcher.focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.field.waitFor();
    expect(await visitor.focused()).toBe('Your message');
    const visited = new Set<string>();
    for (let step = 0; step < 12; step += 1) {
      await visitor.page.keyboard.press('Tab');
      visited.add(await visitor.focused());
    }
    expect(visited).toContain('Close chat');
    expect(visited).not.toContain('A link of the shop');
    await visitor.page.keyboard.press('Shift+Tab');
    expect(await visitor.focused()).not.toBe('A link of the shop');
    await visitor.page.keyboard.press('Escape');
    expect(await visitor.dialog.isVisible()).toBe(false);
    expect(await visitor.focused()).toMatch(/^Open chat/);
  });

  test('says new messages politely, and who wrote them', async () => {
    await come();
    await visitor.openChat();
    await visitor.say('Hello');
    const log = visitor.dialog.getByRole('log', { name: 'Conversation' });
    await log.getByText('Which service?').waitFor();
    expect(await log.getAttribute('aria-live')).toBe('polite');
    const items = (await log.getByRole('listitem').allTextContents()).join('\n');
    expect(items).toContain('You: Hello');
    expect(items).toContain('Autohaus Linden: Which service?');
  });

  test('every button is at least 44 px in both directions, and nothing is wider than 320 px', async () => {
    await come(PHONE);
    await visitor.openChat();
    await visitor.say('Hello');
    await visitor.choice('Oil change').waitFor();
    for (const target of [...(await visitor.dialog.getByRole('button').all()), visitor.field]) {
      const box = await target.boundingBox();
      expect(Math.round(Math.min(box?.width ?? 0, box?.height ?? 0))).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    }
    expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    // It slides in: the claim is where it comes to rest.
    await eventually(async () =>
      expect(await visitor.dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 568 }),
    );
  });

  test('writes each message in its own direction, and stands on the other side in Persian', async () => {
    await come({}, '?data-locale=fa');
    await openInAnyLanguage();
    standIn.say({ text: 'نوبت شما ساعت ۱۰ است' });
    await visitor.dialog.getByText('نوبت شما ساعت ۱۰ است').waitFor();
    expect(await visitor.styleOf('نوبت شما ساعت ۱۰ است', 'direction')).toBe('rtl');
    expect(await visitor.styleOf('Hello', 'direction')).toBe('ltr');
    const box = await visitor.dialog.boundingBox();
    expect(box?.x).toBeLessThan(100);
  });

  test('speaks the language of the tag, else the browser’s, else the page’s', async () => {
    const name = async (options: BrowserContextOptions, query: string): Promise<string | null> => {
      if (visitor) await visitor.leave();
      await come(options, query);
      return visitor.page.getByRole('button').first().getAttribute('aria-label');
    };
    await come();
    expect(await name({ locale: 'de-DE' }, '?data-locale=ar&lang=en')).toBe('فتح المحادثة');
    expect(await name({ locale: 'de-DE' }, '?lang=fa')).toBe('Chat öffnen');
    expect(await name({ locale: 'fr-FR' }, '?lang=fa')).toBe('باز کردن گفت‌وگو');
    expect(await name({ locale: 'fr-FR' }, '?lang=fr')).toBe('Open chat');
  });

  test('needs nothing that the strictest policy forbids', async () => {
    await come();
    await visitor.openChat();
    await visitor.say('Hello');
    await visitor.choice('Oil change').click();
    await eventually(() => expect(standIn.openSockets()).toBe(1));
    expect(visitor.complaints).toEqual([]);
  });

  test('shows whatever anybody writes as text, and links only to the web', async () => {
    standIn.answer = (text) => [{ text: `${text} https://shop.example/a?b=c, thanks` }];
    await come();
    await visitor.openChat();
    for (const text of HOSTILE) await visitor.say(text);
    const expected = HOSTILE.flatMap((text) => [text, `${text} https://shop.example/a?b=c, thanks`]);
    await eventually(async () => expect(await visitor.texts()).toEqual(expected));
    expect(await visitor.page.evaluate('window.hit')).toBeUndefined();
    const links = await visitor.dialog.getByRole('link').all();
    expect(links).toHaveLength(HOSTILE.length);
    for (const link of links) {
      expect(await link.getAttribute('href')).toBe('https://shop.example/a?b=c');
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    }
  });

  test('moves nothing for those who ask for stillness', async () => {
    await come({ reducedMotion: 'reduce' });
    await visitor.openChat();
    await visitor.say('Hello');
    await visitor.dialog.getByText('Hello', { exact: true }).waitFor();
    expect(await visitor.styleOf('You: Hello', 'animation-duration')).toBe('0.001s');
  });
});
