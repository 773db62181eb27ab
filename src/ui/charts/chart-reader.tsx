import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../language';
import type { Readout } from './curve';
import type { Plot } from './plot';
import { useChartGestures, type Zoom } from './use-chart-gestures';
import { closer, showing, STEP } from './zoom';

interface ChartReaderProps {
  readonly name: string;
  readonly readouts: readonly Readout[];
  readonly plot: { readonly current: Plot | null };
  readonly zoom: Zoom;
  readonly children: ComponentChildren;
}

/** Moments that Page Up and Page Down go on by. */
const PAGE = 10;

/**
 * Reads a chart out, moment by moment: under the pointer or the finger, and with the arrow keys. Plus and minus come closer and
 * go back, 0 shows all.
 */
export function ChartReader({ name, readouts, plot, zoom, children }: ChartReaderProps) {
  const [at, setAt] = useState<number | null>(null);
  const shown = at === null ? undefined : readouts[Math.min(at, readouts.length - 1)];
  const { dragged, handlers } = useChartGestures(plot, zoom, (x) => {
    if (plot.current) setAt(nearest(readouts, plot.current.timeAt(x)));
  });
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moved(event.key, at ?? -1, readouts.length);
    const middle = (zoom.shown[0] + zoom.shown[1]) / 2;
    const factor = { '+': STEP, '=': STEP, '-': 1 / STEP, '0': 0 }[event.key];
    if (next === null && factor === undefined) return;
    event.preventDefault();
    if (factor !== undefined) {
      zoom.show(factor === 0 ? null : closer(zoom.shown, zoom.all, shown?.timeS ?? middle, factor));
    } else if (next !== null) {
      setAt(next);
      zoom.show(showing(zoom.shown, zoom.all, readouts[next]?.timeS ?? middle));
    }
  };
  if (readouts.length === 0) return <>{children}</>;
  const isIn = shown && shown.timeS >= zoom.shown[0] && shown.timeS <= zoom.shown[1];
  return (
    <>
      <div
        class="chart-reader"
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={readouts.length - 1}
        aria-valuenow={at ?? 0}
        aria-valuetext={shown?.words ?? words.charts.read}
        onKeyDown={press}
        {...handlers}
      >
        {children}
        {isIn && plot.current ? (
          <i class="chart-cursor" style={{ left: `${plot.current.placeOf(shown.timeS).toFixed(1)}px` }} />
        ) : null}
        {dragged ? (
          <i
            class="chart-dragged"
            style={{ left: `${dragged[0].toFixed(1)}px`, width: `${(dragged[1] - dragged[0]).toFixed(1)}px` }}
          />
        ) : null}
      </div>
      <p class="chart-readout">{shown?.words ?? words.charts.read}</p>
    </>
  );
}

/** Index of the moment that lies nearest to a time. */
function nearest(readouts: readonly Readout[], timeS: number): number {
  let best = 0;
  readouts.forEach((one, index) => {
    if (Math.abs(one.timeS - timeS) < Math.abs((readouts[best]?.timeS ?? Infinity) - timeS)) best = index;
  });
  return best;
}

/** Where a key leads; null for keys that are none of the chart's. */
function moved(key: string, at: number, length: number): number | null {
  const step = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + PAGE,
    PageDown: at - PAGE,
    Home: 0,
    End: length - 1,
  }[key];
  return step === undefined ? null : Math.max(0, Math.min(length - 1, step));
}
