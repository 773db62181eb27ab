import type { Agreement, Pair } from '../../core/sensor/agreement';
import { ticks } from './scale';
import { useWidth } from './use-width';
import './trend-chart.css';
import './agreement-chart.css';

interface AgreementChartProps {
  readonly title: string;
  readonly reading: string;
  readonly label: string;
  readonly agreement: Agreement;
  readonly pairs: readonly Pair[];
  /** What stands at the line of the mean and at those of the limits. */
  readonly marks: { readonly bias: string; readonly lower: string; readonly upper: string };
}

const FIRST_WIDTH = 520;
const HEIGHT = 300;
const MARGIN = { top: 14, right: 12, bottom: 30, left: 48 } as const;
/** The scale holds zero and is at least so many degrees long: a good agreement looks like one. */
const LEAST_SPAN_DEG = 8;

/** The plot of Bland and Altman: differences over means, with their mean and the limits of agreement. */
export function AgreementChart({ title, reading, label, agreement, pairs, marks }: AgreementChartProps) {
  const [place, width] = useWidth(FIRST_WIDTH);
  const points = pairs.map(({ cameraDeg, sensorDeg }) => ({
    mean: (cameraDeg + sensorDeg) / 2,
    difference: cameraDeg - sensorDeg,
  }));
  const { biasDeg, lowerDeg, upperDeg } = agreement;
  const across = reachOf(points.map(({ mean }) => mean));
  const upward = reachOf([...points.map(({ difference }) => difference), lowerDeg, upperDeg]);
  const x = (value: number) =>
    MARGIN.left + ((value - across[0]) / (across[1] - across[0])) * (width - MARGIN.left - MARGIN.right);
  const y = (value: number) =>
    HEIGHT -
    MARGIN.bottom -
    ((value - upward[0]) / (upward[1] - upward[0])) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const lines = [
    { value: upperDeg, words: marks.upper, kind: 'limit' },
    { value: biasDeg, words: marks.bias, kind: 'bias' },
    { value: lowerDeg, words: marks.lower, kind: 'limit' },
  ] as const;
  return (
    <figure class="chart">
      <figcaption class="chart-head">
        <span>
          <strong>{title}</strong> <span class="soft">{reading}</span>
        </span>
      </figcaption>
      <div class="trend-chart" ref={place}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={label}>
          <Axes x={x} y={y} across={across} upward={upward} width={width} />
          <path
            class="agreement-points"
            d={points
              .map(({ mean, difference }) => `M${x(mean).toFixed(1)} ${y(difference).toFixed(1)}h0`)
              .join('')}
          />
          {lines.map(({ value, words, kind }) => (
            <g key={words} class={`agreement-${kind}`}>
              <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(value)} y2={y(value)} />
              <text x={width - MARGIN.right - 4} y={y(value) - 5} text-anchor="end">
                {words}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}

interface AxesProps {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly across: [number, number];
  readonly upward: [number, number];
  readonly width: number;
}

function Axes({ x, y, across, upward, width }: AxesProps) {
  return (
    <g class="trend-axes">
      {ticks(upward).map((tick) => (
        <g key={tick}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.35em" text-anchor="end">
            {degrees(tick)}
          </text>
        </g>
      ))}
      {ticks(across).map((tick) => (
        <text key={tick} x={x(tick)} y={HEIGHT - 8} text-anchor="middle">
          {degrees(tick)}
        </text>
      ))}
    </g>
  );
}

function reachOf(values: readonly number[]): [number, number] {
  // One by one: an hour has more values than a call has room for arguments.
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  const room = Math.max(1, (LEAST_SPAN_DEG - (high - low)) / 2);
  return [low - room, high + room];
}

const degrees = (tick: number): string => `${tick < 0 ? '−' : ''}${String(Math.abs(tick))}°`;
