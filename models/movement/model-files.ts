/** Saves the network in TensorFlow.js's own format (`model.json` and a weight file), quantised, and opens it again. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { FEATURES_VERSION } from '../../src/core/movement/features';
import type { Calibration, NetworkMetadata } from '../../src/core/movement/network-spec';
import { useCpu } from '../../workers/movement/network';
import { MODEL_FILE } from '../../workers/movement/model-artifacts';
import { loadMovementEstimator } from '../../workers/movement-estimator';
import type { MovementEstimator } from '../../workers/movement-estimator-port';
import { createEnsemble } from './ensemble';
import type { RawWeights } from './raw-weights';
import { readFileUrl } from './read-file-url';

/** The only weight file, by the name that TensorFlow.js's converter gives it. */
export const WEIGHTS_FILE = 'group1-shard1of1.bin';

/** Builds the ensemble of trained members and writes it to a folder. */
export async function writeModel(folder: string, raw: RawWeights, calibration: Calibration): Promise<void> {
  await useCpu();
  const model = createEnsemble(raw);
  const trained = new Set(model.trainableWeights.map(({ originalName }) => originalName));
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save(
    tf.io.withSaveHandler((artifacts) => {
      saved = artifacts;
      return Promise.resolve({ modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) });
    }),
  );
  model.dispose();
  if (!saved?.weightSpecs || !saved.modelTopology) throw new Error('the model was not saved');
  const { weights, bytes } = quantise(
    saved.weightSpecs,
    tf.io.CompositeArrayBuffer.join(saved.weightData),
    trained,
  );
  const metadata: NetworkMetadata = {
    features: FEATURES_VERSION,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    averageStance: raw.averageStance.map((value) => Math.round(value * 1e4) / 1e4),
    calibration,
  };
  const json: tf.io.ModelJSON = {
    format: 'layers-model',
    generatedBy: saved.generatedBy ?? '',
    convertedBy: null,
    modelTopology: saved.modelTopology,
    userDefinedMetadata: { ...metadata },
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights }],
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MODEL_FILE), `${JSON.stringify(json, null, 1)}\n`);
  writeFileSync(join(folder, WEIGHTS_FILE), bytes);
}

/**
 * The format's own quantisation: what was trained becomes uint16 with a scale and a least value of its own per weight, so
 * that 0 stays 0; signs and joints, which are exact, stay float32.
 */
function quantise(
  specs: readonly tf.io.WeightsManifestEntry[],
  data: ArrayBuffer,
  trained: ReadonlySet<string>,
): { weights: tf.io.WeightsManifestEntry[]; bytes: Buffer } {
  let at = 0;
  const parts: Buffer[] = [];
  const weights = specs.map((spec): tf.io.WeightsManifestEntry => {
    const length = spec.shape.reduce((a, b) => a * b, 1);
    const values = new Float32Array(data, at, length);
    at += length * 4;
    if (!trained.has(spec.name)) {
      parts.push(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
      return spec;
    }
    const largest = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
    const scale = Math.max(1e-9, largest) / 32767;
    const steps = Uint16Array.from(values, (value) => Math.round(value / scale) + 32768);
    parts.push(Buffer.from(steps.buffer));
    return { ...spec, quantization: { dtype: 'uint16', scale, min: -32768 * scale } };
  });
  return { weights, bytes: Buffer.concat(parts) };
}

/** Opens a saved network as the app does. */
export const openModel = (folder: string): Promise<MovementEstimator> =>
  loadMovementEstimator(`${pathToFileURL(resolve(folder)).href}/`, readFileUrl);
