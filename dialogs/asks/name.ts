/** Asking for a name, unless it is known; a name that differs from the known one is the name of who comes. */
import { attendeeIn, attendeeText } from '../attendee';
import { say } from '../facts';
import type { Ask, Scene } from '../flow';
import { slotText } from '../turn';

export const name: Ask = {
  slot: 'name',
  hear: (said) => (said.slot === 'name' ? { name: said.value } : null),
  settle: async (scene) => {
    const said = slotText(scene.frame.slots, 'name');
    const settled = said ?? scene.world.customer.name;
    if (settled !== null) return { kind: 'settled', value: settled };
    const question = {
      asking: 'name',
      says: [say('ask.name')],
      hint: say('ask.nameHint'),
      choices: [],
    } as const;
    return { kind: 'open', question };
  },
};

/** The name to keep for the customer: said in this request by somebody who had none before it. */
export function newName(scene: Scene): string | null {
  const said = slotText(scene.frame.slots, 'name');
  if (said === undefined) return null;
  return scene.world.customer.name === null || 'named' in scene.frame.facts ? said : null;
}

/** Who writes: as they said, or as they are known. */
export function writersName(scene: Scene): string | undefined {
  const said = slotText(scene.frame.slots, 'name');
  return newName(scene) ?? scene.world.customer.name ?? said;
}

/** Who comes, where that is somebody else than the customer who writes. */
export function attendee(scene: Scene): string | undefined {
  const told = attendeeIn(scene.frame.slots['attendee']);
  if (told) return attendeeText(told) ?? undefined;
  const said = slotText(scene.frame.slots, 'name');
  const known = scene.world.customer.name;
  if (said === undefined || known === null || 'named' in scene.frame.facts) return undefined;
  return isPartOf(said, known) ? undefined : said;
}

/** "Ada" is Ada Lovelace. */
export function isPartOf(said: string, known: string): boolean {
  const names = known.toLowerCase().split(/\s+/);
  return said
    .toLowerCase()
    .split(/\s+/)
    .every((each) => names.includes(each));
}
