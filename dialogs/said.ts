/** What was said: an act with the message that it came in. */
import type { Act, ActOf } from '../understanding/acts';
import type { Heard } from './talk';
import type { Turn } from './turn';

export interface Said {
  readonly act: Act;
  readonly message: Heard;
}

/** Takes from what was said what it can deal with, and gives back what is left. */
export type Hearing = (turn: Turn, said: readonly Said[]) => Promise<readonly Said[]>;

/** Whether any message did this. */
export function says(said: readonly Said[], act: Act['act']): boolean {
  return said.some((each) => each.act.act === act);
}

/** All but the acts of these kinds. */
export function without(said: readonly Said[], ...acts: readonly Act['act'][]): readonly Said[] {
  return said.filter((each) => !acts.includes(each.act.act));
}

/** The acts of one kind, in the order in which they were said. */
export function actsOf<A extends Act['act']>(said: readonly Said[], name: A): readonly ActOf<A>[] {
  return said.map(({ act }) => act).filter((act): act is ActOf<A> => act.act === name);
}
