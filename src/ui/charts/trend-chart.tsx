import type { TrendPoint } from '../../core/session/trend';
import { SIDES, type PerSide, type Side } from '../../core/units';
import { trendScale, type TrendScale } from './trend-scale';
import { useWidth } from './use-width';
import { words } from '../language';
import './trend-chart.css';

export interface TrendChartProps {
  /** What the chart shows, for who cannot see it. */
  readonly label: string;
  readonly sides: PerSide<readonly TrendPoint[]>;
  /** How a value is written: "4°", "80 %". */
  readonly format: (value: number) => string;
  /** Day of a moment, short. */
  readonly formatDay: (epochMs: number) => string;
  /** The scale reaches at least from zero to here. */
  readonly least: number;
  /** A fixed width in CSS pixels; without one the chart fills its place. */
  readonly width?: number;
}

const FIRST_WIDTH = 520;

/** A measure of both legs over time, as a drawing of vectors. The same numbers stand in the table beside it. */
export function TrendChart(props: TrendChartProps) {
  const [place, filled] = useWidth(FIRST_WIDTH);
  const width = props.width ?? filled;
  const scale = trendScale(props.sides, width, props.least);
  return (
    <div class="trend-chart" ref={place}>
      <svg
        viewBox={`0 0 ${width} ${scale.height}`}
        width={width}
        height={scale.height}
        role="img"
        aria-label={props.label}
      >
        <Axes scale={scale} format={props.format} formatDay={props.formatDay} />
        {SIDES.map((side) => (
          <Line key={side} side={side} scale={scale} {...props} />
        ))}
      </svg>
    </div>
  );
}

function Axes(props: { scale: TrendScale } & Pick<TrendChartProps, 'format' | 'formatDay'>) {
  const { scale, format, formatDay } = props;
  return (
    <g class="trend-axes">
      {scale.valueTicks.map((value) => (
        <g key={value}>
          <line x1={scale.left} x2={scale.right} y1={scale.y(value)} y2={scale.y(value)} />
          <text x={scale.left - 8} y={scale.y(value)} dy="0.35em" text-anchor="end">
            {format(value)}
          </text>
        </g>
      ))}
      {scale.timeTicks.map(({ atMs, anchor }) => (
        <text key={atMs} x={scale.x(atMs)} y={scale.height - 4} text-anchor={anchor}>
          {formatDay(atMs)}
        </text>
      ))}
    </g>
  );
}

/** Left has circles and a whole line, right squares and a dashed one: told apart without colours too. */
function Line({
  side,
  scale,
  sides,
  format,
  formatDay,
}: { side: Side; scale: TrendScale } & TrendChartProps) {
  const points = sides[side];
  const path = points.map(({ startedAt, value }) => `${scale.x(startedAt)},${scale.y(value)}`).join(' ');
  return (
    <g class={`trend-line trend-${side}`}>
      {points.map(({ startedAt, value, se }) =>
        se === null || se === 0 ? null : (
          <line
            key={startedAt}
            class="trend-error"
            x1={scale.x(startedAt)}
            x2={scale.x(startedAt)}
            y1={scale.y(value - se)}
            y2={scale.y(value + se)}
          />
        ),
      )}
      <polyline points={path} />
      {points.map(({ startedAt, value }) => {
        const [x, y] = [scale.x(startedAt), scale.y(value)];
        const title = <title>{`${formatDay(startedAt)}, ${words.legNames[side]}: ${format(value)}`}</title>;
        return side === 'left' ? (
          <circle key={startedAt} cx={x} cy={y} r="4">
            {title}
          </circle>
        ) : (
          <rect key={startedAt} x={x - 3.75} y={y - 3.75} width="7.5" height="7.5">
            {title}
          </rect>
        );
      })}
    </g>
  );
}

/** Which mark is which leg. */
export function TrendKey() {
  return (
    <ul class="trend-key">
      {SIDES.map((side) => (
        <li key={side} class={`trend-${side}`}>
          <svg
            viewBox="0 0 34 12"
            width="34"
            height="12"
            aria-hidden="true"
            class={`trend-line trend-${side}`}
          >
            <polyline points="0,6 34,6" />
            {side === 'left' ? (
              <circle cx="17" cy="6" r="4" />
            ) : (
              <rect x="13.25" y="2.25" width="7.5" height="7.5" />
            )}
          </svg>
          {words.legNames[side]}
        </li>
      ))}
    </ul>
  );
}
