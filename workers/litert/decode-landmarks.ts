import { LANDMARKS, REFINE_FROM_HEATMAP } from './pose-options';

/** Values per landmark in the network's output: x, y, z in pixels of its input; visibility and presence before the sigmoid. */
const STRIDE = 5;

/** A landmark in its region's coordinates (0 … 1); z in the same unit as x. */
export interface RegionLandmark {
  x: number;
  y: number;
  readonly z: number;
  readonly visibility: number;
}

/** `tensors_to_landmarks_calculator.cc`, with the sigmoid for visibility. */
export const decodeLandmarks = (raw: Float32Array): RegionLandmark[] =>
  Array.from({ length: LANDMARKS.num }, (_, index) => {
    const at = index * STRIDE;
    return {
      x: raw[at]! / LANDMARKS.inputSize,
      y: raw[at + 1]! / LANDMARKS.inputSize,
      z: raw[at + 2]! / LANDMARKS.inputSize,
      visibility: sigmoid(raw[at + 3]!),
    };
  });

/**
 * Moves each landmark to the centre of mass of its heat map around it, where the map is sure of anything there.
 * `refine_landmarks_from_heatmap_calculator.cc`.
 *
 * @param heatmap `size` × `size` × landmarks, before the sigmoid
 */
export const refineFromHeatmap = (landmarks: RegionLandmark[], heatmap: Float32Array): void => {
  const size = Math.round(Math.sqrt(heatmap.length / landmarks.length));
  landmarks.forEach((landmark, channel) => {
    const column = Math.trunc(landmark.x * size);
    const row = Math.trunc(landmark.y * size);
    if (column < 0 || column >= size || row < 0 || row >= size) return;
    const refined = centreOfMass(heatmap, { size, channels: landmarks.length, channel, column, row });
    if (refined === null) return;
    landmark.x = refined.x;
    landmark.y = refined.y;
  });
};

interface Kernel {
  readonly size: number;
  readonly channels: number;
  readonly channel: number;
  readonly column: number;
  readonly row: number;
}

const centreOfMass = (
  heatmap: Float32Array,
  { size, channels, channel, column, row }: Kernel,
): { x: number; y: number } | null => {
  const reach = (REFINE_FROM_HEATMAP.kernelSize - 1) / 2;
  let sum = 0;
  let highest = 0;
  let sumX = 0;
  let sumY = 0;
  for (let y = Math.max(0, row - reach); y <= Math.min(size - 1, row + reach); y++) {
    for (let x = Math.max(0, column - reach); x <= Math.min(size - 1, column + reach); x++) {
      const confidence = sigmoid(heatmap[(y * size + x) * channels + channel]!);
      sum += confidence;
      highest = Math.max(highest, confidence);
      sumX += x * confidence;
      sumY += y * confidence;
    }
  }
  if (highest < REFINE_FROM_HEATMAP.minConfidenceToRefine || sum <= 0) return null;
  return { x: sumX / size / sum, y: sumY / size / sum };
};

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
