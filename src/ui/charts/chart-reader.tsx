import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../language';
import type { Readout } from './curve';
import type { Plot } from './plot';

interface ChartReaderProps {
  readonly name: string;
  readonly readouts: readonly Readout[];
  readonly plot: { readonly current: Plot | null };
  readonly children: ComponentChildren;
}

/** Moments that Page Up and Page Down go on by. */
const PAGE = 10;

/** Reads a chart out, moment by moment: under the pointer or the finger, and with the arrow keys. */
export function ChartReader({ name, readouts, plot, children }: ChartReaderProps) {
  const [at, setAt] = useState<number | null>(null);
  const shown = at === null ? undefined : readouts[Math.min(at, readouts.length - 1)];
  const point = (event: PointerEvent & { readonly currentTarget: HTMLElement }): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    if (plot.current) setAt(nearest(readouts, plot.current.timeAt(x)));
  };
  const press = (event: KeyboardEvent): void => {
    const next = moved(event.key, at ?? -1, readouts.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };
  if (readouts.length === 0) return <>{children}</>;
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
        onPointerMove={point}
        onPointerDown={point}
      >
        {children}
        {shown && plot.current ? (
          <i class="chart-cursor" style={{ left: `${plot.current.placeOf(shown.timeS).toFixed(1)}px` }} />
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
