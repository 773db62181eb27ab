import * as tf from '@tensorflow/tfjs';
import { decodeOutputs } from '../src/core/movement/decode-outputs';
import { FeatureExtractor } from '../src/core/movement/features';
import type { MovementEstimate } from '../src/core/movement/movement-estimate';
import { parseNetworkMetadata, type NetworkMetadata } from '../src/core/movement/network-spec';
import { readArtifacts, weightBytes } from './movement/model-artifacts';
import { createRunner, useCpu } from './movement/network';
import type { LoadMovementEstimator, MovementEstimator, ReadBytes } from './movement-estimator-port';

/** Loads a `tf.LayersModel` from a folder, checks that it is whole and warms it up. */
export const loadMovementEstimator: LoadMovementEstimator = async (folderUrl, read = fetchBytes) => {
  await useCpu();
  const artifacts = await readArtifacts(folderUrl, read);
  const metadata = parseNetworkMetadata(artifacts.userDefinedMetadata);
  await checkHash(metadata, weightBytes(artifacts));
  return createMovementEstimator(
    await tf.loadLayersModel({ load: () => Promise.resolve(artifacts) }),
    metadata,
  );
};

const fetchBytes: ReadBytes = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
};

/** The estimator around a network, which it takes over and disposes of. */
function createMovementEstimator(model: tf.LayersModel, metadata: NetworkMetadata): MovementEstimator {
  const runner = createRunner(model);
  const extractor = new FeatureExtractor({ averageStance: Float32Array.from(metadata.averageStance) });
  return {
    id: metadata.sha256.slice(0, 12),
    step(tracked): MovementEstimate | null {
      const features = extractor.push(tracked);
      return features && decodeOutputs(runner.run(features), metadata.calibration, tracked.timestampMs);
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
async function checkHash({ sha256 }: NetworkMetadata, weights: ArrayBuffer): Promise<void> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (!subtle) return;
  const digest = new Uint8Array(await subtle.digest('SHA-256', weights));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== sha256) throw new Error('movement model: the weights are damaged');
}
