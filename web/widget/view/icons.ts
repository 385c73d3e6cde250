/** The widget's few line drawings. */

const SVG = 'http://www.w3.org/2000/svg';

/** A 24 × 24 line drawing that screen readers pass over. */
export function icon(...paths: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

export const ICONS = {
  chat: ['M20 11.5a7.5 7.5 0 0 1-7.5 7.5H5l1.6-2.9A7.5 7.5 0 1 1 20 11.5Z', 'M9 10.2h7', 'M9 13.4h4.5'],
  close: ['M6.5 6.5l11 11', 'M17.5 6.5l-11 11'],
  send: ['M12 19V5.5', 'M6 11.2l6-6 6 6'],
  down: ['M12 5v13.5', 'M6 12.8l6 6 6-6'],
} as const;
