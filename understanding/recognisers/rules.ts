/** Acts by the rules of the language: what is wanted, asked, answered, or said out of politeness. */
import { matchesOf } from '../text/matches';
import type { Asking } from '../expectation';
import type { Rule } from '../languages/language';
import type { Finding, Recogniser, Scene } from '../scene';
import { Claims } from '../text/claims';
import type { Core } from '../text/polite';
import { coreOf } from '../text/polite';

/** How far before a request a word can stand that takes it back. */
const LEAD = 32;

/** Rules have claims of their own: "is my Golf ready" is a question and a vehicle. */
export const RULES: Recogniser = {
  name: 'rule',
  read: (scene) => {
    const taken = new Claims(scene.text.length);
    const core = coreOf(scene.text, scene.language);
    return scene.language.rules.flatMap((rule) =>
      applies(rule, scene) ? matches(rule, scene, core, taken) : [],
    );
  },
};

function applies(rule: Rule, scene: Scene): boolean {
  return rule.asked === undefined || rule.asked.includes(scene.asked as Asking | null);
}

/** "please don't cancel my appointment" */
function isUnwanted(rule: Rule, scene: Scene, from: number): boolean {
  const { text, language } = scene;
  return (
    rule.name.startsWith('request.') && language.unwanted.test(text.slice(Math.max(0, from - LEAD), from))
  );
}

function matches(rule: Rule, scene: Scene, core: Core, taken: Claims): Finding[] {
  const [text, offset] = rule.whole === true ? [core.text, core.from] : [scene.text, 0];
  const found: Finding[] = [];
  for (const match of matchesOf(text, rule.pattern)) {
    const [from, to] = [offset + match.index, offset + match.index + match[0].length];
    if (match[0] === '' || !taken.free(from, to) || !scene.claims.free(from, to)) continue;
    if (isUnwanted(rule, scene, from)) continue;
    taken.claim(from, to);
    const acts = typeof rule.acts === 'function' ? rule.acts(match) : rule.acts;
    found.push({ recogniser: rule.name, from, to, acts });
  }
  return found;
}
