import type { Vec3 } from '../body/vector';

/** How the columns of a sensor file are named: as Sensor Logger does, or with the quantity and its unit as phyphox does. */
export type SensorLayout = 'sensor-logger' | 'named-columns';

/** Which way the screen of the phone faced: away from the back, or toward it. */
export const SCREEN_FACINGS = ['out', 'in'] as const;
export type ScreenFacing = (typeof SCREEN_FACINGS)[number];

/** A phone's own record of where up or down is. */
export interface SensorRecording {
  readonly layout: SensorLayout;
  readonly quantity: 'gravity' | 'rotation';
  /** Seconds from the first row, strictly increasing. */
  readonly timesS: readonly number[];
  /**
   * The vertical in the phone's frame (x right and y up on the screen, z out of it), length 1. It points up in every row or down in
   * every row: phones differ, and the tilt is the same either way.
   */
  readonly vertical: readonly Vec3[];
  /** Rows that could not be read. */
  readonly badRows: number;
}

export const SENSOR_FILE_FAULTS = [
  /** The file cannot be opened. */
  'unreadable',
  /** Larger than any session's recording. */
  'too-large',
  /** No table with a column of times. */
  'no-table',
  /** A table of times, but neither gravity nor a rotation vector in it. */
  'no-gravity',
  /** Called gravity, but its length changes: it is the acceleration of a moving phone. */
  'not-gravity',
  /** Most rows cannot be read. */
  'damaged',
  /** Too short, or with too few rows a second. */
  'too-short',
] as const;
export type SensorFileFault = (typeof SENSOR_FILE_FAULTS)[number];

export type ReadSensor =
  | { readonly ok: true; readonly recording: SensorRecording }
  | { readonly ok: false; readonly fault: SensorFileFault };
