import { useRef, useState } from 'preact/hooks';
import type { Plot } from './plot';
import { closer, inside, type Span } from './zoom';

/** What a chart shows of its time, and how that is changed. */
export interface Zoom {
  readonly all: Span;
  readonly shown: Span;
  /** Null: all. */
  readonly show: (span: Span | null) => void;
}

type Pointer = PointerEvent & { readonly currentTarget: HTMLElement };

/** A mouse that moves less was held still. */
const LEAST_DRAG_PX = 12;
/** One notch of a wheel, or a little of a pinch on a trackpad. */
const WHEEL_STEP = 0.01;

const placeIn = (event: MouseEvent & { readonly currentTarget: HTMLElement }): number =>
  event.clientX - event.currentTarget.getBoundingClientRect().left;

/** Two fingers, and the times that lay under them when the second one came down. */
interface Pinch {
  readonly ids: readonly [number, number];
  readonly timesS: readonly [number, number];
}

/**
 * Drag with the mouse to see that stretch, pinch with two fingers or on the trackpad to come closer. One finger and a mouse that
 * hovers read out, which `onPoint` does.
 */
export function useChartGestures(
  plot: { readonly current: Plot | null },
  zoom: Zoom,
  onPoint: (x: number) => void,
) {
  const [dragged, setDragged] = useState<Span | null>(null);
  const drag = useRef<number | null>(null);
  const fingers = useRef(new Map<number, number>());
  const pinch = useRef<Pinch | null>(null);

  const down = (event: Pointer): void => {
    const x = placeIn(event);
    onPoint(x);
    if (event.pointerType === 'mouse') {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = x;
      return;
    }
    fingers.current.set(event.pointerId, x);
    pinch.current = pinchOf(fingers.current, plot.current);
  };
  const move = (event: Pointer): void => {
    const x = placeIn(event);
    if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, x);
    if (pinch.current !== null) {
      zoom.show(pinched(pinch.current, fingers.current, plot.current, zoom));
      return;
    }
    onPoint(x);
    if (drag.current !== null) setDragged(longEnough(between(drag.current, x)));
  };
  const end = (event: Pointer): void => {
    fingers.current.delete(event.pointerId);
    if (fingers.current.size < 2) pinch.current = null;
    drag.current = null;
    setDragged(null);
  };
  const up = (event: Pointer): void => {
    if (drag.current !== null && plot.current) {
      const span = longEnough(between(drag.current, placeIn(event)));
      if (span) zoom.show(inside([plot.current.timeAt(span[0]), plot.current.timeAt(span[1])], zoom.all));
    }
    end(event);
  };
  return {
    /** Pixels from the chart's left edge. */
    dragged,
    handlers: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onPointerCancel: end,
      onWheel: (event: WheelEvent & { readonly currentTarget: HTMLElement }) => {
        turned(event, plot.current, zoom);
      },
    },
  };
}

/** A pinch on a trackpad comes as a wheel with Ctrl; without it the page scrolls. */
function turned(
  event: WheelEvent & { readonly currentTarget: HTMLElement },
  plot: Plot | null,
  { all, shown, show }: Zoom,
): void {
  if (!event.ctrlKey || plot === null) return;
  event.preventDefault();
  show(closer(shown, all, plot.timeAt(placeIn(event)), Math.exp(-event.deltaY * WHEEL_STEP)));
}

const longEnough = (span: Span): Span | null => (span[1] - span[0] >= LEAST_DRAG_PX ? span : null);

const between = (a: number, b: number): Span => [Math.min(a, b), Math.max(a, b)];

function pinchOf(fingers: ReadonlyMap<number, number>, plot: Plot | null): Pinch | null {
  const [a, b] = [...fingers];
  if (!a || !b || plot === null) return null;
  return { ids: [a[0], b[0]], timesS: [plot.timeAt(a[1]), plot.timeAt(b[1])] };
}

/** The stretch in which both times lie under their fingers again. */
function pinched(
  { ids, timesS }: Pinch,
  fingers: ReadonlyMap<number, number>,
  plot: Plot | null,
  { all, shown }: Zoom,
): Span | null {
  const [a, b] = [fingers.get(ids[0]), fingers.get(ids[1])];
  const apart = a === undefined || b === undefined ? 0 : b - a;
  if (plot === null || a === undefined || apart === 0) return inside(shown, all);
  const perPixel = (timesS[1] - timesS[0]) / apart;
  // Fingers that have crossed ask for nothing.
  if (!(perPixel > 0)) return inside(shown, all);
  const from = timesS[0] - (a - plot.placeOf(shown[0])) * perPixel;
  return inside([from, from + (plot.placeOf(shown[1]) - plot.placeOf(shown[0])) * perPixel], all);
}
