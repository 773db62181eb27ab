import { useEffect, useState } from 'preact/hooks';
import type { SessionRecord } from '../../core/session/record';
import { exerciseName } from '../exercise-text';
import type { StorageFault } from '../../storage/storage-fault';
import { PeaksChart } from '../charts/peaks-chart';
import { TrendKey } from '../charts/trend-chart';
import { AdviceBox } from '../components/advice-box';
import { Button, ButtonLink } from '../components/button';
import { BackIcon, Mark, PrintIcon } from '../components/icons';
import { EmptyState, Page } from '../components/page';
import { PlainTable } from '../components/plain-table';
import { words } from '../language';
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
      title={words.printed.title}
      lead={words.printed.lead}
      actions={
        <>
          <ButtonLink href={formatRoute({ name: 'review', sessionId: id })}>
            <BackIcon /> {words.printed.back}
          </ButtonLink>
          {state.kind === 'loaded' ? (
            <Button
              kind="main"
              onClick={() => {
                window.print();
              }}
            >
              <PrintIcon /> {words.printed.print}
            </Button>
          ) : null}
        </>
      }
    >
      {state.kind === 'fault' ? <AdviceBox advice={words.storageFaults[state.fault.code]} /> : null}
      {state.kind === 'missing' ? (
        <EmptyState title={words.reviewWords.missing}>
          <p>{words.reviewWords.missingTodo}</p>
        </EmptyState>
      ) : null}
      {state.kind === 'loaded' ? <Sheet record={state.record} /> : null}
    </Page>
  );
}

function Sheet({ record }: { record: SessionRecord }) {
  const exercises = summaryOf(record, (fault) => capital(words.faults[fault].name));
  return (
    <article class="print-sheet bright" aria-label={words.printed.title}>
      <header class="print-head">
        <Mark />
        <div>
          <h2>{words.printed.heading}</h2>
          <p>
            {day(record.startedAt)} {new Date(record.startedAt).getFullYear()}, {time(record.startedAt)}
            {record.source === 'camera' ? '' : `, ${words.printed.fromFile}`}
          </p>
        </div>
        <p class="print-name">{words.printed.name}</p>
      </header>
      {exercises.map((exercise) => (
        <Exercise key={exercise.digest.exercise ?? ''} {...exercise} />
      ))}
      <footer class="print-foot">
        {exercises.some(({ charts }) => charts.length > 0) ? <p>{words.printed.marks}</p> : null}
        <p>{words.printed.howMeasured}</p>
        <p>{words.rendered}</p>
      </footer>
    </article>
  );
}

/** Two drawings stand side by side on the paper. */
const CHART_WIDTH = 330;

function Exercise({ digest, columns, rows, charts }: SummaryExercise) {
  const name = digest.exercise ? exerciseName(digest.exercise) : words.notRecognised;
  return (
    <section class="print-exercise">
      <h3>
        {name}
        <small>
          {digest.ownCount === null
            ? words.reviewWords.sets(digest.sets)
            : words.reviewWords.setsAndOwnCount(digest.sets, digest.ownCount)}
        </small>
      </h3>
      <PlainTable columns={columns} rows={rows} />
      {charts.length > 0 ? (
        <>
          <div class="print-charts">
            {charts.map(({ fault, peaks }) => (
              <figure key={fault}>
                <figcaption>{words.printed.peaks(capital(words.faults[fault].name))}</figcaption>
                <PeaksChart
                  label={words.curves.peaks(name, words.faults[fault].name)}
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
