import * as tf from '@tensorflow/tfjs';
import type { ReadBytes } from '../movement-estimator-port';

/** The name of every TensorFlow.js model's description; it names the files that hold the weights. */
export const MODEL_FILE = 'model.json';

/**
 * Reads a saved model, `model.json` and its weight files, from wherever `read` reads.
 * @param folderUrl absolute URL of the folder, ending in a slash
 * @throws when a file is missing or no model
 */
export async function readArtifacts(folderUrl: string, read: ReadBytes): Promise<tf.io.ModelArtifacts> {
  const json = new TextDecoder().decode(await read(new URL(MODEL_FILE, folderUrl).href));
  return tf.io.getModelArtifactsForJSON(JSON.parse(json) as tf.io.ModelJSON, async (manifest) => {
    const paths = manifest.flatMap((group) => group.paths);
    const files = await Promise.all(paths.map((path) => read(new URL(path, folderUrl).href)));
    return [manifest.flatMap((group) => group.weights), tf.io.CompositeArrayBuffer.join(files)];
  });
}

/** All weight files of a model, one after another. */
export const weightBytes = ({ weightData }: tf.io.ModelArtifacts): ArrayBuffer =>
  tf.io.CompositeArrayBuffer.join(weightData);
