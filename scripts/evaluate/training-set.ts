import { LANDMARK_COUNT } from '../../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame } from '../../src/core/pose/pose-frame';
import { millis } from '../../src/core/units';
import { at, readFields, type Fields, type TrainingClip, type TrainingIndex } from './training-index';
import { readClipTruth } from './training-truth';
import type { ClipTruth } from './truth';

/** Reads one clip: the landmarks of the wanted model and the truth. */
export const readTrainingClip = (
  folder: string,
  index: TrainingIndex,
  clip: TrainingClip,
  model: 'lite' | 'full',
): { readonly frames: readonly PoseFrame[]; readonly truth: ClipTruth } => {
  const fields = readFields(folder, index, clip);
  return { frames: readFrames(clip, fields, model), truth: readClipTruth(clip, fields) };
};

const readFrames = (clip: TrainingClip, fields: Fields, model: 'lite' | 'full'): readonly PoseFrame[] => {
  const image = at(fields, `image_${model}`);
  const world = at(fields, `world_${model}`);
  return Array.from({ length: clip.frames }, (_, i) => {
    const pixels = image.slice(i * LANDMARK_COUNT * IMAGE_STRIDE, (i + 1) * LANDMARK_COUNT * IMAGE_STRIDE);
    return {
      timestampMs: millis(at(fields, 't_ms')[i] ?? 0),
      width: clip.width,
      height: clip.height,
      landmarks: Number.isNaN(pixels[0])
        ? null
        : {
            image: normalise(pixels, clip),
            world: world.slice(i * LANDMARK_COUNT * WORLD_STRIDE, (i + 1) * LANDMARK_COUNT * WORLD_STRIDE),
          },
    };
  });
};

/** The set keeps pixels; the pose model's own unit is the picture's size (z by its width). */
const normalise = (pixels: Float32Array, { width, height }: TrainingClip): Float32Array =>
  pixels.map((value, i) => {
    const axis = i % IMAGE_STRIDE;
    if (axis === 3) return value;
    return axis === 1 ? value / height : value / width;
  });
