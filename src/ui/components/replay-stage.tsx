import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { createOverlay, type Overlay } from '../../overlay/renderer';
import { words } from '../language';
import type { ReplayView } from '../model/replay-view';

interface ReplayStageProps {
  /** Null where no skeleton was kept. */
  readonly view: ReplayView | null;
  readonly atS: number;
  readonly overlayView: ExerciseDefinition['view'];
  /** What stands in the stage, over it. */
  readonly title: string;
  /** The same in full, for a reader. */
  readonly label: string;
  readonly isFault: boolean;
}

/** The skeleton of one repetition at one moment. */
export function ReplayStage({ view, atS, overlayView, title, label, isFault }: ReplayStageProps) {
  return (
    <figure class={`replay-one${isFault ? ' is-fault' : ''}`}>
      <figcaption>{title}</figcaption>
      <div class={`stage replay-stage${view === null ? ' is-idle' : ''}`}>
        <ReplayCanvas view={view} atS={atS} overlayView={overlayView} label={label} />
        <span class="replay-side">{words.sides.left}</span>
        <span class="replay-side">{words.sides.right}</span>
        {view === null ? <p class="replay-note">{words.replay.none}</p> : null}
      </div>
    </figure>
  );
}

type CanvasProps = Pick<ReplayStageProps, 'view' | 'atS' | 'overlayView' | 'label'>;

/** One moment of a replay, drawn as large as its place. */
export function ReplayCanvas({ view, atS, overlayView, label }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<Overlay | null>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const drawn = createOverlay(element, { mirrored: true, onPicture: false, labels: words.hud.drawn });
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
    if (view === null) overlay.current?.clear();
    else overlay.current?.show({ ...view.at(atS), view: overlayView });
  }, [view, atS, overlayView]);
  return view === null ? (
    <canvas ref={canvas} aria-hidden="true" />
  ) : (
    <canvas ref={canvas} role="img" aria-label={`${words.replay.label} ${label}`} />
  );
}
