/** Claims about the questions of the benchmark: they are what they say, and a database could hold them. */
import { askOf, CASES, nameOf } from './cases';

const small = CASES.filter(({ resources }) => resources === 1);

it.each(small.map((each) => [nameOf(each), each] as const))(
  '%s: as many rows as said, sorted, inside the days, none over another',
  (_name, each) => {
    const { busy, from, to } = askOf(each);
    const rows = busy.get('person-0') ?? [];
    expect(rows).toHaveLength(each.busy);
    const edges = rows.flatMap(({ start, end, after }) => [start, end + after]);
    expect(edges).toEqual([...edges].sort((left, right) => left - right));
    expect(edges.every((edge) => edge >= from && edge <= to)).toBe(true);
  },
);
