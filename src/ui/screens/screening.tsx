import { nextScreeningAt, SCREENING, screeningsOf, type ScreeningLeg } from '../../core/session/screening';
import { SIDES, type Side } from '../../core/units';
import { AdviceBox } from '../components/advice-box';
import { ButtonLink } from '../components/button';
import { FaultIcon, PlayIcon, TickIcon, UnseenIcon } from '../components/icons';
import { Page } from '../components/page';
import { StorageNotice } from '../components/storage-notice';
import { ExerciseFigure } from '../figures/exercise-figure';
import { words } from '../language';
import { day, time } from '../model/format';
import { formatRoute, toLive } from '../router';
import type { StartServices } from '../services';
import { Trends } from './history/trends';
import { useHistory } from './history/use-history';
import '../components/panel.css';
import './screening.css';

/** The hip test: how it goes, what came out last, what that means, and how it has gone. */
export function ScreeningScreen({ services }: { services: StartServices }) {
  const { digests, isLoaded, fault } = useHistory(services);
  const tests = screeningsOf(digests);
  const [last] = tests;
  const next = nextScreeningAt(last);
  return (
    <Page
      title={words.screening.title}
      lead={words.screening.lead}
      actions={
        <ButtonLink kind="main" href={toLive(SCREENING.exercise)}>
          <PlayIcon /> {last ? words.screening.again : words.screening.start}
        </ButtonLink>
      }
    >
      <StorageNotice services={services} />
      {fault ? <AdviceBox advice={words.storageFaults[fault.code]} /> : null}
      {isLoaded ? (
        <p class="screening-next">{words.nextWords(last?.startedAt ?? null, next, services.now())}</p>
      ) : null}
      {last ? (
        <section class="screening-part" aria-label={words.screening.result}>
          <div class="screening-head">
            <h2>{words.screening.result}</h2>
            <p class="soft">
              {day(last.startedAt)}, {time(last.startedAt)} ·{' '}
              <a href={formatRoute({ name: 'review', sessionId: last.sessionId })}>
                {words.screening.review}
              </a>
            </p>
          </div>
          <div class="screening-legs">
            {SIDES.map((side) => (
              <Leg key={side} side={side} leg={last.legs[side]} />
            ))}
          </div>
        </section>
      ) : null}
      <div class="screening-notes">
        <Note title={words.screening.normalTitle} text={words.screening.normal} />
        <Note title={words.screening.doubtTitle} text={words.screening.doubt} />
      </div>
      {last ? (
        <section class="screening-part" aria-label={words.screening.trend}>
          <h2>{words.screening.trend}</h2>
          {tests.length > 1 ? (
            <Trends digests={digests} exercise={SCREENING.exercise} />
          ) : (
            <p class="soft">{words.screening.onceIsNoTrend}</p>
          )}
        </section>
      ) : null}
      <Steps />
    </Page>
  );
}

function Leg({ side, leg }: { side: Side; leg: ScreeningLeg }) {
  return (
    <section class={`panel screening-leg is-${leg.outcome}`} aria-label={words.screening.legs[side]}>
      <h3>{words.screening.legs[side]}</h3>
      <p class="screening-outcome">
        <OutcomeIcon leg={leg} /> {words.screening.outcomes[leg.outcome]}
      </p>
      <dl>
        <Fact
          name={words.screening.stood}
          value={leg.outcome === 'not-done' ? '–' : `${Math.round(leg.stoodS)} s`}
        />
        <Fact name={words.screening.firstDrop} value={words.firstDropWords(leg)} />
        <Fact name={words.screening.largestDrop} value={words.largestDropWords(leg)} />
      </dl>
    </section>
  );
}

function OutcomeIcon({ leg: { outcome } }: { leg: ScreeningLeg }) {
  if (outcome === 'level') return <TickIcon />;
  return outcome === 'dropped' ? <FaultIcon /> : <UnseenIcon />;
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

const Note = ({ title, text }: { title: string; text: string }) => (
  <section>
    <h2>{title}</h2>
    <p class="soft">{text}</p>
  </section>
);

function Steps() {
  const { title, list } = words.screening.steps;
  return (
    <section class="panel screening-steps" aria-label={title}>
      <div class="screening-figure">
        <ExerciseFigure exercise={SCREENING.exercise} />
      </div>
      <div>
        <h2>{title}</h2>
        <ol>
          {list.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
    </section>
  );
}
