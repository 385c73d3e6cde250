/** How the articles of a business are read and written along with it. */

/** For a query over `tenants AS t`: `[{topic, texts}]` in the order of the file. */
export const ARTICLES_OF_TENANT = `
(SELECT coalesce(jsonb_agg(jsonb_build_object('topic', one.topic, 'texts', one.texts) ORDER BY one.position), '[]')
  FROM (SELECT a.topic, min(a.position) AS position, jsonb_object_agg(a.language, a.text) AS texts FROM articles AS a
    WHERE a.tenant_id = t.tenant_id GROUP BY a.topic) AS one)`;

/** $1 is the tenant and $2 the business as JSON. */
export const ARTICLES = `
INSERT INTO articles (tenant_id, topic, language, text, position)
SELECT $1, article ->> 'topic', one.key, one.value, place
FROM jsonb_array_elements(coalesce($2::jsonb -> 'articles', '[]')) WITH ORDINALITY AS each (article, place),
  jsonb_each_text(article -> 'texts') AS one`;
