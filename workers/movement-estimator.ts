import * as tf from '@tensorflow/tfjs-core';
import { decodeOutputs } from '../src/core/movement/decode-outputs';
import { FeatureExtractor, mirrorFeatures } from '../src/core/movement/features';
import type { MovementEstimate } from '../src/core/movement/movement-estimate';
import { parseNetworkSpec, type NetworkSpec } from '../src/core/movement/network-spec';
import { createRunner } from './movement/network';
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
  const runner = createRunner(spec, bytes);
  const extractor = new FeatureExtractor({ averageStance: Float32Array.from(spec.averageStance) });

  return {
    id: spec.sha256.slice(0, 12),
    step(tracked): MovementEstimate | null {
      const features = extractor.push(tracked);
      if (!features) return null;
      return decodeOutputs(runner.run(features, mirrorFeatures(features)), spec, tracked.timestampMs);
    },
    reset: () => {
      extractor.reset();
    },
    dispose: () => {
      runner.dispose();
    },
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
