/** Asks axe-core what on a page stands in the way of people: WCAG 2.2 A and AA and its best practices. */

import { source } from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line for each violation; none is what a test wants. */
export async function violations(page: Page): Promise<readonly string[]> {
  await settle(page);
  await page.evaluate(source);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] });
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, ${options}).then((r) => r.violations)`,
  );
  return found.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`,
    ),
  );
}

/** Half-faded elements have half their contrast: axe looks when all that moves has arrived. */
async function settle(page: Page): Promise<void> {
  const roots = "[document, ...[...document.querySelectorAll('*')].flatMap((e) => e.shadowRoot ?? [])]";
  const moving = `${roots}.flatMap((root) => root.getAnimations()).filter((a) => a.effect.getTiming().iterations === 1)`;
  await page.evaluate(
    `Promise.allSettled(${moving}.map((animation) => animation.finished)).then(() => null)`,
  );
}
