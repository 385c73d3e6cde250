/** Claims about who can serve at a branch. */
import { overlap, poolsOf, resourcesOf } from './pools';
import { serviceOf, workshop } from './workshop.fixture';

const oilChange = { business: workshop, service: serviceOf('oil-change') };

function idsOf(branch: string, person?: string): string[][] | string {
  const found = poolsOf({ ...oilChange, branch, person });
  return found.kind === 'none'
    ? found.reason.code
    : found.pools.map((pool) => pool.resources.map((each) => each.id));
}

test('each requirement has the resources of the branch, in the order of preference', () => {
  expect(idsOf('mitte')).toEqual([
    ['ali', 'jana'],
    ['lift-1', 'lift-2'],
  ]);
  expect(idsOf('nord')).toEqual([['tom'], ['lift-3']]);
});

test('a wished person stands alone', () => {
  expect(idsOf('mitte', 'jana')).toEqual([['jana'], ['lift-1', 'lift-2']]);
});

test('a person of another branch, without the skill, or nobody at all is a reason with a name', () => {
  expect(poolsOf({ ...oilChange, branch: 'mitte', person: 'tom' })).toEqual({
    kind: 'none',
    reason: { code: 'wrong-branch', resource: 'tom', branch: 'nord' },
  });
  expect(
    poolsOf({ business: workshop, service: serviceOf('course'), branch: 'mitte', person: 'ali' }),
  ).toEqual({
    kind: 'none',
    reason: { code: 'wrong-person', resource: 'ali' },
  });
  expect(poolsOf({ business: workshop, service: serviceOf('course'), branch: 'nord' })).toEqual({
    kind: 'none',
    reason: { code: 'no-resource', kind: 'room' },
  });
});

test('busy time matters of everybody who could serve, at one branch or all', () => {
  expect(resourcesOf({ ...oilChange, branch: 'nord' })).toEqual(['lift-3', 'tom']);
  expect(resourcesOf(oilChange)).toEqual(['ali', 'jana', 'lift-1', 'lift-2', 'lift-3', 'tom']);
  expect(resourcesOf({ ...oilChange, person: 'jana' })).toEqual(['jana', 'lift-1', 'lift-2']);
});

test('two requirements on one pool have to be matched together', () => {
  const twoPeople = {
    ...serviceOf('oil-change'),
    needs: serviceOf('oil-change')
      .needs.slice(0, 1)
      .flatMap((need) => [need, need]),
  };
  const found = [oilChange.service, twoPeople].map((service) =>
    poolsOf({ business: workshop, service, branch: 'mitte' }),
  );
  expect(found.map((each) => each.kind === 'pools' && overlap(each.pools))).toEqual([false, true]);
});
