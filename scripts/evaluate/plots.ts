import { quantile } from '../../src/core/signal/quantile';
import { MEASURES, type Measure, type MeasureErrors } from './measure-errors';

/**
 * How the error of each measure is spread: for every error (across), the share of frames that err by no more (up).
 * Plain SVG that reads on light and dark pages.
 */
export const errorPlot = (title: string, errors: MeasureErrors): string | null => {
  const curves = MEASURES.filter((measure) => errors[measure].length > 0);
  if (curves.length === 0) return null;
  const lines = curves.map((measure, i) => curve(measure, errors, COLOURS[measure], i));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-label="${title}: spread of the measures' errors" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${String(LEFT)}" y="16" font-weight="bold" fill="#222">${title}</text>`,
    ...grid(),
    ...lines,
    '</svg>',
    '',
  ].join('\n');
};

const WIDTH = 570;
const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 380;
const TOP = 28;
const BOTTOM = 200;
const MAX_DEG = 10;

const COLOURS: Readonly<Record<Measure, string>> = {
  'pelvic obliquity': '#0b6e4f',
  'knee FPPA': '#b5360f',
  'trunk lean': '#2956a3',
  'body line': '#7a3d9c',
};

const x = (deg: number): number => LEFT + (Math.min(deg, MAX_DEG) / MAX_DEG) * (RIGHT - LEFT);
const y = (share: number): number => BOTTOM - share * (BOTTOM - TOP);
const at = (value: number): string => value.toFixed(1);

const grid = (): readonly string[] => [
  ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<line x1="${at(LEFT)}" x2="${at(RIGHT)}" y1="${at(y(share))}" y2="${at(y(share))}" stroke="#ddd"/>`,
    `<text x="${at(LEFT - 6)}" y="${at(y(share) + 4)}" text-anchor="end" fill="#555">${String(share * 100)} %</text>`,
  ]),
  ...[0, 2, 4, 6, 8, 10].map(
    (deg) =>
      `<text x="${at(x(deg))}" y="${at(BOTTOM + 16)}" text-anchor="middle" fill="#555">${String(deg)}°</text>`,
  ),
  `<text x="${at((LEFT + RIGHT) / 2)}" y="${at(BOTTOM + 32)}" text-anchor="middle" fill="#555">error of one frame, at most</text>`,
];

const STEPS = 60;

const curve = (measure: Measure, errors: MeasureErrors, colour: string, index: number): string => {
  const absolute = errors[measure].map((error) => Math.abs(error.deg));
  const points = Array.from({ length: STEPS + 1 }, (_, i) => {
    const deg = (i / STEPS) * MAX_DEG;
    const share = absolute.filter((error) => error <= deg).length / absolute.length;
    return `${at(x(deg))},${at(y(share))}`;
  });
  const half = quantile(absolute, 0.5) ?? 0;
  const most = quantile(absolute, 0.95) ?? 0;
  const top = TOP + 12 + index * 34;
  return [
    `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    `<text x="${at(RIGHT + 12)}" y="${at(top)}" fill="${colour}" font-weight="bold">${measure}</text>`,
    `<text x="${at(RIGHT + 12)}" y="${at(top + 14)}" fill="#333">half ≤ ${half.toFixed(1)}°, 95 % ≤ ${most.toFixed(1)}°</text>`,
  ].join('\n');
};
