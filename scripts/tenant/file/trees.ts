/** The plain trees that a business file shows, and names in its languages on their way in and out. */
import type { Names } from '../../../scheduling/business';

export type Leaf = string | number | boolean;
export type Sheet = Leaf | readonly Sheet[] | { readonly [key: string]: Sheet };
export type Tree = Readonly<Record<string, Sheet>>;
export type Loose = Readonly<Record<string, Sheet | undefined>>;

/** Without what is undefined. */
export function pruned(tree: Loose): Tree {
  return Object.fromEntries(
    Object.entries(tree).filter((entry): entry is [string, Sheet] => entry[1] !== undefined),
  );
}

export function unlessEmpty(tree: Tree): Tree | undefined {
  return Object.keys(tree).length === 0 ? undefined : tree;
}

/** One text where it is the same in every language. */
export function nameText(names: Names, languages: readonly string[]): Sheet {
  const [first = ''] = languages;
  const same = languages.every((language) => names[language] === names[first]);
  return same ? (names[first] ?? '') : inLanguages(names, languages);
}

export function inLanguages<Word extends Sheet>(
  words: Readonly<Record<string, Word>>,
  languages: readonly string[],
): Tree {
  return pruned(Object.fromEntries(languages.map((language) => [language, words[language]])));
}

/** One text is the name in every language. */
export function namesOf(
  name: string | Readonly<Record<string, string>>,
  languages: readonly string[],
): Names {
  return typeof name === 'string' ? Object.fromEntries(languages.map((language) => [language, name])) : name;
}
