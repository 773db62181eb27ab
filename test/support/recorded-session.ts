import { join, resolve } from 'node:path';
import { readFixture } from '../../scripts/evaluate/fixture-stream';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { millis } from '../../src/core/units';

const STREAMS = resolve(import.meta.dirname, '../fixtures/streams');
/** Pictures a second while somebody stands still. */
const STILL_FPS = 10;
/** So many pictures at the beginning or the end of a recording, in which nobody moves. */
const QUIET = 10;

/** What somebody does in front of the camera: a recording, or standing still as it begins. */
export type Doing = { readonly clip: string } | { readonly stillBefore: string; readonly seconds: number };

/** One thing after the other, as one person would do them without a break, and still for a second at the end of each. */
export function recordedSession(doings: readonly Doing[]): readonly PoseFrame[] {
  const all: PoseFrame[] = [];
  const add = (poses: readonly PoseFrame[]): void => {
    const from = (all.at(-1)?.timestampMs ?? 0) + 100 - (poses[0]?.timestampMs ?? 0);
    for (const pose of poses) all.push({ ...pose, timestampMs: millis(pose.timestampMs + from) });
  };
  const read = (clip: string) => readFixture(join(STREAMS, `${clip}.full.stream.gz`)).frames;
  for (const doing of doings) {
    if ('clip' in doing) {
      const frames = read(doing.clip);
      add(frames);
      add(still(frames.slice(-1), 1));
    } else add(still(read(doing.stillBefore).slice(0, QUIET), doing.seconds));
  }
  return all;
}

/** Forth and back through these pictures again and again: somebody who stands still sways, and the landmarks tremble. */
function still(poses: readonly PoseFrame[], seconds: number): readonly PoseFrame[] {
  const around = [...poses, ...poses.toReversed()];
  return Array.from({ length: seconds * STILL_FPS }, (_, n) => around[n % around.length]).flatMap(
    (pose, n) => (pose ? [{ ...pose, timestampMs: millis((n * 1000) / STILL_FPS) }] : []),
  );
}
