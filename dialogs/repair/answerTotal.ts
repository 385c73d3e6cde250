/** "What is the total?", asked about an estimate: every line of it, and the sum. */
import type { Saying } from '../../locales/saying';
import { moneyFact, say } from '../facts';
import { answeredIn } from '../flows/approve/answers';
import { linesFact, sumOf } from '../flows/approve/put';
import type { Frame } from '../talk';
import type { Turn } from '../turn';

export function totalAnswer({ world }: Turn, { slots }: Frame): readonly Saying[] {
  const put = answeredIn(slots)?.put;
  if (!put) return [];
  const facts = {
    lines: linesFact(world, put.lines),
    total: moneyFact(world.business, sumOf(put.lines)),
  };
  return [say('approve.total', facts)];
}
