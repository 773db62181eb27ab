import UPlot from 'uplot';
import { repName } from '../model/outcome-words';
import type { JudgedRep } from '../model/review-view';
import type { Curve, CurveChartProps } from './curve';
import { scaleOf, ticks } from './scale';
import type { Span } from './zoom';

export interface Plot {
  destroy(): void;
  /** The time that stands at `x`, pixels from the plot's left edge. */
  timeAt(x: number): number;
  /** Where a time stands, in the same pixels. */
  placeOf(timeS: number): number;
  /** Shows this stretch of time and nothing else. */
  show(span: Span): void;
}

const HEIGHT = 250;

/** Builds the plot into `element`: the only file that knows uPlot. */
export function createPlot(element: HTMLElement, props: CurveChartProps, width: number, first: Span): Plot {
  let shown = first;
  const colours = readColours(element);
  const reach = scaleOf(props);
  const data: UPlot.AlignedData = [
    [...props.timesS],
    ...props.curves.flatMap((curve) => [[...curve.values], [...curve.low], [...curve.high], [...curve.line]]),
  ] as UPlot.AlignedData;
  const options: UPlot.Options = {
    width,
    height: props.height ?? HEIGHT,
    padding: [26, 26, 0, 4],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: () => [...shown] }, y: { range: () => reach } },
    series: [{}, ...props.curves.flatMap((curve) => seriesOf(curve, colours))],
    bands: props.curves.map((curve, index) => ({
      series: [index * SERIES_EACH + 3, index * SERIES_EACH + 2],
      fill: colours.wash(`var(${curve.colour})`),
    })),
    axes: axesOf(colours, reach),
    hooks: {
      drawClear: [
        (plot) => {
          drawReps(plot, props, colours);
        },
      ],
      draw: [
        (plot) => {
          drawLevel(plot, colours);
        },
      ],
    },
  };
  const plot = new UPlot(options, data, element);
  const left = (): number => plot.bbox.left / devicePixelRatio;
  return {
    destroy: () => {
      plot.destroy();
    },
    timeAt: (x) => plot.posToVal(x - left(), 'x'),
    placeOf: (timeS) => left() + plot.valToPos(timeS, 'x'),
    show: (span) => {
      shown = span;
      plot.setScale('x', { min: span[0], max: span[1] });
    },
  };
}

/** Seconds across, degrees upward. */
function axesOf(colours: Colours, reach: [number, number]): UPlot.Axis[] {
  const axis = { stroke: colours.soft, font: `500 14px ${colours.font}`, ticks: { show: false } };
  return [
    {
      ...axis,
      grid: { show: false },
      values: (_plot, times) => times.map((time) => `${time} s`),
      size: 34,
    },
    {
      ...axis,
      grid: { stroke: colours.line, width: 1 },
      values: (_plot, values) => values.map((value) => `${value}°`),
      splits: () => ticks(reach),
      size: 48,
    },
  ];
}

/** A curve, the lower and upper edge of its band, and the line from which it is flagged. */
const SERIES_EACH = 4;

function seriesOf(curve: Curve, colours: Colours): UPlot.Series[] {
  const hidden = { width: 0, points: { show: false }, spanGaps: false };
  const line = {
    stroke: colours.read(`var(${curve.colour})`),
    width: 2.5,
    spanGaps: false,
    points: { show: false },
    ...(curve.isDashed ? { dash: [7, 5] } : {}),
  };
  const limit = { ...line, width: 2, dash: [2, 4] };
  return [line, hidden, hidden, limit];
}

interface Colours {
  readonly soft: string;
  readonly text: string;
  readonly line: string;
  readonly band: string;
  readonly faultBand: string;
  readonly fault: string;
  readonly font: string;
  read(colour: string): string;
  /** The same, faint: for a band. */
  wash(colour: string): string;
}

/** Resolves the theme's colours where the chart stands. */
function readColours(element: HTMLElement): Colours {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const read = (colour: string): string => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const colours = {
    soft: read('var(--text-soft)'),
    text: read('var(--text)'),
    line: read('var(--line)'),
    band: read('var(--raised)'),
    faultBand: read('var(--fault-wash)'),
    fault: read('var(--fault)'),
    font: getComputedStyle(element).fontFamily,
    accent: read('var(--accent)'),
    second: read('var(--second)'),
  };
  probe.remove();
  const pick = (colour: string): string => (colour.includes('second') ? colours.second : colours.accent);
  return {
    ...colours,
    read: pick,
    wash: (colour) => `color-mix(in oklab, ${pick(colour)}, transparent 72%)`,
  };
}

/** A band behind the curve for every repetition, its number above; a flagged one is amber with a bar on top. */
function drawReps(plot: UPlot, { reps, chosen, fault }: CurveChartProps, colours: Colours): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.font = `600 ${13 * ratio}px ${colours.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  // Closer up, what lies outside must not run over the axis.
  ctx.beginPath();
  ctx.rect(bbox.left - 2 * ratio, 0, bbox.width + 4 * ratio, bbox.top + bbox.height);
  ctx.clip();
  let labelEnd = -Infinity;
  for (const rep of reps) {
    const [from, to] = bandOf(plot, rep);
    const isFault = rep.faults.some((one) => one.fault === fault);
    ctx.fillStyle = isFault ? colours.faultBand : colours.band;
    ctx.globalAlpha = rep.outcome === 'partial' ? 0.35 : 1;
    ctx.beginPath();
    ctx.roundRect(from, bbox.top, to - from, bbox.height, 6 * ratio);
    ctx.fill();
    ctx.globalAlpha = 1;
    if (isFault) {
      ctx.fillStyle = colours.fault;
      ctx.fillRect(from + 4 * ratio, bbox.top, to - from - 8 * ratio, 3 * ratio);
    }
    if (rep.key === chosen?.key) outline(ctx, [from, bbox.top, to - from, bbox.height], colours.text, ratio);
    ctx.fillStyle = isFault ? colours.fault : colours.soft;
    labelEnd = labelRep(ctx, rep, (from + to) / 2, bbox.top - 5 * ratio, labelEnd);
  }
  ctx.restore();
}

/** Writes the number where the one before leaves room. @returns where the last label ends */
function labelRep(
  ctx: CanvasRenderingContext2D,
  rep: JudgedRep,
  x: number,
  y: number,
  lastEnd: number,
): number {
  if (rep.outcome === 'partial') return lastEnd;
  const text = repName(rep);
  const half = ctx.measureText(text).width / 2;
  if (x - half < lastEnd + 4) return lastEnd;
  ctx.fillText(text, x, y);
  return x + half;
}

const bandOf = (plot: UPlot, rep: JudgedRep): [number, number] => [
  plot.valToPos(rep.startS, 'x', true) + 1.5,
  plot.valToPos(rep.endS, 'x', true) - 1.5,
];

function outline(
  ctx: CanvasRenderingContext2D,
  [x, y, width, height]: [number, number, number, number],
  colour: string,
  ratio: number,
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * ratio;
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, 6 * ratio);
  ctx.stroke();
}

/** Level as a line. */
function drawLevel(plot: UPlot, colours: Colours): void {
  const { ctx, bbox } = plot;
  const y = plot.valToPos(0, 'y', true);
  ctx.save();
  ctx.setLineDash([]);
  ctx.strokeStyle = colours.soft;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}
