import type { Vec3 } from '../body/vector';
import { median } from '../signal/quantile';
import { findColumns, type SensorColumns } from './columns';
import type { ReadSensor } from './recording';
import { SENSOR_LIMITS } from './limits';

/**
 * The rows of a sensor file as a recording. Rows that cannot be read are left out and counted; rows out of order are put in order.
 * @param rows cells as text, with the names of the columns somewhere above; decimals with point or comma
 */
export function readRows(rows: readonly (readonly string[])[]): ReadSensor {
  const { columns, dataAt } = findColumns(rows);
  if (typeof columns === 'string') return { ok: false, fault: columns };
  const samples = rows.slice(dataAt).flatMap((row) => sampleOf(row, columns) ?? []);
  const badRows = rows.length - dataAt - samples.length;
  if (badRows > samples.length) return { ok: false, fault: 'damaged' };
  const { timesS, vertical } = inOrder(samples, columns);
  if (columns.values.quantity === 'gravity' && !hasOneLength(samples)) {
    return { ok: false, fault: 'not-gravity' };
  }
  const spanS = timesS.at(-1) ?? 0;
  if (spanS < SENSOR_LIMITS.leastSpanS.value || timesS.length / spanS < SENSOR_LIMITS.leastRate.value) {
    return { ok: false, fault: 'too-short' };
  }
  const { layout, values } = columns;
  return { ok: true, recording: { layout, quantity: values.quantity, timesS, vertical, badRows } };
}

interface Sample {
  readonly time: number;
  readonly length: number;
  readonly vertical: Vec3;
}

function sampleOf(row: readonly string[], { time, values }: SensorColumns): Sample | null {
  const [at, ...numbers] = [time, ...values.at].map((index) => toNumber(row[index]));
  if (at === undefined || !Number.isFinite(at) || !numbers.every(Number.isFinite)) return null;
  const length = Math.hypot(...numbers);
  if (length === 0) return null;
  const [x = 0, y = 0, z = 0, w = 0] = numbers.map((value) => value / length);
  return { time: at, length, vertical: values.quantity === 'gravity' ? { x, y, z } : upOf(x, y, z, w) };
}

/** "9.81", "9,81", "9.81E0"; an empty cell is no zero. */
const toNumber = (cell = ''): number => (cell.trim() === '' ? NaN : Number(cell.trim().replace(',', '.')));

/** The world's up in the phone's frame, of a unit quaternion that turns the phone's frame into the world's (z up). */
const upOf = (x: number, y: number, z: number, w: number): Vec3 => ({
  x: 2 * (x * z - w * y),
  y: 2 * (y * z + w * x),
  z: 1 - 2 * (x * x + y * y),
});

/** Gravity has one length, whichever unit; the acceleration of a phone that moves has not. */
function hasOneLength(samples: readonly Sample[]): boolean {
  const middle = median(samples.map(({ length }) => length)) ?? 0;
  const off = median(samples.map(({ length }) => Math.abs(length / middle - 1)));
  return off !== null && off <= SENSOR_LIMITS.gravitySpread.value;
}

function inOrder(
  samples: readonly Sample[],
  { secondsPerUnit }: SensorColumns,
): { timesS: number[]; vertical: Vec3[] } {
  const sorted = [...samples].sort((a, b) => a.time - b.time);
  const start = sorted[0]?.time ?? 0;
  const unit = secondsPerUnit ?? guessedUnit(sorted.map(({ time }) => time));
  const timesS: number[] = [];
  const vertical: Vec3[] = [];
  for (const sample of sorted) {
    const timeS = (sample.time - start) * unit;
    if (timeS <= (timesS.at(-1) ?? -1)) continue;
    timesS.push(timeS);
    vertical.push(sample.vertical);
  }
  return { timesS, vertical };
}

/** No logger writes fewer than one row a second, or more than a thousand: the step between rows tells the unit. */
function guessedUnit(times: readonly number[]): number {
  const step = median(times.slice(1).map((time, index) => time - (times[index] ?? 0))) ?? 0;
  if (step >= 1e6) return 1e-9;
  return step >= 1 ? 1e-3 : 1;
}
