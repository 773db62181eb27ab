import { describe, expect, it } from 'vitest';
import { storedZip } from '../../../../models/pose/stored-zip.mjs';
import { decodeDetections, ssdAnchors } from '../../../../workers/litert/decode-detections';
import { decodeLandmarks, refineFromHeatmap } from '../../../../workers/litert/decode-landmarks';
import { LandmarkSmoother, objectScale } from '../../../../workers/litert/smooth-landmarks';
import { fileOfBundle } from '../../../../workers/litert/task-bundle';

const ANCHORS = ssdAnchors();
/** The logit of a probability. */
const logit = (p: number): number => Math.log(p / (1 - p));

/** A detector's answer in which these anchors see a box around themselves; sizes and offsets in its input's pixels. */
const answer = (seen: readonly { anchor: number; score: number; size: number; dx: number }[]) => {
  const boxes = new Float32Array(2254 * 12);
  const scores = new Float32Array(2254).fill(-100);
  for (const { anchor, score, size, dx } of seen) {
    boxes.set([dx, 0, size, size, dx, 0, dx, -size / 2], anchor * 12);
    scores[anchor] = logit(score);
  }
  return decodeDetections(boxes, scores, ANCHORS);
};

describe('the detector', () => {
  it('has 2254 anchors: two in each cell of 8 and 16 pixels, six in each of 32', () => {
    expect(ANCHORS).toHaveLength(2254 * 2);
    const cells = [...ANCHORS.slice(0, 6)].map((x) => Math.round(x * 28 * 100) / 100);
    expect(cells).toEqual([0.5, 0.5, 0.5, 0.5, 1.5, 0.5]);
    expect(ANCHORS[1568 * 2]).toBeCloseTo(0.5 / 14, 6);
    expect(ANCHORS[1960 * 2]).toBeCloseTo(0.5 / 7, 6);
    expect(ANCHORS.at(-1)).toBeCloseTo(6.5 / 7, 6);
  });

  it('sees nobody where no score reaches the threshold', () => {
    expect(answer([])).toBeNull();
    expect(answer([{ anchor: 2000, score: 0.499, size: 100, dx: 0 }])).toBeNull();
  });

  it('merges the boxes that overlap with the best one by their scores, and leaves others out', () => {
    // Two anchors of one cell, 10 pixels apart; a third far off, in the first cell.
    const person = answer([
      { anchor: 2000, score: 0.9, size: 100, dx: 0 },
      { anchor: 2001, score: 0.6, size: 100, dx: 10 },
      { anchor: 1960, score: 0.8, size: 40, dx: 0 },
    ]);
    const anchorX = ANCHORS[2000 * 2] ?? NaN;
    expect(person?.score).toBeCloseTo(0.9, 6);
    expect(person?.centre[0]).toBeCloseTo(anchorX + (10 * 0.6) / 1.5 / 224, 6);
    expect(person?.scale[1]).toBeCloseTo((ANCHORS[2000 * 2 + 1] ?? NaN) - 50 / 224, 6);
  });
});

describe('the landmark network', () => {
  /** All landmarks in the middle, sure of nothing. */
  const raw = (): Float32Array => {
    const values = new Float32Array(195);
    for (let i = 0; i < 39; i++) values.set([128, 128, 64, 0, 0], i * 5);
    return values;
  };

  it('gives places as shares of its input and visibility as a probability', () => {
    const values = raw();
    values.set([64, 192, -32, logit(0.9), 0], 5);
    const [, landmark] = decodeLandmarks(values);
    expect(landmark).toMatchObject({ x: 0.25, y: 0.75, z: -0.125 });
    expect(landmark?.visibility).toBeCloseTo(0.9, 6);
  });

  it('is refined to the centre of mass of a sure heat map, within three cells', () => {
    const landmarks = decodeLandmarks(raw());
    const heatmap = new Float32Array(64 * 64 * 39).fill(-50);
    const cell = (x: number, y: number, channel: number): number => (y * 64 + x) * 39 + channel;
    // Landmark 3: two equal peaks. Landmark 4: too far off. Landmark 5: not sure enough.
    heatmap[cell(34, 33, 3)] = 5;
    heatmap[cell(35, 33, 3)] = 5;
    heatmap[cell(36, 32, 4)] = 5;
    heatmap[cell(33, 32, 5)] = logit(0.49);
    refineFromHeatmap(landmarks, heatmap);
    expect(landmarks[3]?.x).toBeCloseTo(34.5 / 64, 6);
    expect(landmarks[3]?.y).toBeCloseTo(33 / 64, 6);
    for (const other of [2, 4, 5]) expect(landmarks[other]).toMatchObject({ x: 0.5, y: 0.5 });
  });

  it('leaves a landmark beyond its input where it is', () => {
    const values = raw();
    values.set([-30, 300, 0, 0, 0], 0);
    const landmarks = decodeLandmarks(values);
    refineFromHeatmap(landmarks, new Float32Array(64 * 64 * 39).fill(5));
    expect(landmarks[0]).toMatchObject({ x: -30 / 256, y: 300 / 256 });
  });
});

describe('smoothing', () => {
  const at = (x: number) => ({
    picture: Float64Array.of(x, 0, 0, x, 100, 0),
    world: Float64Array.of(0, 0, 0, 1, 1, 0),
    visibility: Float64Array.of(x > 0 ? 1 : 0, 0.5),
  });

  it('takes the first picture as it is, holds small movements back and lets large ones pass', () => {
    const still = new LandmarkSmoother();
    expect([...still.smooth(at(0), 1000, 500).picture]).toEqual([0, 0, 0, 0, 100, 0]);
    expect(still.smooth(at(0.1), 1033, 500).picture[0]).toBeLessThan(0.01);
    const fast = new LandmarkSmoother();
    fast.smooth(at(0), 1000, 500);
    expect(fast.smooth(at(100), 1033, 500).picture[0]).toBeGreaterThan(80);
  });

  it('lets visibility follow by a tenth, until the person is lost', () => {
    const smoother = new LandmarkSmoother();
    smoother.smooth(at(0), 1000, 500);
    expect(smoother.smooth(at(1), 1033, 500).visibility[0]).toBeCloseTo(0.1, 9);
    smoother.reset();
    expect(smoother.smooth(at(1), 1066, 500).visibility[0]).toBe(1);
  });

  it('measures a person by the mean of width and height', () => {
    expect(objectScale(Float64Array.of(0, 10, 99, 4, 2, -99))).toBe(6);
  });
});

describe('the pose bundle', () => {
  const bytes = (text: string): Buffer => Buffer.from(text);
  const bundle = new Uint8Array(
    storedZip([
      { name: 'pose_detector.tflite', bytes: bytes('detector') },
      { name: 'pose_landmarks_detector.tflite', bytes: bytes('landmarks') },
    ]),
  );

  it('gives its networks without copying them', () => {
    const file = fileOfBundle(bundle, 'pose_landmarks_detector.tflite');
    expect(new TextDecoder().decode(file)).toBe('landmarks');
    expect(file.buffer).toBe(bundle.buffer);
  });

  it('is refused when a network is missing or the file is cut off', () => {
    expect(() => fileOfBundle(bundle, 'other.tflite')).toThrow('not in the pose bundle');
    expect(() => fileOfBundle(bundle.subarray(0, 60), 'pose_detector.tflite')).toThrow('cut off');
    expect(() => fileOfBundle(new Uint8Array(0), 'pose_detector.tflite')).toThrow('not in the pose bundle');
  });
});
