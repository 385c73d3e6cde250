/** How the database finds what is taken: its plan as `nobat_app` gets it. */
import { PLACES } from '../../models/statements/time';
import type { Figure } from '../report';
import { NOW, SIZES } from './grown';
import type { Asked } from './questions';

/** The plan of the busy list, run with its parameters written out. */
export async function planOf({ database, businesses }: Asked): Promise<readonly string[]> {
  const [business] = businesses;
  if (!business) throw new Error('nobody to ask');
  const { tenantId } = business;
  const literals = [`'${tenantId}'`, `'{person-0}'`, NOW, NOW + 30 * 1440, NOW * 60_000, 'NULL'].map(String);
  const text = PLACES.text.replace(/\$(\d)/g, (_match, place: string) => literals[Number(place) - 1] ?? '');
  return database.inTenant(tenantId, async (tx) => {
    const explained = { name: 'explain-busy-places', text: `EXPLAIN (ANALYZE, BUFFERS) ${text}` };
    const plan = await tx.query<Record<string, string>>(explained);
    return plan.map((line) => line['QUERY PLAN'] ?? '');
  });
}

/** Of a small table the database may think what it likes. */
export function planFigure({ size }: Asked, plan: readonly string[]): Figure {
  const covered = plan.some((line) => line.includes('Index Only Scan using allocations_busy'));
  const whole = plan.filter((line) => line.includes('Seq Scan')).length;
  const name = `busy list from the covering index alone, ${size.name}`;
  const figure = { name, value: covered ? 1 : 0, unit: '', proof: plan };
  if (size === SIZES[0]) return figure;
  return { ...figure, must: { rule: 'index only, no sequential scan', met: covered && whole === 0 } };
}
