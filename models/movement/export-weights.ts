/**
 * Makes a TensorFlow.js model of weights trained by `train.py`, and calibrates it.
 *
 *   node scripts/run.mjs models/movement/export-weights.ts RAW DATA OUT
 */
import { isCalibrationPerson, writeCalibrated } from './calibrate';
import { readDataset } from './dataset';
import { readRawMembers } from './raw-weights';

export async function main([raw, data, out]: readonly string[]): Promise<number> {
  if (!raw || !data || !out) {
    console.error('usage: export-weights.ts RAW DATA OUT');
    return 2;
  }
  const calibration = await writeCalibrated(out, readRawMembers(raw), readDataset(data, isCalibrationPerson));
  console.log(`wrote ${out}`, JSON.stringify(calibration));
  return 0;
}
