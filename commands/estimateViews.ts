/** Estimates as those above see them: totals, what was answered, and the last day on which a price stands. */
import { createHash } from 'node:crypto';
import type { EstimateLineRecord, EstimateRecord } from '../models/statements/estimates';
import type { NewLine } from '../models/statements/estimateVersions';
import type { Millis } from '../platform/clock';
import type { Business } from '../scheduling/business';
import { minuteOf } from '../scheduling/localDate';
import { toLocalDate } from '../scheduling/zone';
import type { EstimateLineView, EstimateStatus, EstimateView } from './visitTypes';

export function estimateView(estimate: EstimateRecord, business: Business, now: Millis): EstimateView {
  const { lines, validUntil } = estimate;
  const zone = business.branches[0]?.zone ?? 'UTC';
  return {
    id: estimate.id,
    reference: estimate.reference,
    kind: estimate.kind,
    version: estimate.version,
    status: statusOf(estimate, now),
    lines: lines.map((line) => lineView(line, business)),
    total: sum(lines.map(({ amount }) => amount)),
    totalMost: sum(lines.map(({ most }) => most)),
    approvedTotal: sum(lines.filter(({ status }) => status === 'approved').map(({ amount }) => amount)),
    currency: business.currency,
    validUntil,
    validUntilDay: validUntil === null ? null : toLocalDate(minuteOf(validUntil), zone),
    assetClass: estimate.assetClass,
    orderId: estimate.orderId,
    asset: estimate.asset,
    createdAt: estimate.createdAt,
  };
}

function lineView(line: EstimateLineRecord, { services }: Business): EstimateLineView {
  const { number: id, title, service, amount, most, status } = line;
  const titleNames = services.find((each) => each.id === service)?.names ?? null;
  return { id, title, titleNames, service, amount, most, status };
}

function statusOf({ kind, lines, validUntil }: EstimateRecord, now: Millis): EstimateStatus {
  if (kind === 'price') {
    if (lines.every(({ bookingId }) => bookingId !== null)) return 'booked';
    return validUntil !== null && validUntil < now ? 'expired' : 'open';
  }
  const answered = lines.filter(({ status }) => status !== 'open');
  if (answered.length === 0) return 'open';
  if (answered.length < lines.length) return 'partly-answered';
  const [first] = lines;
  if (first && lines.every(({ status }) => status === first.status))
    return first.status === 'declined' ? 'declined' : 'approved';
  return 'partly-approved';
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

type DigestedLine = Pick<NewLine, 'title' | 'service' | 'amount' | 'most'>;

/** SHA-256 over what a version asks for: evidence that its lines are what was shown. Answers are no part of it. */
export function digestOf(estimate: {
  readonly reference: string;
  readonly version: number;
  readonly currency: string;
  readonly lines: readonly DigestedLine[];
}): string {
  const { reference, version, currency } = estimate;
  const lines = estimate.lines.map(({ title, service, amount, most }) => [title, service, amount, most]);
  return createHash('sha256')
    .update(JSON.stringify([reference, version, currency, lines]))
    .digest('hex');
}

/** Whether a version still is what it was when it was made. */
export function isUntouched(estimate: EstimateRecord, { currency }: Business): boolean {
  return digestOf({ ...estimate, currency }) === estimate.digest;
}
