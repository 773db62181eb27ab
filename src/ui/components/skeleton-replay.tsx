import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { SetRecord } from '../../core/session/record';
import { createOverlay, type Overlay } from '../../overlay/renderer';
import { replay as words } from '../messages/sessions';
import { repSentence } from '../model/outcome-words';
import type { JudgedRep } from '../model/review-view';
import { viewReplay, type ReplayView } from '../model/replay-view';
import { Button } from './button';
import { PauseIcon, PlayIcon } from './icons';
import { useLoop, type Loop } from './use-loop';
import './skeleton-replay.css';

interface SkeletonReplayProps {
  readonly set: SetRecord;
  readonly definition: ExerciseDefinition | null;
  readonly chosen: JudgedRep | null;
  /** Stands dimmed in the stage until one is chosen. */
  readonly example: JudgedRep;
}

/** The chosen repetition's skeleton, over and over; the same size and place whatever is chosen. */
export function SkeletonReplay({ set, definition, chosen, example }: SkeletonReplayProps) {
  const rep = chosen ?? example;
  const view = useMemo(() => viewReplay(set, rep), [set, rep.key]);
  const loop = useLoop(view, chosen !== null);
  const note = chosen === null ? words.choose : view === null ? words.none : null;
  const overlayView = definition?.view ?? 'standing-front';
  return (
    <div class="replay">
      <div class={`stage replay-stage${note === null ? '' : ' is-idle'}`}>
        <ReplayCanvas
          view={view}
          atS={loop.atS}
          overlayView={overlayView}
          isExample={chosen === null}
          label={repSentence(rep)}
        />
        <span class="replay-side">Left</span>
        <span class="replay-side">Right</span>
        {note === null ? null : <p class="replay-note">{note}</p>}
      </div>
      <Controls view={note === null ? view : null} loop={loop} />
    </div>
  );
}

interface ReplayCanvasProps {
  readonly view: ReplayView | null;
  readonly atS: number;
  readonly overlayView: ExerciseDefinition['view'];
  /** Not what was asked for: nothing about it is said. */
  readonly isExample: boolean;
  readonly label: string;
}

/** One moment of a replay, drawn as large as its place. */
export function ReplayCanvas({ view, atS, overlayView, isExample, label }: ReplayCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<Overlay | null>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const drawn = createOverlay(element, { mirrored: true, onPicture: false });
    overlay.current = drawn;
    const watch = new ResizeObserver(() => {
      drawn.resize({ width: element.clientWidth, height: element.clientHeight }, devicePixelRatio);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    if (view === null) {
      overlay.current?.clear();
      return;
    }
    const shown = view.at(atS);
    overlay.current?.show({ ...shown, faults: isExample ? [] : shown.faults, view: overlayView });
  }, [view, atS, overlayView, isExample]);
  return isExample || view === null ? (
    <canvas ref={canvas} aria-hidden="true" />
  ) : (
    <canvas ref={canvas} role="img" aria-label={`${words.label} ${label}`} />
  );
}

function Controls({ view, loop }: { view: ReplayView | null; loop: Loop }) {
  const lengthS = view ? view.toS - view.fromS : 1;
  const shownS = view ? loop.atS - view.fromS : 0;
  return (
    <div class="replay-controls">
      {loop.mayMove ? (
        <Button
          label={loop.isPlaying ? words.pause : words.play}
          disabled={view === null}
          onClick={loop.toggle}
        >
          {loop.isPlaying ? <PauseIcon /> : <PlayIcon />}
        </Button>
      ) : null}
      <input
        type="range"
        aria-label={words.moment}
        // While it plays a reader would read every tick of it.
        aria-valuetext={loop.isPlaying ? words.playing : `${shownS.toFixed(1)} s of ${lengthS.toFixed(1)} s`}
        min={0}
        max={lengthS}
        step={0.02}
        value={shownS}
        disabled={view === null}
        onInput={(event) => {
          loop.seek((view?.fromS ?? 0) + event.currentTarget.valueAsNumber);
        }}
      />
      {loop.mayMove ? (
        <Button pressed={loop.isSlow} disabled={view === null} onClick={loop.toggleSlow}>
          {words.slow}
        </Button>
      ) : null}
    </div>
  );
}
