import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button';
import type { Curve, CurveChartProps } from './curve';
import { ChartReader } from './chart-reader';
import { createPlot, type Plot } from './plot';
import { spanOf } from './scale';
import type { Zoom } from './use-chart-gestures';
import { closer, STEP, type Span } from './zoom';
import { words } from '../language';
import { toTenth } from '../model/format';
import './chart.css';

/** Judged degrees over time with every repetition marked. The pointer and the arrow keys read it out; the table has it all. */
export function CurveChart(props: CurveChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      setWidth(element.clientWidth);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, []);
  const scheme = useColourScheme();
  const zoom = useZoom(props, plot);
  useEffect(() => {
    if (!box.current || width === 0) return;
    plot.current = createPlot(box.current, props, width, zoom.shown);
    return () => plot.current?.destroy();
  }, [props.timesS, props.curves, props.reps, props.chosen, width, scheme]);
  return (
    <figure class="chart">
      <figcaption class="chart-head">
        <span>
          <strong>{props.title}</strong> <span class="soft">{props.reading}</span>
        </span>
        <span class="chart-keys">
          {props.curves.map((curve) => (
            <Key key={curve.name} curve={curve} />
          ))}
        </span>
      </figcaption>
      <ChartReader
        name={`${props.title}, ${props.reading}`}
        readouts={props.readouts}
        plot={plot}
        zoom={zoom}
      >
        <div class="chart-plot" ref={box} />
      </ChartReader>
      {props.readouts.length > 0 ? <ZoomButtons zoom={zoom} /> : null}
      {isEmpty(props.curves) ? <p class="soft">{words.curves.unseen}</p> : null}
    </figure>
  );
}

/** What the chart shows of its time; other data are shown whole. */
function useZoom(
  { reps, timesS }: Pick<CurveChartProps, 'reps' | 'timesS'>,
  plot: { readonly current: Plot | null },
): Zoom {
  const all = useMemo(() => spanOf({ reps, timesS }), [reps, timesS]);
  const [view, setView] = useState<{ readonly of: Span; readonly span: Span | null }>({
    of: all,
    span: null,
  });
  return {
    all,
    shown: (view.of === all ? view.span : null) ?? all,
    show: (span) => {
      plot.current?.show(span ?? all);
      setView({ of: all, span });
    },
  };
}

function ZoomButtons({ zoom }: { zoom: Zoom }) {
  const { all, shown, show } = zoom;
  return (
    <div class="chart-zoom">
      <Button
        onClick={() => {
          show(closer(shown, all, (shown[0] + shown[1]) / 2, STEP));
        }}
      >
        {words.charts.closer}
      </Button>
      <Button
        pressed={shown === all}
        onClick={() => {
          show(null);
        }}
      >
        {words.charts.all}
      </Button>
      <span class="soft small" role="status">
        {shown === all ? '' : words.charts.shown(toTenth(shown[0]), toTenth(shown[1]))}
      </span>
    </div>
  );
}

const isEmpty = (curves: readonly Curve[]): boolean =>
  curves.every(({ values }) => values.every((value) => value === null || value === undefined));

function Key({ curve }: { curve: Curve }) {
  return (
    <span class="chart-key">
      <svg viewBox="0 0 28 8" aria-hidden="true">
        <path
          d="M1 4H27"
          stroke={`var(${curve.colour})`}
          stroke-width="3"
          stroke-dasharray={curve.isDashed ? '5 3.5' : undefined}
        />
      </svg>
      {curve.name}
    </span>
  );
}

/** Changes when the page turns dark or light, so that the canvas is drawn anew. */
function useColourScheme(): string {
  const read = () =>
    `${document.documentElement.dataset['theme'] ?? ''} ${matchMedia('(prefers-color-scheme: dark)').matches}`;
  const [scheme, setScheme] = useState(read);
  useEffect(() => {
    const update = () => {
      setScheme(read());
    };
    const system = matchMedia('(prefers-color-scheme: dark)');
    const attribute = new MutationObserver(update);
    system.addEventListener('change', update);
    attribute.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      system.removeEventListener('change', update);
      attribute.disconnect();
    };
  }, []);
  return scheme;
}
