/** What a caller wishes for in a plan, in the words of the commands. */
import type { BookPlanInput } from '../../commands';
import { classOf } from '../../commands/keepAsset';
import type { PlanItemInput } from '../../commands/plans/types';
import type { Business } from '../../scheduling/business';
import { assetInput, startOf } from '../bookings/wish';
import type { ChosenBody, ItemBody } from './schema';

/** Nothing is kept of an asset that is only asked about: it is told from the others by how it was said. */
export function askedItem(item: ItemBody, business: Business): PlanItemInput {
  const { asset } = item;
  const assetClass = asset && classOf(business, assetInput(asset));
  return {
    ...plainItem(item),
    ...(asset ? { assetId: asset.plate ?? asset.label } : {}),
    ...(assetClass === undefined ? {} : { assetClass }),
  };
}

export function chosenItem(
  { start, ...item }: ChosenBody,
  business: Business,
  branch: string,
): BookPlanInput['items'][number] {
  const { asset } = item;
  return {
    ...plainItem(item),
    ...startOf(start, business, branch),
    ...(asset ? { asset: assetInput(asset) } : {}),
  };
}

/** Without what was left out: the schema names it as undefined. */
function plainItem({
  id,
  service,
  attendee,
  resource,
  samePersonAs,
  with: other,
  after,
}: ItemBody): PlanItemInput {
  return {
    id,
    service,
    ...(attendee === undefined ? {} : { attendee }),
    ...(resource === undefined ? {} : { person: resource }),
    ...(samePersonAs === undefined ? {} : { samePersonAs }),
    ...(other === undefined ? {} : { with: other }),
    ...(after === undefined ? {} : { after }),
  };
}
