import { useEffect, useState } from 'preact/hooks';
import { isInProgramme, type ExerciseDefinition } from '../../core/exercise/definition';
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
import { newer, privacy, programme, storageFaults, toPlan, whatBrowserCan } from '../messages/en';
import { lastTimes, type Done } from '../model/last-time';
import { ownExercises } from '../model/own-exercises';
import { doneWords, prescriptionWords } from '../model/words';
import { formatRoute, toLive } from '../router';
import type { StartServices } from '../services';
import './choose.css';

/** Comes with the first look at it. */
const { Screen: SettingsSheet } = lazyScreen(
  async () => (await import('./settings-sheet')).SettingsSheet,
  PART,
);

/** How many sessions are looked through for "last time". */
const LOOK_BACK = 40;

export function ChooseScreen({ services }: { services: StartServices }) {
  const { last, fault } = useLastTimes(services);
  const exercises = ownExercises(services.exercises, services.settings.current.value.prescriptions);
  const [isSettingsOpen, openSettings] = useState(false);
  const [wereSettingsOpen, fetchSettings] = useState(false);
  return (
    <Page
      title="What are you training?"
      lead="Pick one, step back, and train. Hipline counts aloud and tells you when a hip drops or a knee collapses."
      tools={
        <Button
          kind="quiet"
          onClick={() => {
            fetchSettings(true);
            openSettings(true);
          }}
        >
          <SettingsIcon />
          <span>Settings</span>
        </Button>
      }
    >
      <StorageNotice services={services} />
      <UnfinishedNotice services={services} />
      {fault ? <AdviceBox advice={storageFaults[fault.code]} /> : null}
      <ul class="cards">
        <li class="cards-wide">
          <ProgrammeCard exercises={services.exercises} />
        </li>
        {exercises.map((exercise) => (
          <li key={exercise.id}>
            <ExerciseCard exercise={exercise} last={last.get(exercise.id)} nowMs={services.now()} />
          </li>
        ))}
        <li>
          <AutoCard />
        </li>
      </ul>
      <p class="to-plan">
        <a href={formatRoute({ name: 'plan' })}>{toPlan}</a>
      </p>
      <p class="privacy">
        <LockIcon />
        <span>
          {privacy} <a href={formatRoute({ name: 'browser' })}>{whatBrowserCan}</a>
        </span>
      </p>
      <NewerNotice services={services} />
      {wereSettingsOpen ? (
        <SettingsSheet
          services={services}
          isOpen={isSettingsOpen}
          onClose={() => {
            openSettings(false);
          }}
        />
      ) : null}
    </Page>
  );
}

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
      <AdviceBox advice={isSessionRunning ? newer.later : newer}>
        <Button kind="main" onClick={() => void take()}>
          {newer.take}
        </Button>
      </AdviceBox>
    </div>
  );
}

function ProgrammeCard({ exercises }: { exercises: readonly ExerciseDefinition[] }) {
  return (
    <a class="card card-wide" href={toLive('programme')}>
      <div class="card-body">
        <h2>{programme.name}</h2>
        <p class="card-summary">{programme.summary}</p>
      </div>
      <div class="card-figures">
        {exercises.filter(isInProgramme).map(({ id }) => (
          <ExerciseFigure key={id} exercise={id} />
        ))}
      </div>
    </a>
  );
}

function ExerciseCard(props: { exercise: ExerciseDefinition; last: Done | undefined; nowMs: number }) {
  const { exercise, last, nowMs } = props;
  return (
    <a class="card" href={toLive(exercise.id)}>
      <div class="card-figure">
        <ExerciseFigure exercise={exercise.id} />
      </div>
      <div class="card-body">
        <h2>{exercise.text.name}</h2>
        <p class="card-summary">{exercise.text.summary}</p>
        <p class="card-facts">
          <strong>{prescriptionWords(exercise.prescription)}</strong>
          <span class="soft">{last ? `Last: ${doneWords(last, nowMs)}` : 'Not done yet'}</span>
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
        <h2>Just start moving</h2>
        <p class="card-summary">
          Begin any of the five. Hipline recognises which one it is and counts from the first repetition.
        </p>
        <p class="card-facts">
          <strong>Auto</strong>
          <span class="soft">No goal, as many as you like</span>
        </p>
      </div>
    </a>
  );
}

function useLastTimes(services: StartServices) {
  const [last, setLast] = useState<ReadonlyMap<ExerciseId, Done>>(new Map());
  const [fault, setFault] = useState<StorageFault | null>(null);
  useEffect(() => {
    let isGone = false;
    void services.sessions.list({ offset: 0, limit: LOOK_BACK }).then((result) => {
      if (isGone) return;
      if (!result.ok) {
        setFault(result.fault);
        return;
      }
      setLast(
        lastTimes(result.value.items.flatMap((item) => (item.kind === 'session' ? [item.record] : []))),
      );
    });
    return () => {
      isGone = true;
    };
  }, [services]);
  return { last, fault };
}
