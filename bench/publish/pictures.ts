/** Results as pictures, to stand beside their tables. */
import { nameOf } from '../availability/cases';
import { HUGE, SIZES } from '../growth/grown';
import { QUESTIONS } from '../growth/questions';
import type { BenchResult, Figure } from '../report';
import { svgOf, type Line } from './chart';

const PEOPLE = [1, 10, 100];

/** The usual question: a month, with two hundred appointments for everybody. */
export function availabilityPicture({ figures }: BenchResult): string {
  const of = (
    kind: string,
    value: (figure: Figure | undefined) => number | null,
  ): readonly (number | null)[] =>
    PEOPLE.map((resources) =>
      value(named(figures, `${kind}, ${nameOf({ resources, days: 30, busy: 200 })}`)),
    );
  const micros = (figure: Figure | undefined): number | null => divided(figure?.value, 1000);
  const lines: readonly Line[] = [
    { name: 'per-slot loop', values: of('starts', (figure) => divided(figure?.peer?.value, 1000)) },
    {
      name: 'end to end, with the database',
      values: of('end to end', (figure) => divided(figure?.value, 1)),
    },
    { name: 'slots with everybody free', values: of('slots', micros) },
    { name: 'starts', values: of('starts', micros) },
  ];
  const points = PEOPLE.map((each) => (each === 1 ? '1 person' : `${String(each)} people`));
  return svgOf({ title: 'Availability: 30 days, 200 appointments each, p50', points, lines });
}

export function growthPicture({ figures }: BenchResult): string {
  const sizes = [...SIZES, HUGE].filter(({ name }) =>
    figures.some((each) => each.name.endsWith(`${name} bookings, p50`)),
  );
  const lines = QUESTIONS.map(({ name }): Line => {
    const values = sizes.map((size) =>
      divided(named(figures, `${name}, ${size.name} bookings, p50`)?.value, 1),
    );
    return { name, values };
  });
  const points = sizes.map(({ name }) => `${name} bookings`);
  return svgOf({ title: 'The same questions to tables of different size, p50', points, lines });
}

function named(figures: readonly Figure[], name: string): Figure | undefined {
  return figures.find((figure) => figure.name === name);
}

function divided(value: number | null | undefined, by: number): number | null {
  return value === null || value === undefined ? null : value / by;
}
