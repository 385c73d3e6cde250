/** Whether a business knows a class of vehicle: one it does not know would quietly take the plain time, and be too short. */
import { Unprocessable } from '../../platform/errors';
import type { Business } from '../../scheduling/business';

/** @throws Unprocessable `unknown-vehicle` with what is allowed */
export function assertVehicle(
  { assets }: Pick<Business, 'assets'>,
  given: string | undefined,
  place: string,
): void {
  const allowed = assets?.classes.map(({ id }) => id) ?? [];
  if (given === undefined || allowed.includes(given)) return;
  const rule =
    allowed.length === 0
      ? 'left out: no class of vehicle takes longer here'
      : `one of ${allowed.join(', ')}, or left out`;
  throw new Unprocessable('unknown-vehicle', `${place}: no class of vehicle is called ${given}`, {
    place,
    value: given,
    rule,
    allowed,
  });
}
