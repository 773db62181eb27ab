import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { SCREENING } from '../../core/session/screening';
import type { ExerciseId } from '../../core/terms/ids';
import { AdviceBox } from '../components/advice-box';
import { Button, ButtonLink } from '../components/button';
import { useFocusKept } from '../components/focus';
import type { LiveController } from '../live/controller';
import { COLUMN_SHARE } from '../model/room';
import type { Route, Router } from '../router';
import { formatRoute } from '../router';
import type { Services } from '../services';
import { LivePicture } from './live/live-picture';
import { Hud } from './live/hud';
import { DonePanel } from './live/done';
import { PausePanel } from './live/pause';
import { PlacingScreen } from './live/placing';
import { SoundSheet } from './live/sound-sheet';
import { useKeys } from './live/use-keys';
import './live/live.css';
import './live/live-layout.css';
import './live/travel.css';
import './live/setup-checks.css';
import './live/banner.css';
import './live/offer.css';
import './live/live-shapes.css';
import { textOf } from '../exercise-text';
import { words } from '../language';

interface LiveScreenProps {
  readonly request: Extract<Route, { name: 'live' }>;
  readonly router: Router;
  readonly services: Services;
}

/** Set up, then work. Everything that lasts lives in the controller; this only shows it. */
export function LiveScreen({ request, router, services }: LiveScreenProps) {
  // Changed only before the camera is on: then the session is made anew with what is wanted now.
  const { prescriptions } = services.settings.current.value;
  const live = useMemo(() => services.openLive(request), [services, request, prescriptions]);
  useEffect(() => {
    // Reloaded in the middle of a session: whether to go on with it is asked before another one begins.
    const mayGoOn = services.unfinished.current.peek() !== null && !request.goOn;
    if (request.skipSetup || (request.autostart && !mayGoOn)) live.start();
    return () => {
      live.dispose();
    };
  }, [live, request, services]);
  useReviewWhenEnded(live, router);
  const stage = live.stage.value.kind;
  const [isSoundWanted, wantSound] = useState(false);
  const openSound = useCallback(() => {
    wantSound(hasSound(live));
  }, [live]);
  useKeys(live, openSound);
  useFocusKept(stage);
  if (stage === 'placing') {
    return <PlacingScreen live={live} choice={request.exercise} services={services} />;
  }
  return (
    <main
      class="stage live"
      data-stage={stage}
      data-room={live.room.value}
      data-travels={live.definition.value?.travel !== undefined}
      style={{ '--column-share': COLUMN_SHARE }}
    >
      <h1 class="visually-hidden" tabIndex={-1}>
        {textOf(live.definition.value)?.name ?? words.auto.name}
      </h1>
      <LivePicture live={live} />
      <Hud live={live} storageFault={services.storageFault.value} openSound={openSound} />
      <PausePanel live={live} openSound={openSound} />
      <DonePanel live={live} />
      {services.settings.current.value.flashOn ? <Flash live={live} /> : null}
      <LiveFault live={live} />
      <SoundSheet
        settings={services.settings}
        isOpen={isSoundWanted && hasSound(live)}
        onClose={() => {
          wantSound(false);
        }}
      />
    </main>
  );
}

/** How much is said is not changed in the middle of a set. */
const hasSound = (live: LiveController): boolean => ['paused', 'rest'].includes(live.stage.value.kind);

/** The border lights up with a cue, for who cannot hear it. */
function Flash({ live }: { live: LiveController }) {
  const flash = live.flash.value;
  return flash ? (
    <div key={flash.n} class={`live-flash live-flash-${flash.kind}`} aria-hidden="true" />
  ) : null;
}

/** A fault stands over the picture until it is mended; what was counted stays in view behind it. */
function LiveFault({ live }: { live: LiveController }) {
  const advice = live.fault.value;
  if (advice === null) return null;
  return (
    <div class="live-fault">
      <AdviceBox advice={advice} isOver>
        <Button
          kind="main"
          onClick={() => {
            live.retry();
          }}
        >
          {words.hud.tryAgain}
        </Button>
        {live.view.value ? (
          <Button
            onClick={() => {
              live.end();
            }}
          >
            {words.pauses.endNow}
          </Button>
        ) : (
          <ButtonLink href="#/">{words.common.back}</ButtonLink>
        )}
      </AdviceBox>
    </div>
  );
}

function useReviewWhenEnded(live: LiveController, router: Router) {
  const stage = live.stage.value;
  useEffect(() => {
    if (stage.kind !== 'ended' || !stage.isKept || stage.isTelling) return;
    router.replace(formatRoute(afterwards(stage.sessionId, live.definition.peek()?.id)));
  }, [stage, router, live]);
}

/** Where a session leads to. What a test comes to has a page of its own; of a session in which nothing was done nothing is kept. */
function afterwards(sessionId: string | null, exercise: ExerciseId | undefined) {
  if (sessionId === null) return { name: 'choose' } as const;
  return exercise === SCREENING.exercise
    ? ({ name: 'screening' } as const)
    : ({ name: 'review', sessionId } as const);
}
