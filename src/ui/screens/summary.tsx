import { useEffect, useState } from 'preact/hooks';
import type { SessionRecord } from '../../core/session/record';
import { exerciseName } from '../../exercises/registry';
import type { StorageFault } from '../../storage/storage-fault';
import { PeaksChart } from '../charts/peaks-chart';
import { TrendKey } from '../charts/trend-chart';
import { AdviceBox } from '../components/advice-box';
import { Button, ButtonLink } from '../components/button';
import { BackIcon, Mark, PrintIcon } from '../components/icons';
import { EmptyState, Page } from '../components/page';
import { PlainTable } from '../components/plain-table';
import { rendered, storageFaults } from '../messages/en';
import { faults } from '../messages/judging';
import { printed } from '../messages/sessions';
import { capital, day, time } from '../model/format';
import { summaryOf, type SummaryExercise } from '../model/summary-view';
import { formatRoute } from '../router';
import type { StartServices } from '../services';
import './summary.css';

type Loading =
  | { readonly kind: 'loading' | 'missing' }
  | { readonly kind: 'fault'; readonly fault: StorageFault }
  | { readonly kind: 'loaded'; readonly record: SessionRecord };

/** A session on one page of paper. On the screen it is shown as it will be printed. */
export function SummaryScreen({ id, services }: { id: string; services: Pick<StartServices, 'sessions'> }) {
  const [state, setState] = useState<Loading>({ kind: 'loading' });
  useEffect(() => {
    void services.sessions.load(id).then((result) => {
      if (!result.ok) setState({ kind: 'fault', fault: result.fault });
      else if (result.value === null) setState({ kind: 'missing' });
      else setState({ kind: 'loaded', record: result.value.record });
    });
  }, [id, services]);
  return (
    <Page
      title={printed.title}
      lead={printed.lead}
      actions={
        <>
          <ButtonLink href={formatRoute({ name: 'review', sessionId: id })}>
            <BackIcon /> {printed.back}
          </ButtonLink>
          {state.kind === 'loaded' ? (
            <Button
              kind="main"
              onClick={() => {
                window.print();
              }}
            >
              <PrintIcon /> {printed.print}
            </Button>
          ) : null}
        </>
      }
    >
      {state.kind === 'fault' ? <AdviceBox advice={storageFaults[state.fault.code]} /> : null}
      {state.kind === 'missing' ? (
        <EmptyState title="This session is not here">
          <p>It may have been deleted, or it was recorded in another browser.</p>
        </EmptyState>
      ) : null}
      {state.kind === 'loaded' ? <Sheet record={state.record} /> : null}
    </Page>
  );
}

function Sheet({ record }: { record: SessionRecord }) {
  const exercises = summaryOf(record, (fault) => capital(faults[fault].name));
  return (
    <article class="print-sheet bright" aria-label={printed.title}>
      <header class="print-head">
        <Mark />
        <div>
          <h2>{printed.heading}</h2>
          <p>
            {day(record.startedAt)} {new Date(record.startedAt).getFullYear()}, {time(record.startedAt)}
            {record.source === 'camera' ? '' : `, ${printed.fromFile}`}
          </p>
        </div>
        <p class="print-name">{printed.name}</p>
      </header>
      {exercises.map((exercise) => (
        <Exercise key={exercise.digest.exercise ?? ''} {...exercise} />
      ))}
      <footer class="print-foot">
        <p>{printed.howMeasured}</p>
        <p>{rendered}</p>
      </footer>
    </article>
  );
}

/** Two drawings stand side by side on the paper. */
const CHART_WIDTH = 330;

function Exercise({ digest, columns, rows, charts }: SummaryExercise) {
  const name = digest.exercise ? exerciseName(digest.exercise) : 'Not recognised';
  return (
    <section class="print-exercise">
      <h3>
        {name}
        <small>
          {digest.sets === 1 ? '1 set' : `${digest.sets} sets`}
          {digest.ownCount === null ? '' : `; the person’s own count: ${digest.ownCount}`}
        </small>
      </h3>
      <PlainTable columns={columns} rows={rows} />
      {charts.length > 0 ? (
        <>
          <div class="print-charts">
            {charts.map(({ fault, peaks }) => (
              <figure key={fault}>
                <figcaption>{printed.peaks(capital(faults[fault].name))}</figcaption>
                <PeaksChart
                  label={`${name}: ${faults[fault].name} of each repetition. The table has the sums.`}
                  peaks={peaks}
                  width={CHART_WIDTH}
                />
              </figure>
            ))}
          </div>
          <TrendKey />
        </>
      ) : null}
    </section>
  );
}
