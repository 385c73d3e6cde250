/** Claims about figures and verdicts. */
import { asText, atMost, missed, quantile, rounded, type BenchResult, type Figure } from './report';

const resultOf = (...figures: readonly Figure[]): BenchResult => ({
  name: 'bench',
  at: '2026-03-02T06:00:00.000Z',
  figures,
  machine: { node: '20', cores: 2, cpu: 'cpu', load: 0 },
});

it('finds the middle and the end of samples in any order', () => {
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
  expect(quantile([5, 1, 3], 1)).toBe(5);
  expect(quantile([], 0.5)).toBeNaN();
});

it('a must holds up to its limit, and not for what was not measured or measured nothing', () => {
  expect(atMost(30, 'ms', 30)).toEqual({ rule: '≤ 30 ms', met: true });
  expect(atMost(30, 'ms', 30.1).met).toBe(false);
  expect(atMost(30, 'ms', null).met).toBe(false);
  expect(atMost(30, 'ms', Number.NaN).met).toBe(false);
});

it('tells what was missed, by benchmark and figure', () => {
  const good: Figure = { name: 'good', value: 1, unit: 'ms', must: atMost(2, 'ms', 1) };
  const bad: Figure = { name: 'bad', value: 3, unit: 'ms', must: atMost(2, 'ms', 3) };
  expect(missed([resultOf(good, { name: 'free', value: 9, unit: 'ms' })])).toEqual([]);
  expect(missed([resultOf(good, bad)])).toEqual(['bench: bad, must ≤ 2 ms']);
});

it('prints a figure beside its peer, its must and its proof', () => {
  const figure: Figure = {
    name: 'slots',
    value: 3.14159,
    unit: 'ms',
    peer: { name: 'loop', value: null },
    must: atMost(2, 'ms', 3.14159),
    proof: ['Index Only Scan'],
  };
  const [, line, proof] = asText(resultOf(figure)).split('\n');
  expect(line?.trim()).toMatch(/^slots +3\.14 ms {3}loop: not measured {3}must ≤ 2 ms: MISSED$/);
  expect(proof?.trim()).toBe('Index Only Scan');
});

it('rounds to three digits that mean something', () => {
  expect([0.01234, 12.345, 123.4, 7, null].map(rounded)).toEqual([
    '0.0123',
    '12.3',
    '123',
    '7',
    'not measured',
  ]);
});
