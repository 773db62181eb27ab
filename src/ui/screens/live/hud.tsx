import type { Side } from '../../../core/units';
import {
  FaultIcon,
  NextIcon,
  PauseIcon,
  PlayIcon,
  SoundIcon,
  TickIcon,
  UnseenIcon,
} from '../../components/icons';
import { Button } from '../../components/button';
import { Stepper } from '../../components/stepper';
import type { StorageFault } from '../../../storage/storage-fault';
import type { LiveController } from '../../live/controller';
import type { BannerView } from '../../model/banner';
import type { SideView } from '../../model/live-view';
import { words } from '../../language';
import { Dial } from './dial';
import { OfferPanel } from './offer';
import { RestActions, RestPanel } from './rest';
import { HandSign } from './hand-sign';
import { SetupChecks } from './setup-checks';
import { textOf } from '../../exercise-text';

interface HudProps {
  readonly live: LiveController;
  readonly storageFault: StorageFault | null;
  readonly openSound: () => void;
}

/** Everything over the picture. Every part keeps its place whatever it shows: nothing jumps. */
export function Hud({ live, storageFault, openSound }: HudProps) {
  const stage = live.stage.value.kind;
  const offer = stage === 'work' ? live.offer.value : null;
  return (
    <div class="hud">
      <TopBar live={live} storageFault={storageFault} openSound={openSound} />
      <Dial live={live} />
      {stage === 'setup' || stage === 'countdown' ? <SetupChecks live={live} /> : null}
      {stage === 'rest' ? <RestPanel live={live} /> : null}
      {offer ? <OfferPanel live={live} offer={offer} /> : <Deck live={live} />}
      <HandSign live={live} />
      <p class="visually-hidden" role="status" aria-live="polite">
        {live.spoken.value}
      </p>
    </div>
  );
}

const isWork = (live: LiveController): boolean => ['work', 'paused', 'rest'].includes(live.stage.value.kind);

/** The lower row: the banner, or in the rest what can be done, between the two sides' counts. */
function Deck({ live }: { live: LiveController }) {
  const isResting = live.stage.value.kind === 'rest';
  return (
    <>
      {isWork(live) ? <SideTile live={live} side="left" /> : null}
      {isResting ? <RestActions live={live} /> : <BannerArea live={live} />}
      {isWork(live) ? <SideTile live={live} side="right" /> : null}
    </>
  );
}

function TopBar({ live, storageFault, openSound }: HudProps) {
  const stage = live.stage.value.kind;
  const position = live.position.value;
  return (
    <div class="hud-top">
      <div class="hud-title">
        <strong>{titleOf(live)}</strong>
        <span>{placeWords(live)}</span>
      </div>
      <Status live={live} storageFault={storageFault} />
      <div class="hud-actions">
        {position && position.n < position.of ? (
          <Button
            label={words.hud.nextExercise}
            onClick={() => {
              live.skipExercise();
            }}
          >
            <NextIcon />
          </Button>
        ) : null}
        {stage === 'rest' ? (
          <Button label={words.sound.title} onClick={openSound}>
            <SoundIcon />
          </Button>
        ) : null}
        {stage === 'setup' ? (
          <Button
            onClick={() => {
              live.skipSetup();
            }}
          >
            {words.hud.skipCheck}
          </Button>
        ) : null}
        {stage === 'work' || stage === 'paused' ? (
          <Button
            label={stage === 'paused' ? words.hud.goOn : words.hud.pause}
            onClick={() => {
              if (stage === 'paused') live.resume();
              else live.pause();
            }}
          >
            {stage === 'paused' ? <PlayIcon /> : <PauseIcon />}
          </Button>
        ) : null}
        <Button
          onClick={() => {
            live.askEnd();
          }}
        >
          {words.hud.end}
        </Button>
      </div>
    </div>
  );
}

/** What is being done; between two exercises what they belong to. */
const titleOf = (live: LiveController): string =>
  live.rest.value?.isOther ? words.programme.name : (textOf(live.definition.value)?.name ?? words.auto.name);

