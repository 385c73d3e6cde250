/** Whether a day's opening hours leave room for the hours wished, and how they are told. */
import type { LocalDate } from '../../../scheduling/business';
import { durationOf } from '../../../scheduling/duration';
import { timeOfMinute } from '../../../scheduling/localDate';
import { hoursOn } from '../../../scheduling/openingHours';
import type { Moment } from '../../../understanding/moment';
import type { Fact } from '../../../locales/saying';
import { branchToTell, businessFact, listFact, timeFact, words } from '../../facts';
import { hoursFit } from './hours';
import type { Place } from './place';

/** No start of the grid that ends before closing lies in the hours wished, whatever is free. */
export function neverOpenThen(place: Place, wish: Moment, date: LocalDate): boolean {
  const { business } = place.scene.world;
  const minutes = durationOf(business, place.service, place.assetClass);
  const inHours = hoursFit(wish);
  return hoursOn(place.branch, date).every(({ from, to }) => {
    for (let at = from; at + minutes <= to; at += business.policy.gridMinutes)
      if (inHours(timeOfMinute(at))) return false;
    return true;
  });
}

/** "08:00–17:00"; undefined on a closed day. */
export function hoursToTell({ branch }: Place, date: LocalDate): Fact | undefined {
  const spans = hoursOn(branch, date).map(({ from, to }) =>
    words('when.span', { from: timeFact(timeOfMinute(from)), to: timeFact(timeOfMinute(to)) }),
  );
  return listFact(spans, 'and');
}

/** The branch, where there are several; else the business. */
export function placeName({ scene, branch }: Place): Fact {
  const { business } = scene.world;
  return branchToTell(business, branch.id) ?? businessFact(business);
}
