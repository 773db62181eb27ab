import { POSE_DETECTOR, SSD_ANCHORS, TENSORS_TO_DETECTIONS } from './pose-options';

/** Where the detector sees a person, in the coordinates of its input (0 … 1). */
export interface PersonFound {
  readonly score: number;
  readonly centre: readonly [x: number, y: number];
  readonly scale: readonly [x: number, y: number];
}

interface Candidate {
  readonly score: number;
  /** Box as left, top, right, bottom, then the key points. */
  readonly values: Float64Array;
}

/** Centres of the detector's anchors, x and y in turn; their size is 1. `ssd_anchors_calculator.cc`. */
export const ssdAnchors = (): Float32Array => {
  const { inputSize, strides, anchorOffset, anchorsPerLayer } = SSD_ANCHORS;
  const centres: number[] = [];
  let layer = 0;
  while (layer < strides.length) {
    const stride = strides[layer]!;
    const same = strides.slice(layer).findIndex((other) => other !== stride);
    const layers = same < 0 ? strides.length - layer : same;
    const cells = Math.ceil(inputSize / stride);
    for (let y = 0; y < cells; y++) {
      for (let x = 0; x < cells; x++) {
        for (let anchor = 0; anchor < anchorsPerLayer * layers; anchor++) {
          centres.push((x + anchorOffset) / cells, (y + anchorOffset) / cells);
        }
      }
    }
    layer += layers;
  }
  return Float32Array.from(centres);
};

/**
 * The likeliest person, merged from all boxes that overlap with it, each weighted with its score; null when nobody is
 * there. `tensors_to_detections_calculator.cc` and `non_max_suppression_calculator.cc` (WEIGHTED).
 */
export const decodeDetections = (
  boxes: Float32Array,
  scores: Float32Array,
  anchors: Float32Array,
): PersonFound | null => {
  const candidates = readCandidates(boxes, scores, anchors);
  const best = candidates.reduce<Candidate | null>(
    (found, one) => (found === null || one.score > found.score ? one : found),
    null,
  );
  if (best === null) return null;
  const merged = new Float64Array(TENSORS_TO_DETECTIONS.numCoords);
  let total = 0;
  for (const one of candidates) {
    if (overlap(one, best) <= POSE_DETECTOR.minSuppressionThreshold) continue;
    total += one.score;
    one.values.forEach((value, index) => (merged[index]! += value * one.score));
  }
  const at = (index: number): number => merged[TENSORS_TO_DETECTIONS.keypointCoordOffset + index]! / total;
  return { score: best.score, centre: [at(0), at(1)], scale: [at(2), at(3)] };
};

const readCandidates = (
  boxes: Float32Array,
  scores: Float32Array,
  anchors: Float32Array,
): readonly Candidate[] => {
  const { numCoords, keypointCoordOffset, scoreClippingThresh, scale } = TENSORS_TO_DETECTIONS;
  const found: Candidate[] = [];
  scores.forEach((raw, index) => {
    const clipped = Math.max(-scoreClippingThresh, Math.min(scoreClippingThresh, raw));
    const score = 1 / (1 + Math.exp(-clipped));
    if (score < POSE_DETECTOR.minDetectionConfidence) return;
    const box = boxes.subarray(index * numCoords, (index + 1) * numCoords);
    const anchorX = anchors[index * 2]!;
    const anchorY = anchors[index * 2 + 1]!;
    const width = box[2]! / scale;
    const height = box[3]! / scale;
    if (!(width >= 0 && height >= 0)) return;
    const values = new Float64Array(numCoords);
    const x = box[0]! / scale + anchorX;
    const y = box[1]! / scale + anchorY;
    values.set([x - width / 2, y - height / 2, x + width / 2, y + height / 2]);
    for (let i: number = keypointCoordOffset; i < numCoords; i += 2) {
      values[i] = box[i]! / scale + anchorX;
      values[i + 1] = box[i + 1]! / scale + anchorY;
    }
    found.push({ score, values });
  });
  return found;
};

/** Intersection over union. */
const overlap = ({ values: a }: Candidate, { values: b }: Candidate): number => {
  const width = Math.min(a[2]!, b[2]!) - Math.max(a[0]!, b[0]!);
  const height = Math.min(a[3]!, b[3]!) - Math.max(a[1]!, b[1]!);
  if (width <= 0 || height <= 0) return 0;
  const area = (box: Float64Array): number => (box[2]! - box[0]!) * (box[3]! - box[1]!);
  return (width * height) / (area(a) + area(b) - width * height);
};
