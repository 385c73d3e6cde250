/** Answers to lines one by one: "brakes yes, tyres no", "only the first", "everything except the tyres". */
import type { Act } from '../acts';
import type { Language, LineWords } from '../languages/language';
import type { Scene } from '../scene';
import { mentionsIn, type Mention } from './lineMentions';

/** What a clause says: of these lines, yes or no. */
interface Clause {
  readonly mentions: readonly Mention[];
  readonly verdict: boolean | null;
  /** Its verdict stands before what it is about, and goes on over what is only listed after it. */
  readonly leads: boolean;
  readonly only: boolean;
  readonly except: boolean;
}

/** Null where no single line is spoken of: then the message is read like any other. */
export function lineAnswers(scene: Scene): readonly Act[] | null {
  const titles = scene.hearing.asking?.lines ?? [];
  const { language } = scene;
  if (titles.length === 0 || !withLines(language)) return null;
  // a number alone is that of a choice, where choices were shown
  if (/^\P{L}*$/u.test(scene.text) && scene.hearing.asking?.choices.length !== 0) return null;
  const { apart, unsure, asks } = language.lines;
  if (unsure.test(scene.text) || asks.test(scene.text)) return null;
  const clauses = scene.text
    .split(apart)
    .flatMap((text) => clausesOf(text.trim(), titles, language))
    .filter((clause) => says(clause, scene.asked));
  if (clauses.every(({ mentions }) => mentions.length === 0)) return null;
  return actsOf(verdicts(clauses, titles.length));
}

function withLines(language: Language): language is Language & { readonly lines: LineWords } {
  return language.lines !== undefined;
}

/** Beside a read-back a bare no denies what was read back, and a bare yes with a change is none. */
function says({ mentions, verdict, only, except }: Clause, asked: string | null): boolean {
  return mentions.length > 0 || (asked !== 'confirm' && (verdict !== null || only || except));
}

/** "1 yes 2 no" has no commas: there each line takes the verdict that stands beside it. */
function clausesOf(
  text: string,
  titles: readonly string[],
  language: Language & { readonly lines: LineWords },
): readonly Clause[] {
  const mentions = mentionsIn(text, titles, language);
  const last = mentions.at(-1);
  if (mentions.length < 2 || !last) return [clauseOf(text, mentions, language.lines)];
  const trailing = verdictOf(text.slice(last.to), language.lines) !== null;
  const parts = mentions.map((mention, index) => {
    const before = index === 0 ? 0 : (mentions[index - 1]?.to ?? 0);
    const after = index === mentions.length - 1 ? text.length : (mentions[index + 1]?.from ?? text.length);
    return clauseOf(
      trailing ? text.slice(mention.from, after) : text.slice(before, mention.to),
      [mention],
      language.lines,
    );
  });
  const told = parts.every(({ verdict }) => verdict !== null);
  return told ? parts : [clauseOf(text, mentions, language.lines)];
}

function clauseOf(text: string, mentions: readonly Mention[], words: LineWords): Clause {
  const [first] = mentions;
  const verdict = verdictOf(text, words);
  return {
    mentions,
    verdict,
    leads: first !== undefined && verdictOf(text.slice(0, first.from), words) !== null,
    only: words.only.test(text),
    except: words.except.test(text),
  };
}

/** A no anywhere outweighs a yes: "don't do it". */
function verdictOf(text: string, { yes, no }: LineWords): boolean | null {
  if (no.test(text)) return false;
  return yes.test(text) ? true : null;
}

type Verdicts = ReadonlyMap<number, boolean>;

function verdicts(clauses: readonly Clause[], many: number): Verdicts {
  const found = new Map<number, boolean>();
  let others: boolean | null = null;
  clauses.forEach((clause, index) => {
    const said = verdictFor(clauses, index);
    for (const line of clause.mentions.flatMap(({ lines }) => lines)) found.set(line, said);
    if ((clause.only || clause.except) && clause.mentions.length > 0) others = !said;
    if (clause.mentions.some(({ rest }) => rest)) others = said;
  });
  return withOthers(found, others ?? bareVerdict(clauses, found), many);
}

/** A clause without a verdict takes that of its list: the one before where it leads, else the next. */
function verdictFor(clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  if (clause?.except === true)
    return clause.verdict === false && !clause.leads ? true : isRefused(clauses, index);
  if (clause && clause.verdict !== null) return clause.verdict;
  if (clause?.only === true) return true;
  const before = clauses.slice(0, index).findLast(({ verdict }) => verdict !== null);
  const after = clauses.slice(index + 1).find(({ verdict }) => verdict !== null);
  const led = before && (before.leads || before.mentions.length === 0) ? before : (after ?? before);
  return led?.verdict ?? true;
}

/** "no, except the brakes" wants the brakes; "everything except the brakes" does not. */
function isRefused(clauses: readonly Clause[], index: number): boolean {
  const before = clauses.slice(0, index + 1).find(({ verdict }) => verdict !== null);
  return before?.verdict === false;
}

/** "yes, but not the tyres": a verdict on nothing in particular is on all else, where what is named is told otherwise. */
function bareVerdict(clauses: readonly Clause[], found: Verdicts): boolean | null {
  const bare = clauses.find(({ mentions, verdict }) => mentions.length === 0 && verdict !== null);
  if (!bare || bare.verdict === null) return null;
  return [...found.values()].every((verdict) => verdict !== bare.verdict) ? bare.verdict : null;
}

function withOthers(found: Verdicts, others: boolean | null, many: number): Verdicts {
  if (others === null) return found;
  const all = Array.from({ length: many }, (_, index) => index + 1);
  return new Map(all.map((line) => [line, found.get(line) ?? others]));
}

function actsOf(found: Verdicts): readonly Act[] {
  const lines = (wished: boolean): readonly number[] =>
    [...found]
      .flatMap(([line, verdict]) => (verdict === wished ? [line] : []))
      .sort((left, right) => left - right);
  const [approved, declined] = [lines(true), lines(false)];
  return [
    ...(approved.length > 0 ? [{ act: 'affirm', lines: approved } as const] : []),
    ...(declined.length > 0 ? [{ act: 'deny', lines: declined } as const] : []),
  ];
}
