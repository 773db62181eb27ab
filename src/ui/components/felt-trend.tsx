import { FELT_SCALE, FELT_SCALES, PAIN_LIGHTS, type FeltScale } from '../../core/session/felt';
import type { SessionDigest } from '../../core/session/session-digest';
import { useWidth } from '../charts/use-width';
import { words } from '../language';
import { shortDay, time } from '../model/format';
import { feltOver, type FeltPoint } from '../model/plan-view';
import { DataTable } from './data-table';
import './felt-trend.css';

const FIRST_WIDTH = 520;
const HEIGHT = 170;
const MARGIN = { top: 10, right: 14, bottom: 26, left: 30 } as const;
/** Newer ones than these are enough for a table. */
const MOST_ROWS = 60;
/** With more of them the dots hide the line. */
const MOST_DOTS = 40;
const DAY_MS = 86_400_000;

/** Pain and effort over time; nothing while nothing was said. */
export function FeltTrend({ digests }: { digests: readonly SessionDigest[] }) {
  const points = feltOver(digests);
  if (points.length === 0) return null;
  return (
    <section class="panel felt-trend" aria-labelledby="felt-trend">
      <h2 id="felt-trend">{words.feltWords.trend}</h2>
      <p class="soft small">{words.feltWords.trendAbout}</p>
      <ul class="felt-key" aria-hidden="true">
        {FELT_SCALES.map((scale) => (
          <li key={scale} class={`is-${scale}`}>
            {words.feltWords.scales[scale].name}
          </li>
        ))}
      </ul>
      <Chart points={points} />
      <DataTable
        caption={words.feltWords.trendTable}
        columns={[words.feltWords.day, ...FELT_SCALES.map((scale) => words.feltWords.scales[scale].name)]}
        rows={[...points]
          .reverse()
          .slice(0, MOST_ROWS)
          .map((point) => [
            `${shortDay(point.startedAt)}, ${time(point.startedAt)}`,
            ...FELT_SCALES.map((scale) => point[scale]?.toString() ?? words.feltWords.notSaid),
          ])}
      />
    </section>
  );
}

function Chart({ points }: { points: readonly FeltPoint[] }) {
  const [place, width] = useWidth(FIRST_WIDTH);
  const first = points[0]?.startedAt ?? 0;
  const last = points.at(-1)?.startedAt ?? 0;
  const [from, to] = first === last ? [first - DAY_MS, last + DAY_MS] : [first, last];
  const right = width - MARGIN.right;
  const x = (atMs: number): number => MARGIN.left + ((atMs - from) / (to - from)) * (right - MARGIN.left);
  const y = (value: number): number =>
    HEIGHT - MARGIN.bottom - (value / FELT_SCALE.most) * (HEIGHT - MARGIN.bottom - MARGIN.top);
  const tooMuch = y(PAIN_LIGHTS.redFrom - 0.5);
  return (
    <div class="felt-chart" ref={place}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={words.feltWords.trendLabel(points.length)}
      >
        {[0, 5, 10].map((value) => (
          <g key={value} class="felt-axis">
            <line x1={MARGIN.left} x2={right} y1={y(value)} y2={y(value)} />
            <text x={MARGIN.left - 8} y={y(value)} dy="0.35em" text-anchor="end">
              {value}
            </text>
          </g>
        ))}
        <line class="felt-limit" x1={MARGIN.left} x2={right} y1={tooMuch} y2={tooMuch} />
        <g class="felt-axis">
          <text x={MARGIN.left} y={HEIGHT - 6}>
            {shortDay(from)}
          </text>
          <text x={right} y={HEIGHT - 6} text-anchor="end">
            {shortDay(to)}
          </text>
        </g>
        {FELT_SCALES.map((scale) => (
          <Line key={scale} scale={scale} points={points} x={x} y={y} />
        ))}
      </svg>
    </div>
  );
}

interface LineProps {
  readonly scale: FeltScale;
  readonly points: readonly FeltPoint[];
  readonly x: (atMs: number) => number;
  readonly y: (value: number) => number;
}

function Line({ scale, points, x, y }: LineProps) {
  const said = points.flatMap((point) => {
    const value = point[scale];
    return value === null ? [] : [{ id: point.id, x: x(point.startedAt), y: y(value) }];
  });
  return (
    <g class={`felt-line is-${scale}`}>
      <polyline points={said.map((point) => `${point.x},${point.y}`).join(' ')} />
      {(said.length > MOST_DOTS ? [] : said).map((point) => (
        <circle key={point.id} cx={point.x} cy={point.y} r="3.5" />
      ))}
    </g>
  );
}
