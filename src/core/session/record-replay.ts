import type { ExerciseEvent } from '../exercise/events';
import { LANDMARK, LANDMARK_COUNT } from '../pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame } from '../pose/pose-frame';
import { millis, type Millis } from '../units';
import { REPLAY_LANDMARKS, type ReplayFrame, type ReplayRecord, type SetEntry } from './record';
import { toRecordedSeconds } from './record-convert';

/** What a replay keeps, and how much. */
export const REPLAY = {
  /** Frames closer than this are left out: 15 a second show any movement of these exercises. */
  everyMs: 60,
  /** Longer than the slowest repetition that is counted. */
  keepsMs: 15_000,
  /** Shown before the repetition begins and after it ends. */
  marginMs: 300,
  /** Points are kept to a ten-thousandth of the picture, a tenth of a pixel; how well they were seen, to a hundredth. */
  precision: 10_000,
  visibilityPrecision: 100,
} as const;

/** The last seconds of landmarks, from which the replay of a repetition is cut. */
export interface ReplayBuffer {
  readonly aspect: number;
  readonly frames: readonly { readonly atMs: Millis; readonly pose: PoseFrame }[];
}

export const EMPTY_REPLAY: ReplayBuffer = { aspect: 1, frames: [] };

/** The buffer with one more frame; forgets what is too old to belong to a repetition. */
export function rememberPose(buffer: ReplayBuffer, pose: PoseFrame): ReplayBuffer {
  const atMs = pose.timestampMs;
  const last = buffer.frames.at(-1);
  if (last !== undefined && atMs - last.atMs < REPLAY.everyMs) return buffer;
  const recent = buffer.frames.filter((frame) => atMs - frame.atMs <= REPLAY.keepsMs);
  return { aspect: pose.width / pose.height, frames: [...recent, { atMs, pose }] };
}

/**
 * The replays that events ask for: of every counted repetition and of every partial, cut from what is remembered up to
 * the frame of the event.
 */
export function replaysOf(buffer: ReplayBuffer, events: readonly ExerciseEvent[]): readonly SetEntry[] {
  return events.flatMap((event): SetEntry[] => {
    const [of, rep] =
      event.kind === 'rep-counted'
        ? (['rep', event.rep] as const)
        : event.kind === 'rep-partial'
          ? (['partial', event.partial] as const)
          : [];
    if (of === undefined) return [];
    const replay = cut(buffer, of, rep.n, rep.startMs, rep.endMs);
    return replay === null ? [] : [{ kind: 'replay', replay }];
  });
}

function cut(
  { aspect, frames }: ReplayBuffer,
  of: ReplayRecord['of'],
  n: number,
  startMs: Millis,
  endMs: Millis,
): ReplayRecord | null {
  const fromMs = millis(startMs - REPLAY.marginMs);
  const toMs = millis(endMs + REPLAY.marginMs);
  const within = frames.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
  return within.length === 0
    ? null
    : { of, n, aspect, frames: within.map(({ pose }) => toReplayFrame(pose)) };
}

const round = (value: number, precision: number = REPLAY.precision): number =>
  Math.round(value * precision) / precision + 0;

function toReplayFrame({ timestampMs, landmarks }: PoseFrame): ReplayFrame {
  const t = toRecordedSeconds(timestampMs);
  if (landmarks === null) return { t, points: null };
  const points: number[] = [];
  for (const name of REPLAY_LANDMARKS) {
    const at = LANDMARK[name] * IMAGE_STRIDE;
    const [x = 0, y = 0, , visibility = 0] = landmarks.image.subarray(at, at + IMAGE_STRIDE);
    points.push(round(x), round(y), round(visibility, REPLAY.visibilityPrecision));
  }
  return { t, points };
}

/**
 * The pose of a replay at a time, between its frames by straight lines, as it can be drawn. What is not kept (depth, the
 * other landmarks) is zero and not visible.
 *
 * @param atS seconds of the source's clock; before the first frame and after the last one, those are shown
 */
export function poseAt({ aspect, frames }: ReplayRecord, atS: number): PoseFrame {
  const next = frames.findIndex(({ t }) => t >= atS);
  const after = frames[next] ?? frames.at(-1);
  const before = (next > 0 ? frames[next - 1] : undefined) ?? after;
  const points = before && after ? between(before, after, atS) : null;
  const pose = { timestampMs: millis(atS * 1000), width: aspect, height: 1 };
  return { ...pose, landmarks: points && { image: spread(points), world: NO_WORLD } };
}

const NO_WORLD = new Float32Array(LANDMARK_COUNT * WORLD_STRIDE);

/** Who is seen in only one of the two frames is where that one says. */
function between(before: ReplayFrame, after: ReplayFrame, atS: number): readonly number[] | null {
  const from = before.points ?? after.points;
  const to = after.points ?? from;
  if (from === null || to === null) return null;
  const share = after.t > before.t ? Math.min(1, Math.max(0, (atS - before.t) / (after.t - before.t))) : 0;
  return from.map((value, index) => value + ((to[index] ?? value) - value) * share);
}

function spread(points: readonly number[]): Float32Array {
  const image = new Float32Array(LANDMARK_COUNT * IMAGE_STRIDE);
  REPLAY_LANDMARKS.forEach((name, index) => {
    const [x = 0, y = 0, visibility = 0] = points.slice(index * 3, index * 3 + 3);
    image.set([x, y, 0, visibility], LANDMARK[name] * IMAGE_STRIDE);
  });
  return image;
}
