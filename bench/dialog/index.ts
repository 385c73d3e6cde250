/** What a turn of talk costs without IO, reading the stored talk and wording the reply included; and whether the 300th costs more. */
import { atMost, quantile, type Bench, type Figure } from '../report';
import { longTalk, ROUND } from './talk';

const TURNS = 300;
const TALKS = 60;
/** Before the clock starts: what is measured is a process that has been running. */
const WARM_UP = 20;

const MOST_MILLIS = 0.3;
const MOST_GROWTH = 1.5;

export const dialog: Bench = {
  name: 'dialog',
  async run(progress) {
    progress(`${WARM_UP} talks to warm up, then ${TALKS} of ${TURNS} turns`);
    const talks: (readonly number[])[] = [];
    for (let talk = 0; talk < WARM_UP + TALKS; talk += 1) {
      const millis = await longTalk(TURNS);
      if (talk >= WARM_UP) talks.push(millis);
    }
    return figuresOf(talks);
  },
};

function figuresOf(talks: readonly (readonly number[])[]): readonly Figure[] {
  const all = talks.flat();
  const median = quantile(all, 0.5);
  const growth = growthOf(talks);
  return [
    { name: 'a turn, median', value: median, unit: 'ms', must: atMost(MOST_MILLIS, 'ms', median) },
    { name: 'a turn, p95', value: quantile(all, 0.95), unit: 'ms' },
    { name: `turn ${TURNS} ÷ turn 1`, value: growth, unit: '×', must: atMost(MOST_GROWTH, '×', growth) },
  ];
}

/** The last round of the talk against the first one, message by message; of these the median. */
function growthOf(talks: readonly (readonly number[])[]): number {
  const lastRound = TURNS - (TURNS % ROUND.length) - ROUND.length;
  const ratios = ROUND.map((_, turn) => costOf(talks, lastRound + turn) / costOf(talks, turn));
  return quantile(ratios, 0.5);
}

function costOf(talks: readonly (readonly number[])[], turn: number): number {
  return quantile(
    talks.map((millis) => millis[turn] ?? Number.NaN),
    0.5,
  );
}
