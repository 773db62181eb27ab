import type { Segment } from '../model/live-view';
import './ring.css';

const RADIUS = 46;
const DEPTH_RADIUS = 39.5;
/** Degrees left free between two segments. */
const GAP_DEG = 3.2;

interface RingProps {
  /** Repetitions done, as judged, in order. */
  readonly segments: readonly Segment[];
  /** How many segments a full ring has; null without a goal. */
  readonly of: number | null;
  /** 0 … 1: depth of the running repetition; without segments the filled share. */
  readonly progress: number;
  readonly isContinuous: boolean;
}

/**
 * The goal as a ring: one segment per repetition, an inner arc for the depth of the running one. A flagged segment is
 * amber and carries a notch outside, one that could not be judged is a thin line.
 */
export function Ring({ segments, of, progress, isContinuous }: RingProps) {
  if (isContinuous || of === null) {
    return (
      <svg class="ring" viewBox="0 0 100 100" aria-hidden="true">
        <circle class="ring-track" cx="50" cy="50" r={RADIUS} stroke-width="5" />
        {progress > 0.002 ? (
          <path class="ring-fill" d={arc(RADIUS, 0, 360 * Math.min(progress, 0.9999))} stroke-width="5" />
        ) : null}
      </svg>
    );
  }
  return (
    <svg class="ring" viewBox="0 0 100 100" aria-hidden="true">
      {Array.from({ length: Math.max(of, segments.length) }, (_, index) => (
        <RingSegment key={index} index={index} of={Math.max(of, segments.length)} segment={segments[index]} />
      ))}
      {progress > 0.03 ? (
        <path class="ring-depth" d={arc(DEPTH_RADIUS, 0, 359.9 * Math.min(progress, 1))} stroke-width="2.2" />
      ) : null}
    </svg>
  );
}

function RingSegment(props: { index: number; of: number; segment: Segment | undefined }) {
  const { index, of, segment } = props;
  const step = 360 / of;
  const from = index * step + GAP_DEG / 2;
  const to = (index + 1) * step - GAP_DEG / 2;
  const at = point(RADIUS + 6.4, (from + to) / 2);
  return (
    <>
      <path class={`ring-${segment ?? 'track'}`} d={arc(RADIUS, from, to)} stroke-width="5" />
      {segment === 'fault' ? <circle class="ring-notch" cx={at.x} cy={at.y} r="1.7" /> : null}
    </>
  );
}

const point = (radius: number, clockwiseDeg: number) => {
  const angle = ((clockwiseDeg - 90) * Math.PI) / 180;
  return { x: 50 + radius * Math.cos(angle), y: 50 + radius * Math.sin(angle) };
};

function arc(radius: number, fromDeg: number, toDeg: number): string {
  const [from, to] = [point(radius, fromDeg), point(radius, toDeg)];
  const isLarge = toDeg - fromDeg > 180 ? 1 : 0;
  const at = (value: number) => value.toFixed(2);
  return `M${at(from.x)} ${at(from.y)} A${radius} ${radius} 0 ${isLarge} 1 ${at(to.x)} ${at(to.y)}`;
}
