import type { LiveStatus } from '../../core/exercise/definition';
import type { FaultId } from '../../core/terms/ids';
import { LANDMARK } from '../../core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../core/pose/pose-frame';
import {
  REPLAY_LANDMARKS,
  type CurvesRecord,
  type RepRecord,
  type ReplayRecord,
  type SetRecord,
} from '../../core/session/record';
import { poseAt } from '../../core/session/record-replay';
import { deg, type Side } from '../../core/units';
import type { OverlayInput } from '../../overlay/renderer';
import type { DrawnAngles } from '../../overlay/scene';
import type { JudgedRep, Judgement } from './review-view';

/** The skeleton of one repetition, ready to be drawn at any moment. */
export interface ReplayView {
  /** Seconds of the set. */
  readonly fromS: number;
  readonly toS: number;
  /** The moment that shows most: the deepest one, or the worst of a fault. */
  readonly stillS: number;
  /** First picture, begin, deepest moment, end, last picture: what two repetitions have in common. Not decreasing. */
  readonly marks: readonly number[];
  /** When each picture was taken. */
  readonly framesS: readonly number[];
  at(timeS: number): Omit<OverlayInput, 'view'>;
}

/** The part of the picture that is shown, in units of the picture's height. */
interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the body, as a share of its extent. */
const MARGIN = { x: 0.12, top: 0.2, bottom: 0.1 } as const;
/** Landmarks that the model only guesses do not decide what is shown. */
const SEEN_FROM = 0.5;
/** A measured value belongs to this moment when it is no farther off than two frames of a slow camera. */
const NEAR_S = 0.2;

/** Null when nothing was kept of this repetition. */
export function viewReplay(set: SetRecord, rep: JudgedRep): ReplayView | null {
  const of = rep.outcome === 'partial' ? 'partial' : 'rep';
  const replay = set.replays.find((one) => one.of === of && one.n === rep.n);
  const [first, last] = [replay?.frames[0], replay?.frames.at(-1)];
  if (!replay || !first || !last) return null;
  const crop = cropOf(replay);
  const faults = rep.faults.map((found) => shownFault(set, rep, found));
  const record = (rep.outcome === 'partial' ? set.partials : set.reps).find(({ n }) => n === rep.n);
  const deepestS = record?.peakS ?? (first.t + last.t) / 2;
  const within = (timeS: number): number => Math.min(last.t, Math.max(first.t, timeS));
  return {
    fromS: first.t,
    toS: last.t,
    stillS: within(faults[0]?.worstS ?? deepestS),
    marks: [first.t, rep.startS, deepestS, rep.endS, last.t].map(within),
    framesS: replay.frames.map(({ t }) => t),
    at: (timeS) => ({
      pose: cropped(poseAt(replay, timeS), crop),
      frame: anglesAt(set.curves, timeS),
      faults: faults.filter(({ fromS, toS }) => timeS >= fromS && timeS <= toS).map(({ raised }) => raised),
    }),
  };
}

interface ShownFault {
  readonly fromS: number;
  readonly toS: number;
  readonly worstS: number;
  readonly raised: LiveStatus['faults'][number];
}

/**
 * When a repetition's fault is marked: as long as it was seen to last; for one that only the whole repetition made sure,
 * around its deepest moment.
 */
function shownFault(set: SetRecord, rep: JudgedRep, { fault, side, peakDeg }: Judgement): ShownFault {
  const spans = set.faults.filter(
    (span) =>
      span.fault === fault && span.side === side && span.startS <= rep.endS && span.endS >= rep.startS,
  );
  const record = set.reps.find(({ n }) => n === rep.n);
  const deepestS = worstMoment(record, fault, side) ?? record?.peakS ?? (rep.startS + rep.endS) / 2;
  const live = spans.filter(({ flaggedAtS }) => flaggedAtS < rep.endS);
  const fromS = live.length > 0 ? Math.min(...live.map(({ startS }) => startS)) : null;
  const toS = live.length > 0 ? Math.max(...live.map(({ endS }) => endS)) : null;
  return {
    fromS: fromS ?? deepestS - rep.durationS / 4,
    toS: toS ?? deepestS + rep.durationS / 4,
    worstS: fromS !== null && toS !== null ? Math.min(toS, Math.max(fromS, deepestS)) : deepestS,
    raised: {
      fault,
      side: side ?? rep.side,
      deg: peakDeg === null ? null : deg(peakDeg),
    },
  };
}

/** When the judged measure of this leg was largest; null where its course was not kept. */
function worstMoment(record: RepRecord | undefined, fault: FaultId, side: Side | null): number | null {
  const judged = record?.judged?.find((one) => one.fault === fault && one.side === side);
  if (!judged || judged.deg.length === 0) return null;
  return judged.t[judged.deg.indexOf(Math.max(...judged.deg))] ?? null;
}

/** What was measured at this moment; only what was sure was kept. */
function anglesAt(curves: CurvesRecord | null, timeS: number): DrawnAngles | null {
  if (curves === null) return null;
  let nearest = -1;
  for (let index = 0; index < curves.t.length; index += 1) {
    const distance = Math.abs((curves.t[index] ?? Infinity) - timeS);
    if (distance <= Math.abs((curves.t[nearest] ?? Infinity) - timeS)) nearest = index;
  }
  if (Math.abs((curves.t[nearest] ?? Infinity) - timeS) > NEAR_S) return null;
  const estimate = (column: readonly (number | null)[]) => {
    const value = column[nearest] ?? null;
    return value === null ? null : { deg: deg(value), sd: deg(0) };
  };
  return {
    pelvisObliquity: estimate(curves.pelvisObliquityDeg),
    bodyLine: estimate(curves.bodyLineDeg),
  };
}

/** The square around everything that the body does in the repetition, with a little room. */
function cropOf({ aspect, frames }: ReplayRecord): Crop {
  const points = frames.flatMap(({ points }) => (points === null ? [] : seenPoints(points, aspect)));
  if (points.length === 0) return { left: 0, top: 0, width: aspect, height: 1 };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const bodyHeight = maxY - minY;
  const width = (maxX - minX) * (1 + 2 * MARGIN.x);
  const height = bodyHeight * (1 + MARGIN.top + MARGIN.bottom);
  const side = Math.max(width, height, 0.05);
  const bottom = maxY + bodyHeight * MARGIN.bottom + (side - height) / 2;
  return { left: (minX + maxX - side) / 2, top: bottom - side, width: side, height: side };
}

function seenPoints(points: readonly number[], aspect: number): { readonly x: number; readonly y: number }[] {
  return REPLAY_LANDMARKS.flatMap((_, index) => {
    const [x = 0, y = 0, visibility = 0] = points.slice(index * 3, index * 3 + 3);
    return visibility >= SEEN_FROM ? [{ x: x * aspect, y }] : [];
  });
}

/** The same pose in a picture that is the crop alone. */
function cropped(pose: PoseFrame, { left, top, width, height }: Crop): PoseFrame {
  const aspect = pose.width / pose.height;
  if (pose.landmarks === null) return { ...pose, width, height };
  const image = Float32Array.from(pose.landmarks.image);
  for (const name of REPLAY_LANDMARKS) {
    const at = LANDMARK[name] * IMAGE_STRIDE;
    image[at] = ((image[at] ?? 0) * aspect - left) / width;
    image[at + 1] = ((image[at + 1] ?? 0) - top) / height;
  }
  return { ...pose, width, height, landmarks: { ...pose.landmarks, image } };
}
