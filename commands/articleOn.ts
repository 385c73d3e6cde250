/** What the business says on a topic in its own words. */
import type { CommandContext } from './types';
import type { ArticleView } from './visitTypes';

/**
 * In the language asked for, else in the business's first that has it. Null where the business says nothing on it: then nothing is
 * made up. No round trip: articles come with the business.
 */
export function articleOn(
  { business }: Pick<CommandContext, 'business'>,
  topic: string,
  language: string | null,
): ArticleView | null {
  const article = business.articles?.find((each) => each.topic === topic);
  if (!article) return null;
  const spoken = [...(language === null ? [] : [language]), ...business.languages];
  const found = [...spoken, ...Object.keys(article.texts)].find((each) => article.texts[each] !== undefined);
  const text = found === undefined ? undefined : article.texts[found];
  return found === undefined || text === undefined ? null : { topic, text, language: found };
}
