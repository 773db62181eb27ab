import type { Side } from '../../../core/units';
import { FaultIcon, PauseIcon, PlayIcon, TickIcon, UnseenIcon } from '../../components/icons';
import { Button } from '../../components/button';
import type { StorageFault } from '../../../storage/storage-fault';
import type { LiveController } from '../../live/controller';
import type { BannerView } from '../../model/banner';
import type { SideView } from '../../model/live-view';
import { notSeen, storageFaults } from '../../messages/en';
import { capital } from '../../model/format';
import { Dial } from './dial';
import { OfferPanel } from './offer';
import { SetupChecks } from './setup-checks';

interface HudProps {
  readonly live: LiveController;
  readonly storageFault: StorageFault | null;
}

/** Everything over the picture. Every part keeps its place whatever it shows: nothing jumps. */
export function Hud({ live, storageFault }: HudProps) {
  const stage = live.stage.value.kind;
  const offer = stage === 'work' ? live.offer.value : null;
  return (
    <div class="hud">
      <TopBar live={live} storageFault={storageFault} />
      <Dial live={live} />
      {stage === 'setup' || stage === 'countdown' ? <SetupChecks live={live} /> : null}
      {offer ? <OfferPanel live={live} offer={offer} /> : <Deck live={live} />}
      <p class="visually-hidden" role="status" aria-live="polite">
        {live.spoken.value}
      </p>
    </div>
  );
}

/** The lower row: the banner between the two sides' counts. */
function Deck({ live }: { live: LiveController }) {
  const stage = live.stage.value.kind;
  const isWork = stage === 'work' || stage === 'paused' || stage === 'rest';
  return (
    <>
      {isWork ? <SideTile live={live} side="left" /> : null}
      <BannerArea live={live} />
      {isWork ? <SideTile live={live} side="right" /> : null}
    </>
  );
}

function TopBar({ live, storageFault }: HudProps) {
  const stage = live.stage.value.kind;
  const view = live.view.value;
  return (
    <div class="hud-top">
      <div class="hud-title">
        <strong>{live.definition.value?.text.name ?? 'Just start moving'}</strong>
        {view && view.sets > 1 ? (
          <span>
            Set {view.set} of {view.sets}
          </span>
        ) : null}
      </div>
      <Status live={live} storageFault={storageFault} />
      <div class="hud-actions">
        {stage === 'setup' ? (
          <Button
            onClick={() => {
              live.skipSetup();
            }}
          >
            Skip the check
          </Button>
        ) : null}
        {stage === 'work' || stage === 'paused' ? (
          <Button
            label={stage === 'paused' ? 'Go on' : 'Pause'}
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
            live.end();
          }}
        >
          End
        </Button>
      </div>
    </div>
  );
}

/** Whether the camera sees enough, in words and a sign; and how fast, small. */
function Status({ live, storageFault }: HudProps) {
  const stats = live.stats.value;
  const unseen = live.view.value?.unseen ?? null;
  const notice = live.notice.value ?? (storageFault ? storageFaults[storageFault.code] : null);
  return (
    <div class="hud-status">
      {live.view.value === null ? null : unseen === null ? (
        <span class="hud-seen">
          <TickIcon /> Clear view
        </span>
      ) : (
        <span class="hud-unseen">
          <UnseenIcon /> {notSeen[unseen].title}
        </span>
      )}
      {notice ? <span class="hud-notice">{notice.title}</span> : null}
      {stats ? (
        <span class="hud-stats">
          {Math.round(stats.framesPerSecond)} fps · {stats.dropped} dropped
        </span>
      ) : null}
    </div>
  );
}

/** One side's count, on that side of the mirrored screen: the person's left is on the left. */
function SideTile({ live, side }: { live: LiveController; side: Side }) {
  const view = live.view.value;
  if (!view) return null;
  const tile: SideView = view.sides[side];
  const isActive = view.activeSide === side;
  return (
    <div class={`hud-side hud-side-${side}${isActive ? ' is-active' : ''}`}>
      <span class="hud-side-name">{capital(side)}</span>
      <span class="hud-side-count">
        {tile.count}
        {view.unit === 'seconds' ? <small>s</small> : null}
      </span>
      <span class="hud-side-flags">
        {tile.flagged > 0 ? (
          <>
            <FaultIcon /> {tile.flagged} <span>{view.unit === 'seconds' ? 'sagged' : 'flagged'}</span>
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
