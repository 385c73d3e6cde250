/** The message that tells a customer an estimate: every line with its price, and the total. */
import type { OrderRecord } from '../models/statements/orders';
import { assetFact, notify } from './orderNotices';
import type { CommandContext } from './types';

export interface ToldEstimate {
  readonly reference: string;
  readonly version: number;
  readonly lines: readonly { readonly title: string; readonly amount: number }[];
}

/** Answers the id of the message; null where the team was asked to call instead. */
export function tellEstimate(
  context: CommandContext,
  { id, booking }: OrderRecord,
  estimate: ToldEstimate,
  key: string,
): Promise<string | null> {
  const { currency } = context.business;
  const { reference, version, lines } = estimate;
  const asset = assetFact(booking.asset);
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return notify(context, {
    customerId: booking.customerId,
    conversationId: booking.conversationId,
    saying: {
      key: version === 1 ? 'estimate.sent' : 'estimate.changed',
      with: {
        ...(asset === undefined ? {} : { asset }),
        reference: { kind: 'code', text: reference },
        lines: { kind: 'list', joined: 'lines', items: lines.map((line) => lineFact(line, currency)) },
        total: { kind: 'money', minor: total, currency },
      },
    },
    instead: `Ask the customer of ${booking.reference} about estimate ${reference}, version ${String(version)}`,
    key: `${id}/${key}`,
  });
}

function lineFact({ title, amount }: ToldEstimate['lines'][number], currency: string): object {
  const facts = { title: title.trim(), amount: { kind: 'money', minor: amount, currency } };
  return { kind: 'saying', saying: { key: 'estimate.line', with: facts } };
}
