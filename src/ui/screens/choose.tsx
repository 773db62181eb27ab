import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { isInProgramme, type ExerciseCard as Card } from '../../core/exercise/definition';
import type { ExerciseId } from '../../core/terms/ids';
import type { StorageFault } from '../../storage/storage-fault';
import { lazyScreen, PART } from '../lazy-screen';
import { AdviceBox } from '../components/advice-box';
import { Button } from '../components/button';
import { LockIcon, SettingsIcon } from '../components/icons';
import { Page } from '../components/page';
import { StorageNotice } from '../components/storage-notice';
import { UnfinishedNotice } from '../components/unfinished-notice';
import { ExerciseFigure } from '../figures/exercise-figure';
import { words } from '../language';
import type { Done } from '../model/last-time';
import { ownExercises } from '../model/own-exercises';
import { doneWords, prescriptionWords } from '../model/words';
import { formatRoute, toLive } from '../router';
import type { StartServices } from '../services';
import './choose.css';
import { textOf } from '../exercise-text';

/** Comes with the first look at it. */
const { Screen: SettingsSheet } = lazyScreen(
  async () => (await import('./settings-sheet')).SettingsSheet,
  PART,
);

/** How many sessions are looked through for "last time". */
const LOOK_BACK = 40;

interface ChooseProps {
  readonly services: StartServices;
  readonly isSettingsOpen: Signal<boolean>;
}

export function ChooseScreen({ services, isSettingsOpen }: ChooseProps) {
  const { last, fault } = useLastTimes(services);
  const exercises = ownExercises(services.exercises, services.settings.current.value.prescriptions);
  const [wereSettingsOpen, fetchSettings] = useState(isSettingsOpen.value);
  return (
    <Page
      title={words.choosing.title}
      lead={words.choosing.lead}
      tools={
        <Button
          kind="quiet"
          onClick={() => {
            fetchSettings(true);
            isSettingsOpen.value = true;
          }}
        >
          <SettingsIcon />
          <span>{words.choosing.settings}</span>
        </Button>
      }
    >
      <StorageNotice services={services} />
      <UnfinishedNotice services={services} />
      {fault ? <AdviceBox advice={words.storageFaults[fault.code]} /> : null}
      <ul class="cards">
        <li class="cards-programme">
          <ProgrammeCard exercises={services.exercises} />
        </li>
        <li class="cards-auto">
          <AutoCard />
        </li>
        {exercises.map((exercise) => (
          <li key={exercise.id}>
            <ExerciseCard exercise={exercise} last={last.get(exercise.id)} nowMs={services.now()} />
          </li>
        ))}
      </ul>
      <ToPlan />
      <p class="privacy">
        <LockIcon />
        <span>
          {words.privacy} <a href={formatRoute({ name: 'browser' })}>{words.whatBrowserCan}</a>
        </span>
      </p>
      <NewerNotice services={services} />
      {wereSettingsOpen ? (
        <SettingsSheet
          services={services}
          isOpen={isSettingsOpen.value}
          onClose={() => {
            isSettingsOpen.value = false;
          }}
        />
      ) : null}
    </Page>
  );
}

const ToPlan = () => (
  <p class="to-plan">
    <a class="link-line" href={formatRoute({ name: 'plan' })}>
      {words.toPlan}
    </a>
  </p>
);

/**
 * A newer version waits. It is offered here alone, since on every other screen something is going on; over the page, since
 * it comes late and nothing may jump.
 */
function NewerNotice({ services }: { services: Pick<StartServices, 'takeNewer'> }) {
  const [isSessionRunning, tellOfSession] = useState(false);
  const takeNewer = services.takeNewer.value;
  if (takeNewer === null) return null;
  const take = async () => {
    tellOfSession((await takeNewer()) === 'session-runs');
  };
  return (
    <div class="newer">
      <AdviceBox advice={isSessionRunning ? words.newer.later : words.newer}>
        <Button kind="main" onClick={() => void take()}>
          {words.newer.take}
        </Button>
      </AdviceBox>
    </div>
  );
}

function ProgrammeCard({ exercises }: { exercises: readonly Card[] }) {
  return (
    <a class="card card-programme" href={toLive('programme')}>
      <div class="card-body">
        <h2>{words.programme.name}</h2>
        <p class="card-summary">{words.programme.summary}</p>
      </div>
      <div class="card-figures">
        {exercises.filter(isInProgramme).map(({ id }) => (
          <ExerciseFigure key={id} exercise={id} />
        ))}
      </div>
    </a>
  );
}

function ExerciseCard(props: { exercise: Card; last: Done | undefined; nowMs: number }) {
  const { exercise, last, nowMs } = props;
  return (
    <a class="card" href={toLive(exercise.id)}>
      <div class="card-figure">
        <ExerciseFigure exercise={exercise.id} />
      </div>
      <div class="card-body">
        <h2>{textOf(exercise).name}</h2>
        <p class="card-summary">{textOf(exercise).summary}</p>
        <p class="card-facts">
          <strong>{prescriptionWords(exercise.prescription)}</strong>
          <span class="soft">{last ? doneWords(last, nowMs) : words.choosing.notYet}</span>
        </p>
      </div>
    </a>
  );
}

function AutoCard() {
  return (
    <a class="card card-auto" href={toLive('auto')}>
      <div class="card-figure">
        <ExerciseFigure exercise="auto" />
      </div>
      <div class="card-body">
        <h2>{words.auto.name}</h2>
        <p class="card-summary">{words.choosing.autoAbout}</p>
      </div>
    </a>
  );
}

function useLastTimes(services: StartServices) {
  const [last, setLast] = useState<ReadonlyMap<ExerciseId, Done>>(new Map());
  const [fault, setFault] = useState<StorageFault | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      // The words come with the sessions: the first screen does not wait for them.
      const [result, { lastTimes }] = await Promise.all([
        services.sessions.list({ offset: 0, limit: LOOK_BACK }),
        import('../model/last-time'),
      ]);
      if (isGone) return;
      if (!result.ok) {
        setFault(result.fault);
        return;
      }
      const records = result.value.items.flatMap((item) => (item.kind === 'session' ? [item.record] : []));
      setLast(lastTimes(records));
    };
    // Without it the cards say nothing of the last time.
    look().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [services]);
  return { last, fault };
}
