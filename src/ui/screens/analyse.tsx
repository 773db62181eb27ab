import { exerciseById, exercises } from '../../exercises/registry';
import { exerciseName, textOf } from '../exercise-text';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExerciseId } from '../../core/terms/ids';
import type { StorageFault } from '../../storage/storage-fault';
import { AdviceBox } from '../components/advice-box';
import { Button, ButtonLink } from '../components/button';
import { Select } from '../components/choice';
import { DownloadIcon, FilmIcon, HistoryIcon } from '../components/icons';
import { Page } from '../components/page';
import { SessionHeadline } from '../components/headline';
import { SetReviewPanel } from '../components/set-review';
import { words } from '../language';
import type { AnalysisOutcome, AnalysisProgress, AnalysisResult } from '../model/analysis-run';
import { clock } from '../model/format';
import { formatRoute } from '../router';
import { toKeptSession } from '../model/kept-analysis';
import type { Services } from '../services';
import './analyse.css';

type State =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'running'; readonly name: string; readonly progress: AnalysisProgress | null }
  | { readonly kind: 'finished'; readonly name: string; readonly result: AnalysisResult };

/** The same pipeline as the camera's, over a recorded video: every frame, nothing skipped, nothing kept. */
export function AnalyseScreen({ services }: { services: Services }) {
  const [exercise, setExercise] = useState<ExerciseId | 'auto'>('auto');
  const [state, setState] = useState<State>({ kind: 'choosing' });
  const abort = useRef<AbortController | null>(null);
  // Nobody waits for the result on another screen, and the machine is wanted there.
  useEffect(() => () => abort.current?.abort(), []);
  const run = async (file: File) => {
    const control = new AbortController();
    abort.current = control;
    setState({ kind: 'running', name: file.name, progress: null });
    const result = await services.analysis.run(
      file,
      exercise,
      (progress) => {
        setState({ kind: 'running', name: file.name, progress });
      },
      control.signal,
    );
    setState(
      result.kind === 'cancelled' ? { kind: 'choosing' } : { kind: 'finished', name: file.name, result },
    );
  };
  const again = () => {
    setState({ kind: 'choosing' });
  };
  return (
    <Page title={words.analysing.title} lead={words.analysing.lead(words.privacyOfFiles)} current="analyse">
      {state.kind === 'choosing' ? (
        <>
          <ExerciseSelect exercise={exercise} onChange={setExercise} />
          <DropZone onFile={(file) => void run(file)} />
        </>
      ) : null}
      {state.kind === 'running' ? (
        <Running name={state.name} progress={state.progress} onCancel={() => abort.current?.abort()} />
      ) : null}
      {state.kind === 'finished' ? (
        <Finished name={state.name} result={state.result} services={services} onAgain={again} />
      ) : null}
    </Page>
  );
}

function ExerciseSelect(props: {
  exercise: ExerciseId | 'auto';
  onChange: (exercise: ExerciseId | 'auto') => void;
}) {
  return (
    <div class="analyse-options">
      <Select
        label={words.analysing.shows}
        value={props.exercise}
        options={[
          { value: 'auto', name: words.analysing.recognise },
          ...exercises.map((one) => ({ value: one.id, name: textOf(one).name })),
        ]}
        onChange={(value) => {
          props.onChange(value);
        }}
      />
    </div>
  );
}

function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      class={`drop${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file) onFile(file);
      }}
    >
      <FilmIcon size="3.2rem" />
      <h2>{words.analysing.drop}</h2>
      <p class="soft">{words.analysing.kinds}</p>
      <label>
        <input
          ref={input}
          type="file"
          accept="video/*,.mkv,.json,application/json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
        <span class="button button-main button-big">{words.analysing.choose}</span>
      </label>
    </div>
  );
}

function Running(props: { name: string; progress: AnalysisProgress | null; onCancel: () => void }) {
  const { name, progress, onCancel } = props;
  const of = progress?.durationS ?? null;
  return (
    <div class="panel running" role="status">
      <h2>{name}</h2>
      <progress
        aria-label={words.analysing.progress}
        {...(progress && of ? { value: progress.doneS, max: of } : {})}
      />
      <p class="soft">{progress === null ? words.analysing.gettingReady : progressWords(progress)}</p>
      <Button onClick={onCancel}>{words.analysing.stop}</Button>
    </div>
  );
}

function progressWords({ frames, doneS, durationS }: AnalysisProgress): string {
  return durationS
    ? words.analysing.doneOf(frames, clock(doneS), clock(durationS))
    : words.analysing.done(frames, clock(doneS));
}

interface FinishedProps {
  readonly name: string;
  readonly result: AnalysisResult;
  readonly services: Services;
  readonly onAgain: () => void;
}

function Finished({ name, result, services, onAgain }: FinishedProps) {
  if (result.kind === 'cancelled') return null;
  if (result.kind === 'failed') {
    return (
      <AdviceBox advice={result.advice}>
        <Button kind="main" onClick={onAgain}>
          {words.analysing.anotherFile}
        </Button>
      </AdviceBox>
    );
  }
  const { set, document, fault } = result.outcome;
  return (
    <>
      <div class="page-head">
        <div>
          <h2>{set.exercise ? exerciseName(set.exercise) : words.analysing.noneRecognised}</h2>
          <p class="soft">{words.analysing.seen(name, document.frames, document.framesWithPose)}</p>
        </div>
        <div class="page-actions">
          <Button
            onClick={() => {
              services.download(`${name.replace(/\.[^.]+$/, '')}.analysis.json`, document);
            }}
          >
            <DownloadIcon /> {words.analysing.save}
          </Button>
          <KeepButton outcome={result.outcome} services={services} />
          <Button kind="main" onClick={onAgain}>
            {words.analysing.another}
          </Button>
        </div>
      </div>
      {fault ? <AdviceBox advice={fault} /> : null}
      <SessionHeadline sets={[set]} />
      <SetReviewPanel set={set} definition={exerciseById(set.exercise)} heading={null} />
    </>
  );
}

type Keeping = 'not-yet' | 'busy' | { readonly id: string } | { readonly fault: StorageFault };

/** The video is never kept; what was counted and judged of it can be, once. */
function KeepButton({ outcome, services }: { outcome: AnalysisOutcome; services: Services }) {
  const [state, setState] = useState<Keeping>('not-yet');
  const keep = async () => {
    setState('busy');
    const record = toKeptSession(outcome, crypto.randomUUID(), services.appVersion);
    const kept = await services.sessions.put(record);
    setState(kept.ok ? { id: record.id } : { fault: kept.fault });
  };
  if (typeof state === 'object' && 'id' in state) {
    return (
      <ButtonLink href={formatRoute({ name: 'review', sessionId: state.id })}>
        <HistoryIcon /> {words.keeping.show}
      </ButtonLink>
    );
  }
  return (
    <>
      {typeof state === 'object' ? <AdviceBox advice={words.storageFaults[state.fault.code]} /> : null}
      <Button disabled={state === 'busy'} onClick={() => void keep()}>
        <HistoryIcon /> {words.keeping.keep}
      </Button>
    </>
  );
}
