import type { SensorLayout } from './recording';

/** Where in a row the numbers stand. */
export interface SensorColumns {
  readonly layout: SensorLayout;
  readonly time: number;
  /** What one unit of the time column is in seconds; null: the numbers themselves tell. */
  readonly secondsPerUnit: number | null;
  readonly values:
    | { readonly quantity: 'gravity'; readonly at: readonly [number, number, number] }
    | { readonly quantity: 'rotation'; readonly at: readonly [number, number, number, number] };
}

export type FoundColumns = SensorColumns | 'no-table' | 'no-gravity';

/** Lines that an app may write above its columns. */
const MOST_LINES_ABOVE = 20;

/** Finds the row that names the columns, and what they are. @returns also where the data begin */
export function findColumns(rows: readonly (readonly string[])[]): { columns: FoundColumns; dataAt: number } {
  for (const [index, row] of rows.slice(0, MOST_LINES_ABOVE).entries()) {
    const names = row.map((name) => name.trim().toLowerCase());
    const time = timeColumn(names);
    if (time === null) continue;
    const values = valueColumns(names);
    const columns = values === null ? 'no-gravity' : { ...time, values };
    return { columns, dataAt: index + 1 };
  }
  return { columns: 'no-table', dataAt: 0 };
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 };
/** "Time (s)", "Zeit (s)", "t [ms]", "time", "timestamp (ns)". */
const TIME = /^(?:time|timestamp|zeit|tiempo|temps|t)\s*(?:[([]([a-zµ]+)[)\]])?$/;

function timeColumn(names: readonly string[]): Omit<SensorColumns, 'values'> | null {
  const elapsed = names.indexOf('seconds_elapsed');
  if (elapsed >= 0) return { layout: 'sensor-logger', time: elapsed, secondsPerUnit: 1 };
  const time = names.findIndex((name) => TIME.test(name));
  if (time < 0) return null;
  const unit = TIME.exec(names[time] ?? '')?.[1];
  return {
    layout: unit === undefined ? 'sensor-logger' : 'named-columns',
    time,
    secondsPerUnit: unit === undefined ? null : (SECONDS[unit] ?? null),
  };
}

/** "Gravity x (m/s²)", "gravity_x", "Gravitation x (m/s^2)". */
const gravity = (axis: string) =>
  new RegExp(`^(?:gravity|gravitation|schwerkraft|gravedad|gravité)[ _.-]?${axis}\\b`);
/** "qx", "Quaternion X", "orientation_qx". */
const rotation = (axis: string) => new RegExp(`^(?:orientation[ _.-])?(?:q|quaternion[ _.-]?)${axis}$`);
const plain = (axis: string) => new RegExp(`^${axis}$`);

function valueColumns(names: readonly string[]): SensorColumns['values'] | null {
  const find = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  for (const named of [gravity, plain]) {
    const [x, y, z] = [find(named('x')), find(named('y')), find(named('z'))];
    // With a fourth column "w" beside them, x, y and z are those of a rotation.
    if (Math.min(x, y, z) >= 0 && !(named === plain && find(plain('w')) >= 0))
      return { quantity: 'gravity', at: [x, y, z] };
  }
  for (const named of [rotation, plain]) {
    const [x, y, z, w] = [find(named('x')), find(named('y')), find(named('z')), find(named('w'))];
    if (Math.min(x, y, z, w) >= 0) return { quantity: 'rotation', at: [x, y, z, w] };
  }
  return null;
}
