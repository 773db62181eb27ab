import { useMemo } from 'preact/hooks';
import type { SessionDigest } from '../../../core/session/session-digest';
import {
  changeOf,
  thinTrend,
  TREND_MEASURES,
  trendOf,
  type TrendMeasure,
  type TrendPoint,
} from '../../../core/session/trend';
import type { ExerciseId } from '../../../core/terms/ids';
import { SIDES, type PerSide } from '../../../core/units';
import { TrendChart, TrendKey } from '../../charts/trend-chart';
import { DataTable } from '../../components/data-table';
import { formatError, formatMeasure } from '../../model/measure-format';
import { words } from '../../language';
import { shortDay, time } from '../../model/format';
import './trends.css';

/** More points than this across a chart are a band. */
const MOST_POINTS = 60;
/** A table is read row by row: the newest will do. */
const MOST_ROWS = 120;

/** A chart reaches at least so far: degrees, share, repetitions, seconds. A smaller scale would blow up what is nothing. */
const LEAST_SHOWN: Readonly<Record<TrendMeasure, number>> = {
  'hip-drop': 10,
  'knee-collapse': 15,
  clean: 1,
  reps: 10,
  hold: 30,
};

interface Trend {
  readonly measure: TrendMeasure;
  readonly sides: PerSide<readonly TrendPoint[]>;
}

/** Measures of which at least one leg has two occasions; one point says nothing. */
export const trendsOf = (digests: readonly SessionDigest[], exercise: ExerciseId): readonly Trend[] =>
  TREND_MEASURES.map((measure) => ({
    measure,
    sides: {
      left: trendOf(digests, exercise, measure, 'left'),
      right: trendOf(digests, exercise, measure, 'right'),
    },
  })).filter(({ sides }) => SIDES.some((side) => sides[side].length > 1));

/** One exercise over time, leg against leg. */
export function Trends(props: { digests: readonly SessionDigest[]; exercise: ExerciseId; width?: number }) {
  const { digests, exercise, width } = props;
  const trends = useMemo(() => trendsOf(digests, exercise), [digests, exercise]);
  if (trends.length === 0) return <p class="soft">{words.progress.noTrend}</p>;
  return (
    <>
      <TrendKey />
      <div class="trend-panels">
        {trends.map((trend) => (
          <TrendPanel key={trend.measure} {...trend} {...(width === undefined ? {} : { width })} />
        ))}
      </div>
    </>
  );
}

function TrendPanel({ measure, sides, width }: Trend & { width?: number }) {
  const { name, about } = words.measures[measure];
  const thinned = { left: thinTrend(sides.left, MOST_POINTS), right: thinTrend(sides.right, MOST_POINTS) };
  const daysEach = Math.max(thinned.left.daysEach, thinned.right.daysEach);
  const changes = SIDES.flatMap((side) => {
    const change = changeOf(sides[side], measure);
    return change === null ? [] : [{ side, change }];
  });
  const occasions = Math.min(...changes.map(({ change }) => change.occasions));
  return (
    <section class="panel trend-panel" aria-label={name}>
      <h3>{name}</h3>
      <p class="soft small">
        {about} {daysEach > 0 ? words.progress.eachPoint(daysEach) : ''}
      </p>
      <TrendChart
        label={words.curves.trend(name, Math.max(sides.left.length, sides.right.length))}
        sides={{ left: thinned.left.points, right: thinned.right.points }}
        format={(value) => formatMeasure(measure, value)}
        formatDay={shortDay}
        least={LEAST_SHOWN[measure]}
        {...(width === undefined ? {} : { width })}
      />
      <ul class="trend-words">
        {changes.map(({ side, change }) => (
          <li key={side} class={change.isChange === true ? 'is-change' : ''}>
            {words.changeWords(measure, side, change)}
          </li>
        ))}
      </ul>
      <p class="soft small">{words.leastChangeWords(measure, occasions)}</p>
      <DataTable
        caption={words.tables.asTable(name)}
        columns={[words.tables.day, words.sides.left, words.sides.right]}
        rows={rowsOf(measure, sides)}
      />
    </section>
  );
}

/** One row per occasion, newest first. */
function rowsOf(
  measure: TrendMeasure,
  sides: PerSide<readonly TrendPoint[]>,
): readonly (readonly string[])[] {
  const times = [...new Set(SIDES.flatMap((side) => sides[side].map(({ startedAt }) => startedAt)))];
  const cellsOf = (points: readonly TrendPoint[]): ReadonlyMap<number, string> =>
    new Map(points.map((point) => [point.startedAt, cellOf(measure, point)]));
  const [left, right] = [cellsOf(sides.left), cellsOf(sides.right)];
  return times
    .sort((a, b) => b - a)
    .slice(0, MOST_ROWS)
    .map((at) => [
      `${shortDay(at)}, ${time(at)}`,
      left.get(at) ?? words.tables.notMeasured,
      right.get(at) ?? words.tables.notMeasured,
    ]);
}

const cellOf = (measure: TrendMeasure, { value, se }: TrendPoint): string =>
  se === null
    ? formatMeasure(measure, value)
    : `${formatMeasure(measure, value)} ${formatError(measure, se)}`;
