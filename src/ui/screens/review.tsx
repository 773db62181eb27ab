import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Felt } from '../../core/session/felt';
import type { SessionRecord, SetRecord } from '../../core/session/record';
import type { PerSide } from '../../core/units';
import { exportFileName } from '../../storage/exchange';
import type { LoadedSession } from '../../storage/session-store';
import type { StorageFault } from '../../storage/storage-fault';
import { AdviceBox } from '../components/advice-box';
import { Button, ButtonLink } from '../components/button';
import { BinIcon, DownloadIcon, PlayIcon } from '../components/icons';
import { EmptyState, Page } from '../components/page';
import { StorageNotice } from '../components/storage-notice';
import { FeltScales } from '../components/felt-scales';
import { SessionHeadline } from '../components/headline';
import { SetReviewPanel } from '../components/set-review';
import { SetList, SetsCompared } from '../components/sets-compared';
import { words } from '../language';
import { repairWords } from '../model/repair-words';
import { day, time } from '../model/format';
import { sessionTitle } from '../model/words';
import { toLive, type Router } from '../router';
import { exerciseById } from '../../exercises/registry';
import type { StartServices } from '../services';
import { SensorCheck } from './sensor/sensor-check';
import { TakeSession } from './take-away/take-session';
import './review.css';
import { textOf } from '../exercise-text';

interface ReviewScreenProps {
  readonly id: string;
  readonly router: Router;
  readonly services: StartServices;
}

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'fault'; readonly fault: StorageFault }
  | { readonly kind: 'loaded'; readonly session: LoadedSession };

export function ReviewScreen({ id, router, services }: ReviewScreenProps) {
  const [state, setState] = useState<Loading>({ kind: 'loading' });
  const load = useCallback(async () => {
    const result = await services.sessions.load(id);
    if (!result.ok) setState({ kind: 'fault', fault: result.fault });
    else setState(result.value === null ? { kind: 'missing' } : { kind: 'loaded', session: result.value });
  }, [id, services]);
  useEffect(() => {
    void load();
  }, [load]);
  switch (state.kind) {
    case 'loading':
      return <Page title={words.reviewWords.title}>{null}</Page>;
    case 'missing':
      return (
        <Page title={words.reviewWords.title}>
          <EmptyState title={words.reviewWords.missing}>
            <p>{words.reviewWords.missingTodo}</p>
          </EmptyState>
        </Page>
      );
    case 'fault':
      return (
        <Page title={words.reviewWords.title}>
          <AdviceBox advice={words.storageFaults[state.fault.code]}>
            <ButtonLink href="#/history">{words.common.history}</ButtonLink>
          </AdviceBox>
        </Page>
      );
    case 'loaded':
      return <LoadedReview session={state.session} reload={load} router={router} services={services} />;
  }
}

interface LoadedReviewProps {
  readonly session: LoadedSession;
  readonly reload: () => Promise<void>;
  readonly router: Router;
  readonly services: StartServices;
}

function LoadedReview({ session: { record, repairs }, reload, router, services }: LoadedReviewProps) {
  const [fault, setFault] = useState<StorageFault | null>(null);
  const correct = async (set: SetRecord, reps: PerSide<number> | null) => {
    const result = await services.sessions.correctReps(record.id, set.n, reps);
    setFault(result.ok ? null : result.fault);
    if (result.ok) await reload();
  };
  const remove = async () => {
    const failed = await services.deletion.remove([record.id]);
    if (failed === null) router.replace('#/history');
    else setFault(failed);
  };
  return (
    <Page
      title={sessionTitle(record)}
      lead={leadOf(record)}
      actions={
        <>
          <AgainLink record={record} />
          <Button
            onClick={() => {
              services.download(exportFileName(record), record);
            }}
          >
            <DownloadIcon /> {words.reviewWords.save}
          </Button>
          <TakeSession record={record} services={services} />
          <Button
            onClick={() => {
              void remove();
            }}
          >
            <BinIcon /> {words.reviewWords.remove}
          </Button>
        </>
      }
    >
      <div class="review-notes">
        <StorageNotice services={services} />
        {fault ? <AdviceBox advice={words.storageFaults[fault.code]} /> : null}
        {repairs.length > 0 ? (
          <AdviceBox
            advice={{ title: words.reviewWords.repaired, todo: repairs.map(repairWords).join(' ') }}
          />
        ) : null}
      </div>
      {record.sets.length > 0 ? <SessionHeadline sets={record.sets} /> : null}
      <HowItWas record={record} services={services} reload={reload} onFault={setFault} />
      <Sets
        record={record}
        onCorrect={(set, reps) => {
          void correct(set, reps);
        }}
      />
      <SensorCheck sets={record.sets} />
      {record.sets.length === 0 ? <p class="soft">{words.reviewWords.nothing}</p> : null}
    </Page>
  );
}

