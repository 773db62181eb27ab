import { useMemo } from 'preact/hooks';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { words } from '../language';
import { toTenth } from '../model/format';
import { repSentence } from '../model/outcome-words';
import { inStep, pairTitle, pairWords, type RepPair } from '../model/replay-pair';
import { viewReplay, type ReplayView } from '../model/replay-view';
import type { SetReview } from '../model/review-view';
import { Button } from './button';
import { FrameBackIcon, FrameOnIcon, PauseIcon, PlayIcon } from './icons';
import { ReplayStage } from './replay-stage';
import { useLoop, type Loop } from './use-loop';
import './replay-pair.css';
import { textOf } from '../exercise-text';

interface ReplayPairProps {
  readonly review: SetReview;
  readonly definition: ExerciseDefinition | null;
  readonly pair: RepPair;
  /** It was asked for, and plays by itself. */
  readonly isChosen: boolean;
}

/** The worst repetition beside the best of the same side, in step; or the one that was chosen beside its counterpart. */
export function ReplayPair({ review: { set }, definition, pair, isChosen }: ReplayPairProps) {
  const { shown, other, about } = pair;
  const view = useMemo(() => viewReplay(set, shown), [set, shown.key]);
  const otherView = useMemo(() => (other ? viewReplay(set, other) : null), [set, other?.key]);
  const loop = useLoop(view, isChosen);
  const overlayView = definition?.view ?? 'standing-front';
  const labels = textOf(definition)?.sideLabel;
  return (
    <div class="replay">
      <p class="replay-about">{pairTitle(pair)}</p>
      <div class="replay-two">
        <ReplayStage
          view={view}
          atS={loop.atS}
          overlayView={overlayView}
          title={pairWords(shown, about)}
          label={repSentence(shown, labels)}
          isFault={shown.faults.length > 0}
        />
        {other ? (
          <ReplayStage
            view={otherView}
            atS={view && otherView ? inStep(view, loop.atS, otherView) : (otherView?.stillS ?? 0)}
            overlayView={overlayView}
            title={(other.faults.length > 0 ? words.replay.worst : words.replay.best)(
              pairWords(other, about),
            )}
            label={repSentence(other, labels)}
            isFault={other.faults.length > 0}
          />
        ) : null}
      </div>
      <Controls view={view} loop={loop} />
    </div>
  );
}

function Controls({ view, loop }: { view: ReplayView | null; loop: Loop }) {
  const lengthS = view ? view.toS - view.fromS : 1;
  const shownS = view ? loop.atS - view.fromS : 0;
  const disabled = view === null;
  return (
    <div class="replay-controls">
      <Button
        label={loop.isPlaying ? words.replay.pause : words.replay.play}
        disabled={disabled}
        onClick={loop.toggle}
      >
        {loop.isPlaying ? <PauseIcon /> : <PlayIcon />}
      </Button>
      <Button
        label={words.replay.frameBack}
        disabled={disabled}
        onClick={() => {
          loop.step(-1);
        }}
      >
        <FrameBackIcon />
      </Button>
      <Button
        label={words.replay.frameOn}
        disabled={disabled}
        onClick={() => {
          loop.step(1);
        }}
      >
        <FrameOnIcon />
      </Button>
      <input
        type="range"
        aria-label={words.replay.moment}
        // While it plays a reader would read every tick of it.
        aria-valuetext={
          loop.isPlaying ? words.replay.playing : words.setReview.momentOf(toTenth(shownS), toTenth(lengthS))
        }
        min={0}
        max={lengthS}
        step={0.02}
        value={shownS}
        disabled={disabled}
        onInput={(event) => {
          loop.seek((view?.fromS ?? 0) + event.currentTarget.valueAsNumber);
        }}
      />
      <Button pressed={loop.isSlow} disabled={disabled} onClick={loop.toggleSlow}>
        {words.replay.slow}
      </Button>
    </div>
  );
}
