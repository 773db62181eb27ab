import { useMemo, useState } from 'preact/hooks';
import type { SessionDigest } from '../../core/session/session-digest';
import { isTraining } from '../../core/session/session-digest';
import type { ExerciseId } from '../../core/terms/ids';
import { exerciseName } from '../exercise-text';
import { AdviceBox } from '../components/advice-box';
import { Button } from '../components/button';
import { Select } from '../components/choice';
import { FeltTrend } from '../components/felt-trend';
import { FileButton } from '../components/file-button';
import { DownloadIcon, UploadIcon } from '../components/icons';
import { EmptyState, Page } from '../components/page';
import { StorageNotice } from '../components/storage-notice';
import { ExerciseFigure } from '../figures/exercise-figure';
import { words } from '../language';
import { dayKey } from '../model/calendar';
import { day } from '../model/format';
import {
  daysOf,
  exercisesOf,
  filterDigests,
  NO_FILTER,
  PERIODS,
  type HistoryFilter,
  type Period,
} from '../model/history-view';
import type { StartServices } from '../services';
import { Calendar } from './history/calendar';
import { Damaged } from './history/damaged';
import { DeletedNotice } from './history/deleted-notice';
import { EntryList, type Selection } from './history/entry-list';
import { Storage } from './history/storage';
import { HipTest } from './history/hip-test';
import { ToPlan } from './history/to-plan';
import { SelectBar } from './history/select-bar';
import { Trends } from './history/trends';
import { useHistory } from './history/use-history';
import { Week } from './history/week';
import { ImportList, useImports } from './import-list';
import { TakeAllSheet } from './take-away/take-all';
import '../components/panel.css';
import './history/history.css';

/** Every session kept on this computer: what was done when, how it has gone, and each of them. */
export function HistoryScreen({ services }: { services: StartServices }) {
  const history = useHistory(services);
  const { imports, bringIn, decide } = useImports(services.sessions, history.reload);
  const [taken, take] = useState<readonly string[] | null>(null);
  const { digests } = history;
  const isEmpty = history.isLoaded && digests.length + history.damaged.length === 0 && history.fault === null;
  return (
    <Page
      title={words.historyWords.title}
      lead={words.historyWords.lead}
      current="history"
      actions={
        <>
          <FileButton accept=".json,application/json" onFiles={bringIn}>
            <UploadIcon /> {words.importing.choose}
          </FileButton>
          {digests.length > 0 ? (
            <Button
              onClick={() => {
                take(digests.map(({ id }) => id));
              }}
            >
              <DownloadIcon /> {words.taking.all}
            </Button>
          ) : null}
        </>
      }
    >
      <ImportList imports={imports} decide={decide} />
      <DeletedNotice services={services} onUndo={history.undo} />
      <StorageNotice services={services} />
      {history.fault ? <AdviceBox advice={words.storageFaults[history.fault.code]} /> : null}
      {isEmpty ? <Empty /> : null}
      {digests.length > 0 ? (
        <Filled services={services} digests={digests} onRemove={history.remove} onTake={take} />
      ) : null}
      {history.damaged.map((item) => (
        <Damaged
          key={item.id}
          item={item}
          onDelete={() => {
            history.remove([item.id]);
          }}
        />
      ))}
      {digests.length > 0 ? <Storage services={services} /> : null}
      <TakeAllSheet
        services={services}
        ids={taken}
        onClose={() => {
          take(null);
        }}
      />
    </Page>
  );
}

const Empty = () => (
  <EmptyState title={words.historyWords.empty} figure={<ExerciseFigure exercise="curtsy-lunge" />}>
    <p>
      {words.historyWords.emptyTodo} {words.importing.hint}
    </p>
  </EmptyState>
);

interface FilledProps {
  readonly services: StartServices;
  readonly digests: readonly SessionDigest[];
  readonly onRemove: (ids: readonly string[]) => void;
  readonly onTake: (ids: readonly string[]) => void;
}

