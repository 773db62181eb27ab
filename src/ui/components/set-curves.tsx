import { useMemo } from 'preact/hooks';
import type { FaultId } from '../../core/terms/ids';
import { CurveChart } from '../charts/curve-chart';
import { judgedCurves } from '../model/judged-curves';
import type { JudgedRep, SetReview } from '../model/review-view';
import { charts as words } from '../messages/sessions';
import { DataTable } from './data-table';

const TITLES: Readonly<Partial<Record<FaultId, { readonly title: string; readonly reading: string }>>> = {
  'hip-drop': {
    title: 'Pelvis',
    reading: 'degrees below level on the free side, or below the straight line',
  },
  'knee-collapse': { title: 'Knees', reading: 'degrees inward' },
};

const COLUMNS = ['Repetition', 'Largest', 'Flagged from', 'At'];

/** What was judged over the set, with its uncertainty, and the line at which the decision is taken. */
export function SetCurves({ review, chosen }: { review: SetReview; chosen: JudgedRep | null }) {
  const charts = useMemo(() => judgedCurves(review.set), [review.set]);
  if (charts.length === 0) return null;
  return (
    <div class="panel">
      <div class="charts">
        {charts.map(({ fault, timesS, curves, readouts, rows }) => (
          <div key={fault}>
            <CurveChart
              title={TITLES[fault]?.title ?? fault}
              reading={TITLES[fault]?.reading ?? 'degrees'}
              timesS={timesS}
              curves={curves}
              reps={review.reps}
              chosen={chosen}
              fault={fault}
              readouts={readouts}
            />
            <DataTable
              caption={`${TITLES[fault]?.title ?? fault} as a table`}
              columns={COLUMNS}
              rows={rows}
            />
          </div>
        ))}
      </div>
      <p class="soft small">{words.note}</p>
    </div>
  );
}
