/** Books a series for somebody who is named: for the API and the desk. */
import { customerNamed, type NamedCustomer } from '../customerNamed';
import { classOf, keepAsset, type AssetInput } from '../keepAsset';
import type { CommandContext } from '../types';
import { bookSeries } from './bookSeries';
import type { BookSeriesResult, SeriesChanges, SeriesInput } from './types';

export interface BookSeriesForInput extends Omit<SeriesInput, 'assetId' | 'assetClass'>, SeriesChanges {
  readonly customer: NamedCustomer;
  readonly asset?: AssetInput;
}

export async function bookSeriesFor(
  context: CommandContext,
  { customer, asset, ...input }: BookSeriesForInput,
  key: string,
): Promise<BookSeriesResult> {
  const customerId = await customerNamed(context, customer);
  const assetClass = classOf(context.business, asset);
  const kept = asset && (await keepAsset(context, customerId, asset));
  const series = {
    ...input,
    customerId,
    conversationId: null,
    attendee: input.attendee ?? customer.name,
    ...(kept ? { assetId: kept.id } : {}),
    ...(assetClass === undefined ? {} : { assetClass }),
  };
  return bookSeries(context, series, key);
}
