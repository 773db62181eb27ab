import type { ExerciseEvent } from '../exercise/events';
import { LANDMARK_COUNT } from '../pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../pose/pose-frame';
import { millis, type Millis } from '../units';
import type { ReplayFrame, ReplayRecord, SetEntry } from './record';
import { toRecordedSeconds } from './record-convert';

/** What a replay keeps, and how much. */
export const REPLAY = {
  /** Frames closer than this are left out: 15 a second show any movement of these exercises. */
  everyMs: 60,
  /** Longer than the slowest repetition that is counted. */
  keepsMs: 15_000,
  /** Shown before the repetition begins and after it ends. */
  marginMs: 300,
  /** Points are kept to a ten-thousandth of the picture, a tenth of a pixel. */
  precision: 10_000,
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

const round = (value: number): number => Math.round(value * REPLAY.precision) / REPLAY.precision + 0;

function toReplayFrame({ timestampMs, landmarks }: PoseFrame): ReplayFrame {
  const t = toRecordedSeconds(timestampMs);
  if (landmarks === null) return { t, points: null };
  const points: number[] = [];
  for (let index = 0; index < LANDMARK_COUNT; index += 1) {
    const [x = 0, y = 0, , visibility = 0] = landmarks.image.subarray(
      index * IMAGE_STRIDE,
      (index + 1) * IMAGE_STRIDE,
    );
    points.push(round(x), round(y), round(visibility));
  }
  return { t, points };
}
