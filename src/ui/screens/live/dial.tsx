import { Ring } from '../../components/ring';
import { ExerciseFigure } from '../../figures/exercise-figure';
import type { LiveController } from '../../live/controller';
import type { LiveView } from '../../model/live-view';
import { words } from '../../language';

interface Face {
  /** Empty: the exercise's figure stands in its place. */
  readonly big: string;
  readonly small: string;
  readonly ring: Parameters<typeof Ring>[0];
}

/** The one huge number and its ring: loading, set-up, countdown, count, rest, all in the same place. */
export function Dial({ live }: { live: LiveController }) {
  const face = faceOf(live);
  return (
    <div class="dial" data-long={face.big.length > 2 ? 'yes' : undefined}>
      <Ring {...face.ring} />
      <div class="dial-face">
        {face.big === '' ? (
          <span class="dial-figure">
            <ExerciseFigure exercise={live.definition.value?.id ?? 'auto'} />
          </span>
        ) : (
          <span class="dial-big">{face.big}</span>
        )}
        <span class="dial-small">{face.small}</span>
      </div>
    </div>
  );
}

const plain = (progress: number): Face['ring'] => ({ segments: [], of: null, progress, isContinuous: true });

function faceOf(live: LiveController): Face {
  const stage = live.stage.value;
  const view = live.view.value;
  const quiet = live.gate.value.progress;
  switch (stage.kind) {
    case 'placing':
    case 'starting': {
      const share = stage.kind === 'starting' ? stage.share : null;
      const small = share === null ? words.hud.gettingReady : words.hud.loaded(share);
      return { big: '', small, ring: plain(share ?? 0) };
    }
    case 'setup':
      return {
        big: '',
        small: quiet > 0 ? words.hud.holdStill : '',
        ring: plain(quiet),
      };
    case 'countdown':
      return { big: `${stage.leftS}`, small: words.hud.getReady, ring: plain(1) };
    case 'rest':
      return {
        big: `${live.rest.value?.leftS ?? 0}`,
        small: words.hud.secondsRest,
        ring: plain(live.rest.value?.share ?? 0),
      };
    case 'work':
    case 'paused':
    case 'ended':
      return view ? countFace(view, stage.kind === 'paused') : { big: '0', small: '', ring: plain(0) };
  }
}

function countFace(view: LiveView, isPaused: boolean): Face {
  const isHold = view.unit === 'seconds';
  const goal =
    view.target === null
      ? words.hud[view.unit]
      : (isHold ? words.hud.ofSeconds : words.hud.ofReps)(view.target);
  return {
    big: `${view.count}`,
    small: isPaused ? words.hud.paused : goal,
    ring: {
      segments: view.segments,
      of: isHold ? null : view.target,
      progress: view.target === null && !isHold ? 0 : view.progress,
      isContinuous: isHold,
    },
  };
}
