/**
 * Packs weights trained by `train.py` into the files that ship, and calibrates them.
 *
 *   node scripts/run.mjs models/movement/export-weights.ts RAW DATA OUT
 */
import { readFileSync } from 'node:fs';
import { calibrate, isCalibrationPerson } from './calibrate';
import { readDataset } from './dataset';
import { NO_CALIBRATION, packWeights, writeWeights, type RawWeights } from './weights';

export async function main([raw, data, out]: readonly string[]): Promise<number> {
  if (!raw || !data || !out) {
    console.error('usage: export-weights.ts RAW DATA OUT');
    return 2;
  }
  const head = JSON.parse(readFileSync(`${raw}.raw.json`, 'utf8')) as Omit<RawWeights, 'values'>;
  const bytes = readFileSync(`${raw}.raw.bin`);
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const plain = packWeights({ ...head, values }, NO_CALIBRATION);
  const calibration = await calibrate(plain, readDataset(data, isCalibrationPerson));
  writeWeights(out, { bytes: plain.bytes, spec: { ...plain.spec, calibration } });
  console.log(JSON.stringify(calibration), `${Math.round(plain.bytes.length / 1024)} kB`);
  return 0;
}
