/** What is different between two businesses, line by line as their files would show it. */
import { stringify } from 'yaml';
import type { Sheet, Tree } from './file/trees';

export interface Change {
  /** `services.oil-change.price` */
  readonly path: string;
  /** Absent where it is new. */
  readonly before?: Sheet;
  /** Absent where it is taken away. */
  readonly after?: Sheet;
}

/** Told whole: `mon-fri` may become `mon-thu`, which is one change of the week. */
const WHOLE = ['hours', 'cancellation', 'limits', 'customer-limits', 'sms', 'whatsapp', 'voice'];

/** None if the two say the same, whatever the files looked like. */
export function changesBetween(before: Tree, after: Tree, path: readonly string[] = []): readonly Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changes = keys.flatMap((key) => changeOf(before[key], after[key], [...path, key]));
  return [...changes, ...orderChange(before, after, path)];
}

function changeOf(
  before: Sheet | undefined,
  after: Sheet | undefined,
  path: readonly string[],
): readonly Change[] {
  if (isSame(before, after)) return [];
  if (isTree(before) && isTree(after) && !WHOLE.includes(path.at(-1) ?? ''))
    return changesBetween(before, after, path);
  return [
    {
      path: path.join('.'),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ];
}

/** What is offered is shown in the order of the file. */
function orderChange(before: Tree, after: Tree, path: readonly string[]): readonly Change[] {
  const common = (tree: Tree, other: Tree): string[] => Object.keys(tree).filter((key) => key in other);
  const [old, next] = [common(before, after), common(after, before)];
  if (path.length !== 1 || isSame(old, next)) return [];
  return [{ path: `${path.join('.')} (order)`, before: old, after: next }];
}

function isTree(sheet: Sheet | undefined): sheet is Tree {
  return typeof sheet === 'object' && !Array.isArray(sheet);
}

/** The order of keys is told elsewhere. */
function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** `~ services.oil-change.price: 89 → 95` */
export function changeText({ path, before, after }: Change): string {
  if (before === undefined) return `+ ${path}: ${sheetText(after)}`;
  if (after === undefined) return `- ${path}: ${sheetText(before)}`;
  return `~ ${path}: ${sheetText(before)} → ${sheetText(after)}`;
}

function sheetText(sheet: Sheet | undefined): string {
  const options = {
    collectionStyle: 'flow',
    lineWidth: 0,
    singleQuote: true,
    flowCollectionPadding: true,
  } as const;
  return typeof sheet === 'object' ? stringify(sheet, options).trimEnd() : String(sheet);
}
