import { Button } from '../../components/button';
import { useFocusIn } from '../../components/focus';
import { PlayIcon, SoundIcon } from '../../components/icons';
import type { LiveController } from '../../live/controller';
import type { Stage } from '../../live/stage';
import { words } from '../../language';
import './pause.css';

/** Why the session stands still and how it goes on, to be read from the far end of the room. */
export function PausePanel({ live, openSound }: { live: LiveController; openSound: () => void }) {
  const stage = live.stage.value;
  return stage.kind === 'paused' ? (
    <Pause key={stage.why} live={live} stage={stage} openSound={openSound} />
  ) : null;
}

interface PauseProps {
  readonly live: LiveController;
  readonly stage: Extract<Stage, { kind: 'paused' }>;
  readonly openSound: () => void;
}

function Pause({ live, stage, openSound }: PauseProps) {
  // Whoever presses a key next means this.
  const panel = useFocusIn<HTMLElement>(stage.why, true);
  const { title, todo } = words.pauses[stage.why];
  return (
    <section
      class="pause"
      ref={panel}
      role="alertdialog"
      aria-labelledby="pause-title"
      aria-describedby="pause-todo"
    >
      <h2 id="pause-title">{title}</h2>
      <p id="pause-todo">{stage.isCameraOff ? words.pauses.cameraOffTodo : todo}</p>
      <div class="pause-actions">
        <Button
          kind="main"
          big
          onClick={() => {
            live.resume();
          }}
        >
          <PlayIcon /> {words.pauses.goOn}
        </Button>
        {stage.why === 'ending' ? null : (
          <Button big onClick={openSound}>
            <SoundIcon /> {words.sound.title}
          </Button>
        )}
        <Button
          big
          onClick={() => {
            if (stage.why === 'ending') live.end();
            else live.askEnd();
          }}
        >
          {stage.why === 'ending' ? words.pauses.endNow : words.hud.end}
        </Button>
      </div>
    </section>
  );
}
