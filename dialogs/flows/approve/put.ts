/** What is put to the customer: one version of an estimate, with those of its lines that they can answer. */
import type { EstimateLineView, EstimateView } from '../../../commands/visitTypes';
import type { Fact } from '../../../locales/saying';
import { assetText } from '../../asks/asset';
import { listFact, moneyFact, words } from '../../facts';
import { isRecord } from '../../json';
import type { Json, World } from '../../talk';
import { slotText } from '../../turn';

// types, not interfaces: they are stored, and only types are checked to be plain JSON
export type PutLine = {
  readonly id: number;
  readonly title: string;
  /** Minor units. */
  readonly amount: number;
};

export type Put = {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  /** As its owner would say it; null where the visit is about no thing. */
  readonly asset: string | null;
  readonly lines: readonly PutLine[];
  /** Its lines were refused before, and may be approved after all. */
  readonly anew: boolean;
};

/** Open lines; where all are answered those that were refused; null where there is nothing left to ask. */
export function putFrom(view: EstimateView): Put | null {
  if (view.kind !== 'work') return null;
  const open = view.lines.filter(({ status }) => status === 'open');
  const lines = open.length > 0 ? open : view.lines.filter(({ status }) => status === 'declined');
  if (lines.length === 0) return null;
  const { id, reference, version } = view;
  const asset = view.asset === null ? null : assetText(view.asset);
  return { id, reference, version, asset, lines: lines.map(lineOf), anew: open.length === 0 };
}

function lineOf({ id, title, amount }: EstimateLineView): PutLine {
  return { id, title, amount };
}

/** As a frame keeps it: plain data that was made here. */
export function putIn(value: Json | undefined): Put | null {
  if (!isRecord(value) || typeof value['version'] !== 'number' || !Array.isArray(value['lines'])) return null;
  return slotText(value, 'id') === undefined ? null : (value as unknown as Put);
}

export function linesFact({ business }: World, lines: readonly PutLine[]): Fact | undefined {
  return listFact(
    lines.map(({ title, amount }) => words('estimate.line', { title, amount: moneyFact(business, amount) })),
    'lines',
  );
}

/** Minor units. */
export function sumOf(lines: readonly PutLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}
