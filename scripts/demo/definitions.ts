/** Reads a demo business from its file, by the very road that everybody's own business takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiKeyHash } from '../../models/apiKey';
import type { BusinessDefinition } from '../../models/businessDefinition';
import { problemText } from '../tenant/file/problem';
import { readBusinessFile } from '../tenant/file/read';

/** With the well-known key of the demo, which no file holds. Throws for a file with faults. */
export function demoBusiness(slug: string): BusinessDefinition {
  const file = join(__dirname, `${slug}.yaml`);
  const found = readBusinessFile(readFileSync(file, 'utf8'));
  if (found.kind === 'refused')
    throw new Error(found.problems.map((problem) => problemText(file, problem)).join('\n'));
  return { ...found.definition, apiKeyHash: apiKeyHash(`demo-${slug}`) };
}
