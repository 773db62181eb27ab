import { PLANNED_EXERCISES, PLAN } from '../../../core/plan/eight-weeks';
import type { PlanStand } from '../../../core/plan/plan-stand';
import { exerciseName } from '../../exercise-text';
import { TickIcon } from '../../components/icons';
import { words } from '../../language';
import { planRows, type PlanRow } from '../../model/plan-view';

/** Eight rows; the one that the person is in is marked, for eyes and for readers. */
export function WeeksTable({ stand }: { stand: PlanStand }) {
  return (
    <div class="plan-scroll" role="region" aria-label={words.planWords.table} tabIndex={0}>
      <table class="plan-table">
        <thead>
          <tr>
            <th scope="col">{words.planWords.week}</th>
            {PLANNED_EXERCISES.map(({ exercise, isNeeded }) => (
              <th key={exercise} scope="col">
                {exerciseName(exercise)}
                {isNeeded ? null : <small>{words.planWords.coach}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {planRows(stand).map((row) => (
            <Week key={row.week} row={row} daysDone={stand.daysDone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Week({ row: { week, when, doses }, daysDone }: { row: PlanRow; daysDone: number }) {
  return (
    <tr class={`is-${when}`} aria-current={when === 'now' ? 'step' : undefined}>
      <th scope="row">
        {week}
        {when === 'done' ? (
          <span class="plan-when">
            <TickIcon size="0.9rem" />
            <span class="visually-hidden">{words.planWords.weekDone}</span>
          </span>
        ) : null}
        {when === 'now' ? (
          <span class="plan-when">{words.daysDoneWords(daysDone, PLAN.daysAWeek)}</span>
        ) : null}
      </th>
      {doses.map(({ exercise, of, amount, sets, from }) => (
        <td key={exercise} class={`is-${from}`}>
          {words.doseWords(of, amount, sets)}
          {from === 'between' ? (
            <span class="visually-hidden">, {words.planWords.origins.between}</span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}
