/** What is wrong with a business file: where it stands, what stands there, and the rule it breaks. */

export interface Problem {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** `services.oil-change.price`; empty for the file as a whole. */
  readonly path: string;
  /** As it stands in the file, shortened; null where something is missing. */
  readonly value: string | null;
  /** One sentence. */
  readonly rule: string;
}

/** `my-shop.yaml:14:12: services.oil-change.price must be an amount such as 89 or 89.50; it is "free".` */
export function problemText(file: string, { line, column, rule }: Problem): string {
  return `${file}:${String(line)}:${String(column)}: ${rule}`;
}

/** In the order in which they stand in the file. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((left, right) => left.line - right.line || left.column - right.column);
}
