import { useState } from 'preact/hooks';
import { PLAN } from '../../core/plan/eight-weeks';
import type { PlanStand } from '../../core/plan/plan-stand';
import { isTaken, takeOver } from '../../core/plan/take-over';
import type { ExerciseId } from '../../core/terms/ids';
import { exerciseName } from '../exercise-text';
import { AdviceBox } from '../components/advice-box';
import { Button, ButtonLink } from '../components/button';
import { PainReading } from '../components/felt-scales';
import { FeltTrend } from '../components/felt-trend';
import { DayDots } from '../components/day-dots';
import { PlayIcon } from '../components/icons';
import { Page } from '../components/page';
import { StorageNotice } from '../components/storage-notice';
import { words } from '../language';
import { dosesOf, feltOver, standNow } from '../model/plan-view';
import { toLive } from '../router';
import type { SettingsModel, StartServices } from '../services';
import { useHistory } from './history/use-history';
import { WeeksTable } from './plan/weeks-table';
import '../components/panel.css';
import './plan/plan.css';

/** The eight weeks, where the person stands in them, and what comes next. */
export function PlanScreen({ services }: { services: StartServices }) {
  const { digests, isLoaded, fault } = useHistory(services);
  const stand = standNow(digests, services.now());
  const lastPain = feltOver(digests).at(-1)?.pain ?? null;
  return (
    <Page title={words.planWords.title} lead={words.planWords.lead}>
      <StorageNotice services={services} />
      {fault ? <AdviceBox advice={words.storageFaults[fault.code]} /> : null}
      {isLoaded ? (
        <>
          <Next stand={stand} settings={services.settings} pain={lastPain} />
          <div class="plan-part">
            <h2>{words.planWords.table}</h2>
            <p class="soft small">{words.planWords.tableAbout}</p>
            <WeeksTable stand={stand} />
            <p class="soft small plan-note">{words.planWords.source}</p>
            <p class="soft small plan-note">{words.planWords.rules}</p>
          </div>
          <FeltTrend digests={digests} />
        </>
      ) : null}
    </Page>
  );
}

interface NextProps {
  readonly stand: PlanStand;
  readonly settings: SettingsModel;
  readonly pain: number | null;
}

/** The next day: how far it is, why, its numbers, and the way to do it. */
function Next({ stand, settings, pain }: NextProps) {
  return (
    <section class="panel plan-next" aria-labelledby="plan-next">
      <div class="plan-head">
        <p class="soft small">{words.planWords.next}</p>
        <h2 id="plan-next">{words.standWords(stand)}</h2>
        <DayDots done={stand.daysDone} of={PLAN.daysAWeek} />
        <p>{words.reasonWords(stand)}</p>
      </div>
      <ul class="plan-doses">
        {dosesOf(stand.week).map(({ exercise, of, amount, sets, from }) => (
          <li key={exercise} class={from === 'coach' ? 'is-coach' : ''}>
            <strong>{words.doseWords(of, amount, sets)}</strong>
            <span>{exerciseName(exercise)}</span>
            {from === 'coach' ? <small class="soft">{words.planWords.optional}</small> : null}
          </li>
        ))}
      </ul>
      <PainReading pain={pain} />
      <Take week={stand.week} settings={settings} />
    </section>
  );
}

/** One tap takes the week's numbers over; what was set by hand is asked for first. */
function Take({ week, settings }: { week: number; settings: SettingsModel }) {
  const [byHand, ask] = useState<readonly ExerciseId[]>([]);
  const { prescriptions, planned } = settings.current.value;
  const take = (replaceOwn: boolean) => {
    const taken = takeOver(week, prescriptions, planned, replaceOwn);
    settings.change({ prescriptions: taken.prescriptions, planned: taken.planned });
    ask(taken.byHand);
  };
  const isDone = isTaken(week, prescriptions);
  return (
    <div class="plan-take">
      {byHand.length > 0 ? (
        <AdviceBox advice={words.askReplace(byHand.map(exerciseName))}>
          <Button
            kind="main"
            onClick={() => {
              take(true);
            }}
          >
            {words.planWords.replace}
          </Button>
          <Button
            onClick={() => {
              ask([]);
            }}
          >
            {words.planWords.keep}
          </Button>
        </AdviceBox>
      ) : null}
      <div class="plan-actions">
        <Button
          kind={isDone ? 'plain' : 'main'}
          disabled={isDone}
          onClick={() => {
            take(false);
          }}
        >
          {words.planWords.take}
        </Button>
        <ButtonLink kind={isDone ? 'main' : 'plain'} href={toLive('programme')}>
          <PlayIcon /> {words.planWords.start}
        </ButtonLink>
        <p class="soft small" role="status">
          {isDone ? words.planWords.taken : words.planWords.takeHint}
        </p>
      </div>
    </div>
  );
}
