import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decodeOutputs } from '../../src/core/movement/decode-outputs';
import { ANGLE_OUTPUTS, OUTPUT, parseNetworkSpec } from '../../src/core/movement/network-spec';
import { trackPoses } from '../../src/core/body/track-poses';
import { mirrorPose } from '../../src/core/pose/access';
import { millis } from '../../src/core/units';
import { createMovementEstimator, loadMovementEstimator } from '../../workers/movement-estimator';
import { NO_CALIBRATION, readWeights } from '../../models/movement/weights';
import { createRandom } from '../../models/movement/random';
import { swayingPoses } from '../support/swaying-body';

const WEIGHTS = join(import.meta.dirname, '../../models/movement/weights');
const load = () => {
  const { spec, bytes } = readWeights(WEIGHTS);
  return createMovementEstimator(spec, bytes);
};

describe('decoding the network', () => {
  const random = createRandom(4);
  const body = Float32Array.from({ length: OUTPUT.length }, () => random.normal(2));
  const twin = Float32Array.from({ length: OUTPUT.length }, () => random.normal(2));
  const spec = { members: 1, calibration: NO_CALIBRATION };
  const join2 = (a: Float32Array, b: Float32Array) => Float32Array.from([...a, ...b]);
  const plain = decodeOutputs(join2(body, twin), spec, millis(5));
  const mirrored = decodeOutputs(join2(twin, body), spec, millis(5));

  it('swaps the sides and nothing else when the body and its twin change places', () => {
    expect(mirrored.pelvisObliquity.deg).toBeCloseTo(-plain.pelvisObliquity.deg, 5);
    expect(mirrored.trunkLean.deg).toBeCloseTo(-plain.trunkLean.deg, 5);
    expect(mirrored.kneeFppa.left.deg).toBeCloseTo(plain.kneeFppa.right.deg, 5);
    expect(mirrored.kneeFppa.left.sd).toBeCloseTo(plain.kneeFppa.right.sd, 5);
    expect(mirrored.loaded.left).toBeCloseTo(plain.loaded.right, 5);
    expect(mirrored.loaded.both).toBeCloseTo(plain.loaded.both, 5);
    expect(mirrored.exercise['hip-hike']).toBeCloseTo(plain.exercise['hip-hike'], 5);
  });

  it('gives probabilities that sum to one and positive deviations', () => {
    const sum = (values: Record<string, number>) => Object.values(values).reduce((a, b) => a + b, 0);
    expect(sum(plain.loaded)).toBeCloseTo(1, 6);
    expect(sum(plain.exercise)).toBeCloseTo(1, 6);
    expect(plain.pelvisObliquity.sd).toBeGreaterThan(0.3);
  });

  it('applies the deviation factor, and adds the members’ disagreement', () => {
    const calibration = { ...NO_CALIBRATION, pelvisObliquity: { sdFactor: 3 } };
    const scaled = decodeOutputs(join2(body, twin), { members: 1, calibration }, millis(0));
    expect(scaled.pelvisObliquity.deg).toBeCloseTo(plain.pelvisObliquity.deg, 5);
    expect(scaled.pelvisObliquity.sd).toBeCloseTo(3 * plain.pelvisObliquity.sd, 5);
    const other = body.map((value, i) => (i === 0 ? value + 10 : value));
    const two = decodeOutputs(
      Float32Array.from([...body, ...twin, ...other, ...twin]),
      { ...spec, members: 2 },
      millis(0),
    );
    expect(two.pelvisObliquity.deg).toBeCloseTo(plain.pelvisObliquity.deg + 2.5, 4);
    expect(two.pelvisObliquity.sd).toBeCloseTo(Math.hypot(plain.pelvisObliquity.sd, 2.5), 4);
  });
});

describe('the shipped movement model', () => {
  it('is below 500 kB', () => {
    const bytes =
      statSync(join(WEIGHTS, 'movement.bin')).size + statSync(join(WEIGHTS, 'movement.json')).size;
    expect(bytes).toBeLessThan(500_000);
  });

  it('gives a mirrored person mirrored measures, frame by frame', async () => {
    const poses = swayingPoses({ seed: 2, fps: 15, seconds: 3 });
    const [plain, twin] = [await load(), await load()];
    const mirrored = trackPoses(poses.map(mirrorPose));
    for (const [i, tracked] of trackPoses(poses).entries()) {
      const a = plain.step(tracked);
      const b = twin.step(mirrored[i]!);
      // Degrees; float32 rounding of mirrored pixel coordinates through the network.
      expect(b!.pelvisObliquity.deg).toBeCloseTo(-a!.pelvisObliquity.deg, 1);
      expect(b!.kneeFppa.left.deg).toBeCloseTo(a!.kneeFppa.right.deg, 1);
      expect(b!.loaded.left).toBeCloseTo(a!.loaded.right, 1);
    }
  });

  it('says nothing without a person, forgets on reset, and repeats itself exactly', async () => {
    const bodies = trackPoses(swayingPoses({ seed: 2, fps: 15, seconds: 2 }));
    const estimator = await load();
    const first = bodies.map((tracked) => estimator.step(tracked));
    expect(estimator.step({ ...bodies[0]!, seen: null })).toBeNull();
    estimator.reset();
    expect(bodies.map((tracked) => estimator.step(tracked))).toEqual(first);
    estimator.dispose();
  });

  it('is loaded from a folder by whoever can read bytes', async () => {
    const read = (url: string) => {
      const bytes = readFileSync(new URL(url));
      return Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    };
    const estimator = await loadMovementEstimator(`${pathToFileURL(WEIGHTS).href}/`, read);
    expect(estimator.id).toMatch(/^[0-9a-f]{12}$/);
    await expect(loadMovementEstimator('file:///nowhere/', read)).rejects.toThrow();
  });

  it('refuses weights that are damaged, cut off or described otherwise', async () => {
    const { spec, bytes } = readWeights(WEIGHTS);
    const damaged = bytes.slice(0);
    new Uint8Array(damaged)[100]! ^= 1;
    await expect(createMovementEstimator(spec, damaged)).rejects.toThrow('damaged');
    await expect(createMovementEstimator(spec, bytes.slice(0, 1000))).rejects.toThrow('damaged');
    expect(() => parseNetworkSpec(null)).toThrow('unknown schema');
    expect(() => parseNetworkSpec({ ...spec, averageStance: [1] })).toThrow('other features');
    expect(() => parseNetworkSpec({ ...spec, shape: { ...spec.shape, look: 7 } })).toThrow('look.weight');
    expect(() => parseNetworkSpec({ ...spec, calibration: undefined })).toThrow('incomplete');
    expect(Object.keys(spec.calibration)).toEqual([...ANGLE_OUTPUTS]);
  });
});
