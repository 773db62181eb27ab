import { IMAGE_STRIDE, WORLD_STRIDE } from '../core/pose/pose-frame';
import type { PoseFrame } from '../core/pose/pose-frame';
import type { LandmarkStream } from './landmark-stream';

/** A millionth: a thousandth of a pixel, a micrometre. Far below the model's own noise. */
const DIGITS = 6;

/** Makes a `hipline.stream/1` of recorded pose frames. */
export const toLandmarkStream = (
  about: { readonly clip: string; readonly model: string },
  frames: readonly PoseFrame[],
): LandmarkStream => {
  const [first] = frames;
  const spanS = ((frames.at(-1)?.timestampMs ?? 0) - (first?.timestampMs ?? 0)) / 1000;
  return {
    schema: 'hipline.stream/1',
    clip: about.clip,
    model: about.model,
    width: first?.width ?? 1,
    height: first?.height ?? 1,
    fps: spanS > 0 ? round((frames.length - 1) / spanS) : 0,
    frames: frames.map(({ timestampMs, landmarks }) => ({
      t: round(timestampMs / 1000),
      image: landmarks === null ? null : toRows(landmarks.image, IMAGE_STRIDE),
      world: landmarks === null ? null : toRows(landmarks.world, WORLD_STRIDE),
    })),
  };
};

const toRows = (packed: Float32Array, stride: number): number[][] =>
  Array.from({ length: packed.length / stride }, (_, row) =>
    Array.from(packed.subarray(row * stride, (row + 1) * stride), round),
  );

const round = (value: number): number => Number(value.toFixed(DIGITS));
