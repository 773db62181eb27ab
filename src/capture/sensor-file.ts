import Papa from 'papaparse';
import { readRows } from '../core/sensor/read-rows';
import type { ReadSensor } from '../core/sensor/recording';

/** Three hours at a hundred rows a second, with room to spare. */
export const LARGEST_SENSOR_FILE_BYTES = 120_000_000;

/** Characters in which the line that names the columns must begin. */
const HEAD = 4000;

/**
 * Reads the CSV file of a logger app. Comma, semicolon or tab between the cells; point or comma in the decimals. What can be read is
 * described in docs/sensor.md.
 */
export function parseSensorFile(text: string): ReadSensor {
  if (text.length > LARGEST_SENSOR_FILE_BYTES) return { ok: false, fault: 'too-large' };
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: delimiterOf(text),
    skipEmptyLines: 'greedy',
  });
  return readRows(data);
}

/** The one that parts the line with the times' name: guessing from the rows would take a decimal comma for it. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, HEAD).split(/\r\n|\r|\n/);
  const head = lines.find((line) => /time|zeit|tiempo|temps|seconds|^"?t\b/i.test(line)) ?? lines[0] ?? '';
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}
