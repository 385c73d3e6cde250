/** The house's own lint rules: SQL never asks for the time or a zone, and no function of a test is too long either. */

const LOOKS_LIKE_SQL =
  /(^|[;(]|\bAS\b|\n)\s*(select|with|insert\s+into|update|delete\s+from|create|alter|values|do|begin|return|set)\b/i;
const ASKS_FOR_TIME =
  /\b(now\s*\(|(current_(timestamp|date|time)|localtime(stamp)?)\b|(clock|statement|transaction)_timestamp\s*\(|timeofday\s*\(|at\s+time\s+zone\b)/i;

/** Instants are parameters from platform/clock, zones are computed in Node alone (DESIGN, laws of the data, 6). */
const sqlWithoutClock = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { clock: 'SQL never says {{found}}: pass the instant as a parameter, compute zones in Node.' },
  },
  create(context) {
    const check = (node, text) => {
      const found = LOOKS_LIKE_SQL.test(text) ? ASKS_FOR_TIME.exec(text)?.[0] : undefined;
      if (found !== undefined) context.report({ node, messageId: 'clock', data: { found } });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateLiteral: (node) => check(node, node.quasis.map((part) => part.value.raw).join(' ? ')),
    };
  },
};

/** A `describe` is a chapter, not a function: it may be as long as its file; everything inside may not. */
const shortFunctions = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { max: { type: 'integer' } }, additionalProperties: false }],
    messages: { long: 'This function has {{lines}} lines; at most {{max}} are allowed.' },
  },
  create(context) {
    const max = context.options[0]?.max ?? 60;
    const check = (node) => {
      const lines = node.loc.end.line - node.loc.start.line + 1;
      if (lines > max && !isChapter(node)) context.report({ node, messageId: 'long', data: { lines, max } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

function isChapter(node) {
  const call = node.parent;
  if (call?.type !== 'CallExpression') return false;
  const callee = call.callee.type === 'CallExpression' ? call.callee.callee : call.callee;
  const name = callee.type === 'MemberExpression' ? callee.object.name : callee.name;
  return name === 'describe';
}

export default { rules: { 'sql-without-clock': sqlWithoutClock, 'short-functions': shortFunctions } };
