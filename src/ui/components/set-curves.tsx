import { useMemo } from 'preact/hooks';
import { CurveChart } from '../charts/curve-chart';
import { judgedCurves } from '../model/judged-curves';
import type { JudgedRep, SetReview } from '../model/review-view';
import { words } from '../language';
import { DataTable } from './data-table';

/** What was judged over the set, with its uncertainty, and the line at which the decision is taken. */
export function SetCurves({ review, chosen }: { review: SetReview; chosen: JudgedRep | null }) {
  const charts = useMemo(() => judgedCurves(review.set), [review.set]);
  const { repetition, largest, likely, flaggedFrom, at } = words.tables;
  const columns = [repetition, largest, likely, flaggedFrom, at];
  if (charts.length === 0) return null;
  return (
    <div class="panel">
      <div class="charts">
        {charts.map(({ fault, timesS, curves, readouts, rows }) => (
          <div key={fault}>
            <CurveChart
              title={words.curves[fault].title}
              reading={words.curves[fault].reading}
              timesS={timesS}
              curves={curves}
              reps={review.reps}
              chosen={chosen}
              fault={fault}
              readouts={readouts}
            />
            <DataTable
              caption={words.tables.asTable(words.curves[fault].title)}
              columns={columns}
              rows={rows}
            />
          </div>
        ))}
      </div>
      <p class="soft small">{words.charts.note}</p>
    </div>
  );
}
