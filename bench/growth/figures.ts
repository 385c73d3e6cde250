/** What the questions cost at each size, and how much dearer they are at the largest than at the smallest. */
import { atMost, quantile, type Figure } from '../report';

/** The goes of one question at one size, in milliseconds. */
export interface Costs {
  readonly question: string;
  readonly size: string;
  readonly millis: number[];
}

const MOST_GROWTH = 1.3;

export function costFigures(costs: readonly Costs[]): readonly Figure[] {
  return costs.map(({ question, size, millis }) => ({
    name: `${question}, ${size} bookings, p50`,
    value: quantile(millis, 0.5),
    unit: 'ms',
  }));
}

/** One figure for each question; the sizes of each come smallest first. */
export function growthFigures(costs: readonly Costs[]): readonly Figure[] {
  const questions = [...new Set(costs.map(({ question }) => question))];
  return questions.map((question) => {
    const sizes = costs.filter((each) => each.question === question);
    const [first, last] = [sizes[0], sizes.at(-1)];
    const value = quantile(last?.millis ?? [], 0.5) / quantile(first?.millis ?? [], 0.5);
    const name = `${question}, p50 at ${last?.size ?? ''} ÷ at ${first?.size ?? ''}`;
    return { name, value, unit: '×', must: atMost(MOST_GROWTH, '×', value) };
  });
}
