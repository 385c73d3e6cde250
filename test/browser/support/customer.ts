/** A customer who talks: says one thing, waits for the answer, and taps where there is something to tap. */

import { eventually } from './eventually';
import type { Visitor } from './visitor';

export interface Plan {
  /** What to tap when it is offered, the first that fits. */
  readonly taps: readonly (string | RegExp)[];
  /** What to type when the last message asks for it: buttons cannot know it. */
  readonly types: readonly (readonly [RegExp, string])[];
}

/** More steps than any booking takes. */
const MOST_STEPS = 14;

export class Customer {
  private heard = 0;

  constructor(private readonly visitor: Visitor) {}

  /** Answers with all that was said in reply. */
  async says(text: string): Promise<string> {
    await this.visitor.say(text);
    return this.hears();
  }

  /** All that the other side said since it was last heard, once it has said something and our words are through. */
  async hears(): Promise<string> {
    let news: readonly string[] = [];
    await eventually(async () => {
      const messages = await this.visitor.messages();
      if (messages.at(-1)?.mine !== false) throw new Error('there is no answer yet');
      const theirs = messages.filter((message) => !message.mine);
      news = theirs.slice(this.heard).map((message) => message.text);
      if (news.length === 0) throw new Error('nothing new was said');
    });
    this.heard += news.length;
    return news.join('\n');
  }

  /** Goes on by the plan until something said fits `end`; answers with it. */
  async tapsUntil(end: RegExp, plan: Plan): Promise<string> {
    const talk: string[] = [];
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const said = await this.hears();
      if (end.test(said)) return said;
      talk.push(said, await this.goesOn(said, plan));
    }
    throw new Error(`the talk did not come to its end:\n${talk.join('\n')}`);
  }

  private async goesOn(said: string, plan: Plan): Promise<string> {
    const typed = plan.types.find(([asked]) => asked.test(said));
    if (typed) {
      await this.visitor.say(typed[1]);
      return typed[1];
    }
    const choices = await this.visitor.choices();
    const tapped = plan.taps.flatMap((tap) => choices.filter((choice) => fits(choice, tap)))[0];
    if (tapped === undefined) throw new Error(`nothing to tap among ${choices.join(' | ')} after:\n${said}`);
    await this.visitor.choice(tapped).tap();
    return tapped;
  }
}

const fits = (choice: string, tap: string | RegExp): boolean =>
  typeof tap === 'string' ? choice === tap : tap.test(choice);
