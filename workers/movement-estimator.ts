import * as tf from '@tensorflow/tfjs-core';
import { decodeOutputs } from '../src/core/movement/decode-outputs';
import {
  FEATURE_LENGTH,
  FeatureExtractor,
  LAGS_MS,
  LOOK_LENGTH,
  mirrorFeatures,
  STATIC_LENGTH,
} from '../src/core/movement/features';
import type { MovementEstimate } from '../src/core/movement/movement-estimate';
import { parseNetworkSpec, type NetworkSpec } from '../src/core/movement/network-spec';
import type { PoseFrame } from '../src/core/pose/pose-frame';
import { forward, loadTensors } from './movement/network';
import type { LoadMovementEstimator, MovementEstimator, ReadBytes } from './movement-estimator-port';

/** Loads `movement.json` and `movement.bin` from a folder, checks them and warms the network up. */
export const loadMovementEstimator: LoadMovementEstimator = async (folderUrl, read = fetchBytes) => {
  const [json, bytes] = await Promise.all([
    read(new URL('movement.json', folderUrl).href),
    read(new URL('movement.bin', folderUrl).href),
  ]);
  const spec = parseNetworkSpec(JSON.parse(new TextDecoder().decode(json)));
  return createMovementEstimator(spec, bytes);
};

const fetchBytes: ReadBytes = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
};

/**
 * Builds the estimator from a description and its weights.
 * @throws Error when the weights are not those described
 */
export async function createMovementEstimator(
  spec: NetworkSpec,
  bytes: ArrayBuffer,
): Promise<MovementEstimator> {
  await checkHash(spec, bytes);
  // One core of a laptop runs this small network in a millisecond; moving it to a GPU and back would cost more.
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
  const weights = loadTensors(spec, bytes);
  const extractor = new FeatureExtractor({ averageStance: Float32Array.from(spec.averageStance) });
  const run = (features: Float32Array): Float32Array =>
    tf.tidy(() => {
      const { looks, rest } = stackTwins(features);
      return forward(weights, looks, rest).dataSync<'float32'>();
    });
  run(new Float32Array(FEATURE_LENGTH));

  return {
    id: spec.sha256.slice(0, 12),
    step(pose: PoseFrame): MovementEstimate | null {
      const features = extractor.push(pose);
      return features && decodeOutputs(run(features), spec, pose.timestampMs);
    },
    reset: () => {
      extractor.reset();
    },
    dispose: () => {
      tf.dispose(weights);
    },
  };
}

/** The body and its mirror twin as one batch. */
function stackTwins(features: Float32Array): { looks: tf.Tensor3D; rest: tf.Tensor2D } {
  const twin = mirrorFeatures(features);
  const lookValues = LAGS_MS.length * LOOK_LENGTH;
  const stack = (from: number, to: number): Float32Array => {
    const out = new Float32Array(2 * (to - from));
    out.set(features.subarray(from, to));
    out.set(twin.subarray(from, to), to - from);
    return out;
  };
  return {
    looks: tf.tensor3d(stack(0, lookValues), [2, LAGS_MS.length, LOOK_LENGTH]),
    rest: tf.tensor2d(stack(lookValues, FEATURE_LENGTH), [2, STATIC_LENGTH]),
  };
}

/** A truncated or altered file must not judge anybody. Where the page is not a secure context there is no digest. */
async function checkHash(spec: NetworkSpec, bytes: ArrayBuffer): Promise<void> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (!subtle) return;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== spec.sha256) throw new Error('movement model: movement.bin is damaged');
}