function Filled({ services, digests, onRemove, onTake }: FilledProps) {
  const [filter, setFilter] = useState<HistoryFilter>(NO_FILTER);
  const nowMs = services.now();
  const change = (part: Partial<HistoryFilter>) => {
    setFilter({ ...filter, ...part });
  };
  const trained = useMemo(() => digests.filter(isTraining), [digests]);
  const times = useMemo(() => trained.map(({ startedAt }) => startedAt), [trained]);
  const exercises = useMemo(() => exercisesOf(trained), [trained]);
  const { exercise, period } = filter;
  const filtered = useMemo(
    () => filterDigests(digests, { exercise, period }, nowMs),
    [digests, exercise, period, nowMs],
  );
  return (
    <>
      <div class="history-top">
        <Calendar
          times={times}
          nowMs={nowMs}
          chosen={filter.day}
          onChoose={(chosen) => {
            change({ day: chosen });
          }}
        />
        <Week
          times={times}
          nowMs={nowMs}
          goal={services.settings.current.value.weeklyGoal}
          onGoal={(weeklyGoal) => {
            services.settings.change({ weeklyGoal });
          }}
        />
      </div>
      <ToPlan digests={digests} nowMs={nowMs} />
      <HipTest digests={digests} nowMs={nowMs} />
      <ProgressSection filter={filter} exercises={exercises} digests={filtered} onFilter={change} />
      <FeltTrend digests={filtered} />
      <Sessions
        key={`${exercise ?? ''} ${period} ${filter.day ?? ''}`}
        digests={filtered}
        onlyDay={filter.day}
        onAllDays={() => {
          change({ day: null });
        }}
        onRemove={onRemove}
        onTake={onTake}
      />
    </>
  );
}

interface ProgressProps {
  readonly filter: HistoryFilter;
  readonly exercises: readonly ExerciseId[];
  readonly digests: readonly SessionDigest[];
  readonly onFilter: (part: Partial<HistoryFilter>) => void;
}

function ProgressSection({ filter: { exercise, period }, exercises, digests, onFilter }: ProgressProps) {
  const shownExercise = exercise ?? exercises[0] ?? null;
  return (
    <section class="history-section" aria-label={words.progress.title}>
      <div class="history-head">
        <h2>
          {shownExercise ? words.historyWords.progressOf(exerciseName(shownExercise)) : words.progress.title}
        </h2>
        <div class="history-filter">
          <Select
            label={words.progress.exercise}
            value={exercise ?? ''}
            options={[
              { value: '', name: words.progress.allExercises },
              ...exercises.map((id) => ({ value: id, name: exerciseName(id) })),
            ]}
            onChange={(id) => {
              onFilter({ exercise: id === '' ? null : id });
            }}
          />
          <Select
            label={words.progress.period}
            value={period}
            options={PERIODS.map((value) => ({ value, name: words.periods[value] }))}
            onChange={(value) => {
              onFilter({ period: PERIODS.find((one) => one === value) ?? ('all' satisfies Period) });
            }}
          />
        </div>
      </div>
      {exercise === null && exercises.length > 1 ? <p class="soft">{words.progress.mostFrequent}</p> : null}
      {shownExercise ? <Trends digests={digests} exercise={shownExercise} /> : null}
    </section>
  );
}

/** More lines than this at once make a page slow and nobody reads them. */
const PAGE_LENGTH = 40;

interface SessionsProps extends Pick<FilledProps, 'digests' | 'onRemove' | 'onTake'> {
  readonly onlyDay: string | null;
  readonly onAllDays: () => void;
}

function Sessions({ digests, onlyDay, onAllDays, onRemove, onTake }: SessionsProps) {
  const [shown, show] = useState(PAGE_LENGTH);
  const [selection, setSelection] = useState<Selection>(null);
  const wanted =
    onlyDay === null ? digests : digests.filter(({ startedAt }) => dayKey(startedAt) === onlyDay);
  const first = wanted[0];
  return (
    <section class="history-section" aria-label={words.historyWords.sessions}>
      <div class="history-head">
        <h2>{onlyDay !== null && first ? day(first.startedAt) : words.historyWords.sessions}</h2>
        <div class="history-filter">
          {onlyDay === null ? null : <Button onClick={onAllDays}>{words.historyWords.allDays}</Button>}
          {selection === null ? (
            <Button
              onClick={() => {
                setSelection(new Set());
              }}
            >
              {words.deletion.select}
            </Button>
          ) : null}
        </div>
      </div>
      {wanted.length === 0 ? <p class="soft">{words.historyWords.none}</p> : null}
      <EntryList
        days={daysOf(wanted.slice(0, shown))}
        selection={selection}
        onSelect={(id, isChosen) => {
          const next = new Set(selection);
          if (isChosen) next.add(id);
          else next.delete(id);
          setSelection(next);
        }}
      />
      {wanted.length > shown ? (
        <div class="more">
          <Button
            onClick={() => {
              show(shown + PAGE_LENGTH);
            }}
          >
            {words.historyWords.older}
          </Button>
        </div>
      ) : null}
      {selection === null ? null : (
        <SelectBar
          all={wanted.filter(({ ended }) => ended !== 'running').map(({ id }) => id)}
          selection={selection}
          onSelection={setSelection}
          onRemove={onRemove}
          onTake={onTake}
        />
      )}
    </section>
  );
}