/** "Exercise 2 of 5 · set 1 of 3", as far as there are several. */
function placeWords(live: LiveController): string {
  if (live.rest.value?.isOther) return '';
  const position = live.position.value;
  const view = isWork(live) ? live.view.value : null;
  const sets = view && view.sets > 1 ? view : null;
  if (position && sets) return words.hud.exerciseAndSet(position.n, position.of, sets.set, sets.sets);
  if (position) return words.hud.exerciseOf(position.n, position.of);
  return sets ? words.hud.setOf(sets.set, sets.sets) : '';
}

/** Whether the camera sees enough, in words and a sign. */
function Status({ live, storageFault }: Omit<HudProps, 'openSound'>) {
  const unseen = live.view.value?.unseen ?? null;
  // That nothing is kept matters more than that nothing is heard.
  const notice = storageFault ? words.storageFaults[storageFault.code] : live.notice.value;
  const light = live.light.value;
  return (
    <div class="hud-status">
      {live.view.value === null || !isWork(live) ? null : live.isBehind.value && unseen === null ? (
        <Slow live={live} />
      ) : light !== 'fine' && unseen === null ? (
        <span class="hud-unseen">
          <UnseenIcon /> {words.lighting[light].title}
        </span>
      ) : unseen === null ? (
        <span class="hud-seen">
          <TickIcon /> {words.hud.clearView}
        </span>
      ) : (
        <span class="hud-unseen">
          <UnseenIcon /> {words.notSeen[unseen].title}
        </span>
      )}
      {notice ? (
        <span class="hud-notice" title={notice.todo}>
          {notice.title}
        </span>
      ) : null}
    </div>
  );
}

/** That the machine cannot keep up, and what helps. */
function Slow({ live }: { live: LiveController }) {
  const faster = live.goFaster;
  return (
    <>
      <span class="hud-unseen">
        <UnseenIcon /> {words.slow.title}
      </span>
      {faster ? <Button onClick={faster}>{words.slow.faster}</Button> : null}
    </>
  );
}

/** One side's count, on that side of the mirrored screen: the person's left is on the left. */
function SideTile({ live, side }: { live: LiveController; side: Side }) {
  const view = live.view.value;
  if (!view) return null;
  const tile: SideView = view.sides[side];
  const own = live.stage.value.kind === 'rest' ? live.ownReps.value : null;
  const isCorrected = own !== null && own[side] !== tile.count;
  const isActive = view.activeSide === side && live.stage.value.kind !== 'rest';
  return (
    <div class={`hud-side hud-side-${side}${isActive ? ' is-active' : ''}`}>
      <span class="hud-side-name">{words.sides[side]}</span>
      {own === null ? (
        <span class="hud-side-count">
          {tile.count}
          {view.unit === 'seconds' ? <small>s</small> : null}
        </span>
      ) : (
        <span class="hud-side-own">
          <Stepper
            label={words.yourCount[side]}
            value={own[side]}
            onChange={(reps) => {
              live.correct(side, reps);
            }}
          />
        </span>
      )}
      <span class="hud-side-flags">
        {isCorrected ? (
          <small>{words.rest.counted(tile.count)}</small>
        ) : tile.flagged > 0 ? (
          <>
            <FaultIcon /> {tile.flagged}{' '}
            <span>
              {view.unit === 'seconds' ? words.hud.sagged(tile.flagged) : words.hud.flagged(tile.flagged)}
            </span>
          </>
        ) : null}
      </span>
    </div>
  );
}

function BannerArea({ live }: { live: LiveController }) {
  const banner = live.banner.value;
  return <div class="hud-banner-area">{banner ? <Banner banner={banner} /> : null}</div>;
}

export function Banner({ banner }: { banner: BannerView }) {
  return (
    <div class={`hud-banner hud-banner-${banner.kind}`}>
      <strong>
        {banner.kind === 'fault' ? <FaultIcon size="0.92em" /> : null}
        {banner.short}
      </strong>
      {banner.long ? <span>{banner.long}</span> : null}
    </div>
  );
}
