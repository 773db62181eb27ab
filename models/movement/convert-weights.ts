/**
 * Converts weights of the former container (`movement.json`, `movement.bin`) into a TensorFlow.js model, calibration included.
 *
 *   node scripts/run.mjs models/movement/convert-weights.ts FOLDER [OUT]
 *
 * Removes nothing: OUT is FOLDER unless it is given.
 */
import { openModel, writeModel } from './model-files';
import { readPackedWeights } from './raw-weights';

export async function main([folder, out = folder]: readonly string[]): Promise<number> {
  if (!folder || !out) {
    console.error('usage: convert-weights.ts FOLDER [OUT]');
    return 2;
  }
  const { raw, calibration } = readPackedWeights(folder);
  await writeModel(out, raw, calibration);
  const { id } = await openModel(out);
  console.log(`wrote ${out}: movement model ${id}`);
  return 0;
}
