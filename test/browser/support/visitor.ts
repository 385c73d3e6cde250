/** A visitor in a browser of their own: opens a page, finds the chat as a person would, by what its parts are called. */

import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';

export interface Message {
  readonly mine: boolean;
  readonly text: string;
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 320, height: 568 },
  hasTouch: true,
  isMobile: true,
};

export class Visitor {
  /** What the browser complained about: errors, refused resources, violated policies. */
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async come(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: 1000, height: 760 },
      locale: 'en-GB',
      ...options,
    });
    const visitor = new Visitor(context, await context.newPage());
    visitor.page.on('pageerror', (error) => visitor.complaints.push(error.message));
    visitor.page.on('console', (message) => {
      if (message.type() === 'error') visitor.complaints.push(message.text());
    });
    return visitor;
  }

  get launcher(): Locator {
    return this.page.getByRole('button', { name: /^Open chat/ });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get field(): Locator {
    return this.dialog.getByRole('textbox');
  }

  get notice(): Locator {
    return this.dialog.getByRole('status');
  }

  async openChat(): Promise<void> {
    await this.launcher.click();
    await this.field.waitFor();
  }

  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  async messages(): Promise<readonly Message[]> {
    const script = `[...document.getElementById('nobat-widget').shadowRoot.querySelectorAll('.messages > li')].map((item) => ({
      mine: item.classList.contains('mine'), text: item.querySelector('.words').textContent }))`;
    return this.page.evaluate<readonly Message[]>(script);
  }

  async texts(): Promise<readonly string[]> {
    return (await this.messages()).map((message) => message.text);
  }

  /** The answers offered to the newest message. */
  choices(): Promise<readonly string[]> {
    return this.dialog
      .getByRole('group', { name: 'Suggested replies' })
      .getByRole('button')
      .allTextContents();
  }

  choice(title: string): Locator {
    return this.dialog
      .getByRole('group', { name: 'Suggested replies' })
      .getByRole('button', { name: title, exact: true });
  }

  /** A computed style of the innermost element of the chat with exactly this text. */
  styleOf(text: string, property: string): Promise<string> {
    return this.page.evaluate<string>(`(() => {
      const all = [...document.getElementById('nobat-widget').shadowRoot.querySelectorAll('*')];
      const found = all.findLast((element) => element.textContent === ${JSON.stringify(text)});
      return getComputedStyle(found).getPropertyValue(${JSON.stringify(property)});
    })()`);
  }

  /** The name of what has the keyboard, looked for inside the chat too. */
  focused(): Promise<string> {
    return this.page.evaluate<string>(`(() => {
      let found = document.activeElement;
      while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
      return found?.getAttribute('aria-label') ?? found?.textContent ?? '';
    })()`);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
