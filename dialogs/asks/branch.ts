/** Asking which branch: only those that do the service; an only one, or the one where the wished person works, is assumed. */
import type { Branch, Business, Resource, Service } from '../../scheduling/business';
import { branchFact, nameFact, say, serviceFact, serviceOf } from '../facts';
import type { Ask, Question, Scene } from '../flow';
import { slotText } from '../turn';

export const branch: Ask = {
  slot: 'branch',
  hear: (said) => (said.slot === 'branch' ? { branch: said.value } : null),
  settle: async (scene) => {
    const { business } = scene.world;
    const possible = branchesFor(business, serviceOf(business, slotText(scene.settled, 'service')));
    const wished = slotText(scene.frame.slots, 'branch');
    const chosen = possible.find((each) => each.id === wished);
    const assumed = wished === undefined ? (branchOfPerson(scene, possible) ?? only(possible)) : undefined;
    const settled = chosen ?? assumed;
    if (settled) return { kind: 'settled', value: settled.id };
    return { kind: 'open', question: whichBranch(scene, possible, wished) };
  },
};

/** Branches with everything that the service needs; all of them where the service is not known. */
export function branchesFor(business: Business, service: Service | undefined): readonly Branch[] {
  if (!service) return business.branches;
  const has = (branch: Branch, id: string): boolean => resourceOf(business, id)?.branch === branch.id;
  return business.branches.filter((branch) =>
    service.needs.every(({ pool }) => pool.some((id) => has(branch, id))),
  );
}

export function resourceOf(business: Business, id: string | undefined): Resource | undefined {
  return business.resources.find((each) => each.id === id);
}

function branchOfPerson(scene: Scene, possible: readonly Branch[]): Branch | undefined {
  const person = resourceOf(scene.world.business, slotText(scene.frame.slots, 'person'));
  return person && possible.find((each) => each.id === person.branch);
}

function only(branches: readonly Branch[]): Branch | undefined {
  return branches.length === 1 ? branches[0] : undefined;
}

function whichBranch(scene: Scene, possible: readonly Branch[], wished: string | undefined): Question {
  const { business } = scene.world;
  const elsewhere = say('ask.branchElsewhere', {
    branch: branchFact(business, wished),
    service: serviceFact(business, slotText(scene.settled, 'service')),
  });
  const example = possible[0];
  return {
    asking: 'branch',
    says: [...(wished === undefined ? [] : [elsewhere]), say('ask.branch')],
    again: [say('ask.branch')],
    hint: say('ask.branchHint', { example: example && nameFact(example.names) }),
    choices: possible.map(({ id, names }) => ({
      label: nameFact(names),
      acts: [{ act: 'inform', slot: 'branch', value: id }],
    })),
  };
}
