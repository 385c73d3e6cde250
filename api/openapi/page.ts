/** The API as a page to read: plain HTML out of the document, with no script and nothing from elsewhere. */
import type { Json } from './document';

interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly operationId: string;
  readonly security: readonly Json[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Json;
}

type Content = Readonly<Record<string, { readonly schema: Json }>>;

interface Document {
  readonly info: { readonly title: string; readonly summary: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

/** @param document what `openApi` made */
export function docsPage(document: Json): string {
  const { info, paths, components } = document as unknown as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const schemas = Object.entries(components.schemas);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)} API</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<header><h1>${escaped(info.title)} API</h1><p>${escaped(info.summary)}</p>
<p>Errors are <code>application/problem+json</code> with a stable <code>code</code>. The whole document:
<a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p></header>
<nav aria-label="Addresses"><ul>
${operations.map(({ path, method, operation }) => `<li><a href="#${operation.operationId}">${title(method, path)}</a></li>`).join('\n')}
</ul></nav>
<main>
${operations.map(({ path, method, operation }) => section(path, method, operation)).join('\n')}
<h2>Shapes</h2>
${schemas.map(([name, schema]) => `<section id="${escaped(name)}"><h3>${escaped(name)}</h3>${fields(schema)}</section>`).join('\n')}
</main>
</body>
</html>
`;
}

function section(path: string, method: string, operation: Operation): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  return `<section id="${operation.operationId}">
<h2>${title(method, path)}</h2>
<p>${marked(summary)}${description === undefined ? '' : ` ${marked(description)}`}</p>
<p>${access(operation.security)}</p>
${parameters.length > 0 ? table('Parameters', parameters.map(parameterRow)) : ''}
${requestBody ? `<h3>Body</h3>${bodies(requestBody.content)}` : ''}
${table('Answers', Object.entries(responses).map(answerRow))}
</section>`;
}

function title(method: string, path: string): string {
  return `<code>${method.toUpperCase()} ${escaped(path)}</code>`;
}

function access(security: readonly Json[]): string {
  if (security.length === 0) return 'Open to everybody.';
  const key = '<code>Authorization: Bearer</code> with an API key';
  return security.length > 1 ? `Needs <code>X-Tenant</code>, or ${key}.` : `Needs ${key}.`;
}

function parameterRow({ name, in: where, required, description, schema }: Parameter): readonly string[] {
  const needed = required ? 'required' : 'optional';
  return [`<code>${escaped(name)}</code>`, `${where}, ${needed}`, type(schema), marked(description ?? '')];
}

function answerRow([status, { description, content = {} }]: [
  string,
  Operation['responses'][string],
]): readonly string[] {
  const shapes = Object.values(content).map(({ schema }) => type(schema));
  return [escaped(status), marked(description), shapes.join(', ')];
}

function bodies(content: Content): string {
  return Object.values(content)
    .flatMap(({ schema }) => (schema['anyOf'] as readonly Json[] | undefined) ?? [schema])
    .map(fields)
    .join('<p>or</p>');
}

/** The properties of an object, one a row; of anything else its type. */
function fields(schema: Json): string {
  const properties = schema['properties'] as Readonly<Record<string, Json>> | undefined;
  if (!properties) return `<p>${type(schema)}</p>`;
  const required = (schema['required'] as readonly string[] | undefined) ?? [];
  return table(
    null,
    Object.entries(properties).map(([name, property]) => [
      `<code>${escaped(name)}</code>`,
      required.includes(name) ? 'always' : 'optional',
      type(property),
      marked(textOf(property['description'])),
    ]),
  );
}

function type(schema: Json): string {
  const reference = textOf(schema['$ref']).split('/').at(-1) ?? '';
  if (reference !== '') return `<a href="#${escaped(reference)}">${escaped(reference)}</a>`;
  if (Array.isArray(schema['enum']))
    return schema['enum'].map((one) => `<code>${escaped(String(one))}</code>`).join(' ');
  if (schema['const'] !== undefined) return `<code>${escaped(textOf(schema['const']))}</code>`;
  if (Array.isArray(schema['anyOf'])) return (schema['anyOf'] as readonly Json[]).map(type).join(' or ');
  if (schema['type'] === 'array') return `list of ${type(schema['items'] as Json)}`;
  if (schema['properties'] !== undefined) return `object${fields(schema)}`;
  const kinds = Array.isArray(schema['type']) ? schema['type'].join(' or ') : textOf(schema['type']);
  return escaped([kinds || 'anything', textOf(schema['format'])].filter(Boolean).join(', '));
}

function table(caption: string | null, rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  const heading = caption === null ? '' : `<h3>${caption}</h3>`;
  return `${heading}<div class="wide"><table><tbody>\n${cells}\n</tbody></table></div>`;
}

/** Words between backticks are code. */
function marked(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
