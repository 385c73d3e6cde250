/** A line chart as SVG: named points on the x axis in equal steps, milliseconds on a y axis of powers of ten. */

export interface Line {
  readonly name: string;
  /** One for each point; null is not measured. */
  readonly values: readonly (number | null)[];
}

export interface Chart {
  readonly title: string;
  readonly points: readonly string[];
  readonly lines: readonly Line[];
}

const WIDTH = 760;
const HEIGHT = 380;
const LEFT = 80;
const RIGHT = 260;
const TOP = 50;
const BOTTOM = 45;
/** Told apart also by those who see no red or green (Okabe and Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00'];

export function svgOf({ title, points, lines }: Chart): string {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const x = (at: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * at) / Math.max(1, points.length - 1);
  const y = (value: number): number =>
    HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (Math.log10(value) - low)) / (high - low);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" font-family="sans-serif" font-size="13">`,
    `<rect width="${String(WIDTH)}" height="${String(HEIGHT)}" fill="#ffffff"/>`,
    `<text x="${String(LEFT)}" y="26" font-size="16" fill="#222222">${escaped(title)}</text>`,
    ...Array.from({ length: high - low + 1 }, (_, step) => rule(10 ** (low + step), y)),
    ...points.map((point, at) => below(point, x(at))),
    ...lines.flatMap((line, at) => drawn(line, COLOURS[at % COLOURS.length] ?? '#222222', at, x, y)),
    '</svg>',
    '',
  ].join('\n');
}

function rule(value: number, y: (value: number) => number): string {
  const at = y(value).toFixed(1);
  const label = value >= 1 ? `${String(value)} ms` : `${String(Math.round(value * 1000))} µs`;
  return (
    `<line x1="${String(LEFT)}" x2="${String(WIDTH - RIGHT)}" y1="${at}" y2="${at}" stroke="#dddddd"/>` +
    `<text x="${String(LEFT - 10)}" y="${at}" dy="4" text-anchor="end" fill="#444444">${label}</text>`
  );
}

function below(point: string, x: number): string {
  return `<text x="${x.toFixed(1)}" y="${String(HEIGHT - 18)}" text-anchor="middle" fill="#444444">${escaped(point)}</text>`;
}

function drawn(
  { name, values }: Line,
  colour: string,
  place: number,
  x: (at: number) => number,
  y: (value: number) => number,
): readonly string[] {
  const spots = values.flatMap((value, at) => (value === null ? [] : [{ x: x(at), y: y(value), value }]));
  const path = spots.map((spot) => `${spot.x.toFixed(1)},${spot.y.toFixed(1)}`).join(' ');
  const legend = TOP + 10 + place * 22;
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...spots.map(
      (spot) =>
        `<circle cx="${spot.x.toFixed(1)}" cy="${spot.y.toFixed(1)}" r="4" fill="${colour}"><title>${escaped(name)}: ${spot.value.toPrecision(3)} ms</title></circle>`,
    ),
    `<circle cx="${String(WIDTH - RIGHT + 24)}" cy="${String(legend)}" r="5" fill="${colour}"/>`,
    `<text x="${String(WIDTH - RIGHT + 36)}" y="${String(legend)}" dy="4" fill="#222222">${escaped(name)}</text>`,
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
