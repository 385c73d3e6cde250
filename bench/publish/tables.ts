/** Results as tables of a page. */
import { CASES, nameOf } from '../availability/cases';
import { SCENARIOS } from '../contention/races';
import { ROUNDS } from '../contention/run';
import { HUGE, SIZES } from '../growth/grown';
import { QUESTIONS } from '../growth/questions';
import { amount, rounded, type BenchResult, type Figure } from '../report';

/** Busier than this, and other work was on the machine when the benchmark began. */
const QUIET_LOAD = 0.7;

/** When, on what, and whether the machine was busy with something else. */
export function measuredAs({ name, at, machine, figures }: BenchResult): string {
  const { cores, cpu, node, load } = machine;
  const quiet = load <= QUIET_LOAD ? '' : ', **measured under load**: use the ratios';
  const huge = figures.some((figure) => figure.name.endsWith(`${HUGE.name} bookings, p50`)) ? ' --huge' : '';
  return `\`npm run -s bench -- ${name}${huge}\`, ${at.slice(0, 10)}, ${String(cores)} × ${cpu}, Node ${node}, load ${load.toFixed(1)} at its begin${quiet}.`;
}

export function availabilityTable({ figures }: BenchResult): string {
  const rows = CASES.map((each) => {
    const of = nameOf(each);
    const [starts, slots] = [named(figures, `starts, ${of}`), named(figures, `slots, ${of}`)];
    const whole = named(figures, `end to end, ${of}`);
    return [of, inUnit(starts), inUnit(slots), inUnit(whole), inMillis(thousandth(starts?.peer?.value))];
  });
  return table(
    ['people × days × busy intervals', 'starts', 'slots with everybody free', 'end to end', 'per-slot loop'],
    rows,
  );
}

export function contentionTable({ figures }: BenchResult): string {
  const names = [...SCENARIOS.map(({ name }) => name), 'one slot over HTTP'];
  const cell = (name: string, clients: number): string => {
    const of = figures.filter((figure) => figure.name.startsWith(`${name}, ${String(clients)} clients`));
    const [worst, middle] = [of.find((each) => each.name.includes('worst')), of.at(-1)];
    const floor = worst?.peer ? ` (plain INSERT ${inMillis(worst.peer.value)})` : '';
    return `${inUnit(middle)} / ${inUnit(worst)}${floor}`;
  };
  const races = table(
    ['p50 / worst', ...ROUNDS.map(({ clients }) => `${String(clients)} clients`)],
    names.map((name) => [name, ...ROUNDS.map(({ clients }) => cell(name, clients))]),
  );
  const faults = figures.filter(({ unit }) => unit === '');
  const counts = table(
    ['of all races', 'nobat', 'plain INSERT'],
    faults.map(({ name, value, peer }) => [name, rounded(value), peer ? rounded(peer.value) : '']),
  );
  return `${races}\n\n${counts}`;
}

export function growthTable({ figures }: BenchResult): string {
  const sizes = [...SIZES, HUGE].map(({ name }) => name);
  const rows = QUESTIONS.map(({ name }) => [
    name,
    ...sizes.map((size) => inUnit(named(figures, `${name}, ${size} bookings, p50`))),
    inUnit(figures.find((figure) => figure.name.startsWith(`${name}, p50 at `))),
  ]);
  return table(['p50', ...sizes.map((size) => `${size} bookings`), 'largest ÷ smallest'], rows);
}

function named(figures: readonly Figure[], name: string): Figure | undefined {
  return figures.find((figure) => figure.name === name);
}

function inUnit(figure: Figure | undefined): string {
  return figure === undefined ? 'not measured' : amount(figure.value, figure.unit);
}

function thousandth(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : value / 1000;
}

function inMillis(value: number | null | undefined): string {
  return amount(value ?? null, 'ms');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}
