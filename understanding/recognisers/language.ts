/** A wish to go on in another language: by its name in this one, or in its own. */
import type { Finding, Recogniser, Scene } from '../scene';

/** How each language calls itself, folded as messages are. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  deutsch: 'de',
  عربی: 'ar',
  العربیه: 'ar',
  بالعربی: 'ar',
  عربیه: 'ar',
  فارسی: 'fa',
};

/** A message of so few words that names a language asks for it. */
const BARE = 3;

export const LANGUAGE: Recogniser = {
  name: 'language',
  read: (scene) =>
    scene.tokens.flatMap(({ word, from, to }, place) => {
      const code = OWN_NAMES[word] ?? scene.language.languageNames.get(word);
      const own = OWN_NAMES[word] !== undefined && OWN_NAMES[word] !== scene.language.code;
      const asked = own || scene.tokens.length <= BARE || led(scene, place);
      return code !== undefined && asked && scene.claims.free(from, to) ? [finding(code, from, to)] : [];
    }),
};

function led(scene: Scene, place: number): boolean {
  return scene.language.languageLead.has(scene.tokens[place - 1]?.word ?? '');
}

function finding(value: string, from: number, to: number): Finding {
  return {
    recogniser: 'language',
    from,
    to,
    slot: 'language',
    acts: [{ act: 'inform', slot: 'language', value }],
  };
}
