import { SIDES, type Side } from '../../core/units';
import './trend-chart.css';

/** The judged number of one repetition for one leg. */
export interface Peak {
  readonly n: number;
  readonly side: Side;
  readonly deg: number;
  /** Within how many degrees 68 % and 95 % of truths lie. */
  readonly sdDeg: number | null;
  readonly within95Deg: number | null;
  readonly isFault: boolean;
}

interface PeaksChartProps {
  readonly label: string;
  readonly peaks: readonly Peak[];
  readonly width: number;
}

const HEIGHT = 120;
const MARGIN = { top: 10, right: 10, bottom: 22, left: 38 } as const;
/** The scale reaches at least so many degrees. */
const LEAST_DEG = 12;
const STEP_DEG = 5;

/** Each repetition's worst moment, leg by leg, for the page to print: filled where a fault was found. */
export function PeaksChart({ label, peaks, width }: PeaksChartProps) {
  const most = Math.max(1, ...peaks.map(({ n }) => n));
  const high = Math.max(LEAST_DEG, ...peaks.map(({ deg, within95Deg }) => deg + (within95Deg ?? 0)));
  const low = Math.min(0, ...peaks.map(({ deg, within95Deg }) => deg - (within95Deg ?? 0)));
  const x = (n: number) => MARGIN.left + ((n - 0.5) / most) * (width - MARGIN.left - MARGIN.right);
  const y = (deg: number) =>
    HEIGHT - MARGIN.bottom - ((deg - low) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const firstTick = Math.ceil(low / STEP_DEG);
  const ticks = Array.from(
    { length: Math.floor(high / STEP_DEG) - firstTick + 1 },
    (_, index) => (firstTick + index) * STEP_DEG,
  );
  const everyNth = Math.ceil(most / 20);
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={label}>
      <g class="trend-axes">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
            <text x={MARGIN.left - 6} y={y(tick)} dy="0.35em" text-anchor="end">
              {tick}°
            </text>
          </g>
        ))}
        {Array.from({ length: most }, (_, index) => index + 1)
          .filter((n) => (n - 1) % everyNth === 0)
          .map((n) => (
            <text key={n} x={x(n)} y={HEIGHT - 4} text-anchor="middle">
              {n}
            </text>
          ))}
      </g>
      {SIDES.map((side) => (
        <g key={side} class={`trend-line trend-${side}`}>
          {peaks
            .filter((peak) => peak.side === side)
            .map((peak) => (
              <Mark key={peak.n} peak={peak} x={x(peak.n)} y={y} />
            ))}
        </g>
      ))}
    </svg>
  );
}

function Mark({ peak, x, y }: { peak: Peak; x: number; y: (deg: number) => number }) {
  const { deg, sdDeg, within95Deg, side, isFault } = peak;
  const bar = (reach: number | null, looks: string) =>
    reach === null ? null : <line class={looks} x1={x} x2={x} y1={y(deg - reach)} y2={y(deg + reach)} />;
  const looks = isFault ? 'peak-fault' : 'peak-ok';
  return (
    <>
      {bar(within95Deg, 'trend-error peak-95')}
      {bar(sdDeg, 'trend-error')}
      {side === 'left' ? (
        <circle class={looks} cx={x} cy={y(deg)} r="4" />
      ) : (
        <rect class={looks} x={x - 3.75} y={y(deg) - 3.75} width="7.5" height="7.5" />
      )}
    </>
  );
}
