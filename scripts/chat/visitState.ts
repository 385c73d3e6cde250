/** Orders and estimates of the customer of a conversation file, in the shape that `expect:` lines read. */
import { estimateView } from '../../commands/estimateViews';
import { toMajor } from '../../locales/money';
import { estimatesOfCustomer } from '../../models/statements/estimates';
import { ordersOfCustomer } from '../../models/statements/orders';
import type { Tx } from '../../platform/database';
import type { Business } from '../../scheduling/business';

export interface OrderState {
  readonly stage: string;
  /** As the customer would say it. */
  readonly asset: string | null;
}

export interface EstimateState {
  readonly version: number;
  readonly status: string;
  /** Major units, as are the amounts. */
  readonly total: number;
  readonly lines: readonly { readonly title: string; readonly amount: number; readonly status: string }[];
}

/** All of them, oldest first. */
export async function readOrders(tx: Tx, customerId: string): Promise<readonly OrderState[]> {
  const orders = await ordersOfCustomer(tx, customerId, null, 0);
  return [...orders].reverse().map(({ stage, booking: { asset } }) => ({
    stage,
    asset: asset && [asset.label, asset.plate].filter((part) => part !== null).join(' '),
  }));
}

/** All of them, oldest first, each in its newest version. */
export async function readEstimates(
  tx: Tx,
  business: Business,
  customerId: string,
  now: number,
): Promise<readonly EstimateState[]> {
  const estimates = await estimatesOfCustomer(tx, customerId, null);
  const major = (minor: number): number => toMajor(minor, business.currency);
  return [...estimates].reverse().map((record) => {
    const { version, status, total, lines } = estimateView(record, business, now);
    const told = lines.map((line) => ({
      title: line.title,
      amount: major(line.amount),
      status: line.status,
    }));
    return { version, status, total: major(total), lines: told };
  });
}
