/** The text of a business file becomes a business, or a list of all that is wrong with it. */
import type { BusinessDefinition } from '../../../models/businessDefinition';
import { build } from './build';
import { readDocument, type Path } from './document';
import { isObject, readEntries } from './entries';
import { Findings, nameOf } from './findings';
import { inOrder, type Problem } from './problem';
import { checkReferences } from './references';

export type ReadFile =
  | {
      readonly kind: 'read';
      readonly definition: BusinessDefinition;
      /** A fault that only the database knows of, at its place in the file. */
      readonly fault: (path: Path, rule: string) => Problem;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Every fault is found in one reading, as far as YAML itself can be made out. */
export function readBusinessFile(text: string): ReadFile {
  const document = readDocument(text);
  if (document.problems.length > 0) return { kind: 'refused', problems: inOrder(document.problems) };
  const findings = new Findings(document);
  const entries = readEntries(document.value, findings);
  if (isObject(document.value)) checkReferences(entries, findings);
  if (findings.problems.length > 0 || entries.header === null)
    return { kind: 'refused', problems: inOrder(findings.problems) };
  return {
    kind: 'read',
    definition: build(entries.header, entries),
    fault: (path, rule) => ({ ...document.place(path, 'value'), path: nameOf(path), value: null, rule }),
  };
}
