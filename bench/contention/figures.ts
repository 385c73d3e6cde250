/** What the races came to: how long the worst took, and what must be zero. */
import { atMost, quantile, type Figure } from '../report';
import type { Outcome } from './run';

/** Milliseconds that the worst race of so many clients may take. */
const MUST = { clients: 32, millis: 250 };

export function raceFigures(outcomes: readonly Outcome[], floor: readonly Outcome[]): readonly Figure[] {
  return outcomes.flatMap((outcome) => {
    const { name, clients, millis } = outcome;
    const peers = floor.filter((each) => name.startsWith(each.name));
    const same = peers.find((each) => each.clients === clients);
    const value = same ? Math.max(...same.millis) : null;
    const beside = peers.length > 0 ? { peer: { name: 'plain INSERT', value } } : {};
    const worst = Math.max(...millis);
    const must =
      clients === MUST.clients && !name.endsWith('over HTTP')
        ? { must: atMost(MUST.millis, 'ms', worst) }
        : {};
    const of = `${name}, ${String(clients)} clients`;
    return [
      { name: `${of}, worst of ${String(millis.length)}`, value: worst, unit: 'ms', ...beside, ...must },
      { name: `${of}, p50`, value: quantile(millis, 0.5), unit: 'ms' },
    ];
  });
}

/** @param overlaps pairs of live times that overlap, @param deadlocks those that the database had to break */
export function faultFigures(
  outcomes: readonly Outcome[],
  floor: readonly Outcome[],
  { overlaps, deadlocks }: { readonly overlaps: number; readonly deadlocks: number },
): readonly Figure[] {
  const errors = outcomes.flatMap((each) => each.errors);
  const wrong = outcomes.filter((each) => each.wrong > 0);
  const floorErrors = floor.flatMap((each) => each.errors).length;
  const sum = wrong.reduce((total, each) => total + each.wrong, 0);
  const races = wrong.map((each) => `${each.name}, ${String(each.clients)} clients: ${String(each.wrong)}`);
  return [
    never('races with the wrong winners', sum, races),
    never('overlapping times', overlaps, []),
    {
      ...never('errors that reached a client (40P01, 5xx …)', errors.length, [...new Set(errors)]),
      peer: { name: 'plain INSERT', value: floorErrors },
    },
    { name: 'deadlocks that the database broke, retried unseen', value: deadlocks, unit: '' },
  ];
}

function never(name: string, value: number, proof: readonly string[]): Figure {
  return {
    name,
    value,
    unit: '',
    must: { rule: 'none', met: value === 0 },
    ...(proof.length > 0 ? { proof } : {}),
  };
}
