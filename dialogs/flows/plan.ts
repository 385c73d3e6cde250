/** Several things at once: what and for whom is told; where and when is asked; all of it is held, read back, and booked with one yes. */
import { attendeeNames } from './plan/names';
import { name } from '../asks/name';
import { phone } from '../asks/phone';
import { listFact, say, serviceFact } from '../facts';
import { ask, type Flow } from '../flow';
import { keepAsset, keepName, keepPhone } from './booking/customer';
import { assetForAll, items, placeForAll, planWhen } from './plan/asks';
import { keepAssets } from './plan/assets';
import { confirmPlan, sayPlanBooked } from './plan/confirm';
import { holdBefore, holdPlan } from './plan/hold';
import { servicesIn } from './plan/items';
import { readBackPlan } from './plan/readBack';

export const plan: Flow = {
  id: 'plan',
  version: 1,
  drafts: true,
  steps: [
    ask(items),
    ask(placeForAll),
    ask(assetForAll),
    ask(planWhen),
    ask(attendeeNames),
    keepAsset,
    keepAssets,
    holdBefore,
    holdPlan,
    ask(name),
    ask(phone),
    keepName,
    keepPhone,
    readBackPlan,
    confirmPlan,
    sayPlanBooked,
  ],
  resumes: ({ slots }, { business }) => {
    const names = servicesIn(business, slots).flatMap((id) => serviceFact(business, id) ?? []);
    return say('plan.resume', { services: listFact(names, 'and') });
  },
};
