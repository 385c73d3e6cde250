/** What a business answers to questions in its own words: a text for each topic and language. */
import type { Migration } from './migration';

const up = `
CREATE TABLE articles (
  tenant_id uuid NOT NULL REFERENCES tenants,
  -- parking, payment, warranty …
  topic text NOT NULL,
  language text NOT NULL,
  text text NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (tenant_id, topic, language)
);
ALTER TABLE articles ENABLE ROW LEVEL SECURITY;
ALTER TABLE articles FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON articles USING (tenant_id = current_setting('app.tenant')::uuid);
CREATE POLICY relay ON articles TO nobat_relay USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON articles TO nobat_app;
`;

export const articles: Migration = {
  name: '0026-articles',
  as: 'owner',
  up: () => up,
  down: 'DROP TABLE articles;',
};
