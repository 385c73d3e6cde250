/** An estimate as the outside sees it: amounts in major units. */
import type { z } from 'zod';
import type { EstimateView } from '../../commands/visitTypes';
import { nameIn } from '../../locales';
import { toMajor } from '../../locales/money';
import { assetOf } from '../bookings/present';
import { etagOf } from '../bookings/version';
import type { Answer } from '../idempotency/once';
import type { estimateSchema } from './schema';

export type PresentedEstimate = z.infer<typeof estimateSchema>;

export function presentEstimate(estimate: EstimateView, language: string): PresentedEstimate {
  const { currency, validUntil } = estimate;
  const major = (minor: number): number => toMajor(minor, currency);
  return {
    id: estimate.id,
    reference: estimate.reference,
    kind: estimate.kind,
    order: estimate.orderId,
    version: estimate.version,
    status: estimate.status,
    lines: estimate.lines.map(({ id, title, titleNames, service, amount, most, status }) => ({
      line: id,
      title: titleNames === null ? title : nameIn(titleNames, language),
      service,
      amount: major(amount),
      most: major(most),
      status,
    })),
    total: major(estimate.total),
    totalMost: major(estimate.totalMost),
    currency,
    validUntil: validUntil === null ? null : new Date(validUntil).toISOString(),
    asset: assetOf(estimate),
  };
}

export function toldEstimate(estimate: EstimateView, language: string, status = 200): Answer {
  const place = status === 201 ? { Location: `/api/v1/estimates/${estimate.id}` } : {};
  const headers = { ETag: etagOf(estimate), Vary: 'Accept-Language', ...place };
  return { status, headers, body: presentEstimate(estimate, language) };
}
