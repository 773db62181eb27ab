import { Ring } from '../../components/ring';
import type { LiveController } from '../../live/controller';
import { words } from '../../language';

/** While hands are held up: what that will do, and a ring that fills. Lowering them breaks it off. */
export function HandSign({ live }: { live: LiveController }) {
  const { hands, progress, isSpent } = live.signal.value;
  const wish = wishOf(live);
  if (hands === null || isSpent || wish === null || progress < 0.15) return null;
  return (
    <div class="hand-sign" aria-hidden="true">
      <Ring segments={[]} of={null} progress={progress} isContinuous />
      <strong>{words.signs[wish]}</strong>
    </div>
  );
}

/** What the sign that is being given means here. */
function wishOf(live: LiveController): keyof typeof words.signs | null {
  const stage = live.stage.value;
  const { hands } = live.signal.value;
  if (hands === 'both') return 'end';
  switch (stage.kind) {
    case 'work':
      return 'pause';
    case 'paused':
      return 'goOn';
    case 'rest':
      return hands === 'left' ? 'repeat' : 'begin';
    default:
      return null;
  }
}