interface HowItWasProps extends Pick<LoadedReviewProps, 'reload' | 'services'> {
  readonly record: SessionRecord;
  readonly onFault: (fault: StorageFault | null) => void;
}

/** Asked of what was done and is over. */
function HowItWas({ record, services, reload, onFault }: HowItWasProps) {
  const feel = async (felt: Felt) => {
    const result = await services.sessions.feel(record.id, felt);
    onFault(result.ok ? null : result.fault);
    if (result.ok) await reload();
  };
  if (record.sets.length === 0 || record.ended === 'running') return null;
  return (
    <FeltScales
      felt={record.felt}
      onChange={(felt) => {
        void feel(felt);
      }}
    />
  );
}

interface SetsProps {
  readonly record: SessionRecord;
  readonly onCorrect: (set: SetRecord, reps: PerSide<number> | null) => void;
}

/** Several sets side by side, one exercise after the other, and the chosen one in full; a single set in full. */
function Sets({ record: { sets }, onCorrect }: SetsProps) {
  const [chosen, setChosen] = useState(sets[0]?.n ?? 1);
  const groups = useMemo(() => {
    const exercises = [...new Set(sets.map(({ exercise }) => exercise))];
    return exercises.map((exercise) => sets.filter((one) => one.exercise === exercise));
  }, [sets]);
  const repeated = groups.filter((group) => group.length > 1);
  const lone = groups.flatMap((group) => (group.length === 1 ? group : []));
  const set = sets.find(({ n }) => n === chosen) ?? sets[0];
  if (!set) return null;
  const name = (exercise: SetRecord['exercise']): string | null =>
    groups.length === 1 ? null : (textOf(exerciseById(exercise))?.name ?? words.notRecognised);
  return (
    <>
      {repeated.map((group) => (
        <SetsCompared
          key={group[0]?.n}
          sets={group}
          name={name(group[0]?.exercise ?? null)}
          chosen={set.n}
          onChoose={setChosen}
        />
      ))}
      {sets.length > 1 && lone.length > 0 ? (
        <SetList
          sets={lone.map((one) => ({ set: one, name: name(one.exercise) ?? words.tables.setN(one.n) }))}
          chosen={set.n}
          onChoose={setChosen}
        />
      ) : null}
      <SetReviewPanel
        key={set.n}
        set={set}
        definition={exerciseById(set.exercise)}
        heading={
          sets.length > 1
            ? [words.tables.setN(set.n), name(set.exercise), time(set.startedAt)].filter(Boolean).join(', ')
            : null
        }
        onCorrect={(reps) => {
          onCorrect(set, reps);
        }}
      />
    </>
  );
}

function AgainLink({ record }: { record: SessionRecord }) {
  const exercise = record.sets.at(-1)?.exercise ?? null;
  if (exercise === null) return null;
  return (
    <ButtonLink kind="main" href={toLive(exercise)}>
      <PlayIcon /> {words.reviewWords.again}
    </ButtonLink>
  );
}

const leadOf = (record: SessionRecord): string =>
  [
    `${day(record.startedAt)}, ${time(record.startedAt)}`,
    record.ended === 'finished' ? '' : words.reviewWords[record.ended],
  ]
    .filter(Boolean)
    .join(' · ');
