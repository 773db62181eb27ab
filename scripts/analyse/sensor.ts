import { existsSync, readFileSync, statSync } from 'node:fs';
import { LARGEST_SENSOR_FILE_BYTES, parseSensorFile } from '../../src/capture/sensor-file';
import { cameraSignal } from '../../src/core/sensor/camera-signal';
import { compareWithSensor, type SensorRefusal } from '../../src/core/sensor/compare';
import type { ReadSensor, ScreenFacing, SensorRecording } from '../../src/core/sensor/recording';
import { deg } from '../../src/core/units';
import { isSure } from '../../src/overlay/certainty';
import type { Analysis } from '../../src/pipeline/analysis';

export const readSensor = (path: string): ReadSensor => {
  if (!existsSync(path) || !statSync(path).isFile()) return { ok: false, fault: 'unreadable' };
  if (statSync(path).size > LARGEST_SENSOR_FILE_BYTES) return { ok: false, fault: 'too-large' };
  return parseSensorFile(readFileSync(path, 'utf8'));
};

/** What the phone says beside the camera, as it stands in the JSON. Degrees; times are seconds of the clip. */
export type SensorResult =
  | { readonly file: string; readonly refused: SensorRefusal }
  | {
      readonly file: string;
      readonly layout: SensorRecording['layout'];
      readonly quantity: SensorRecording['quantity'];
      readonly badRows: number;
      /** Added to the sensor's times, which begin with 0, to get the clip's. */
      readonly offsetS: number;
      readonly screen: ScreenFacing;
      readonly n: number;
      readonly r: number | null;
      readonly biasDeg: number;
      readonly sdDeg: number;
      /** Limits of agreement: bias ± 1.96 standard deviations. */
      readonly limitsDeg: readonly [number, number];
      readonly driftDegPerMin: number;
      readonly t: readonly number[];
      readonly cameraDeg: readonly number[];
      readonly sensorDeg: readonly number[];
    };

/** The analysis with the comparison added, and without the measures where nobody asked for them. */
export const withSensor = (
  { measures = [], ...analysis }: Analysis,
  file: string,
  recording: SensorRecording,
  withMeasures: boolean,
): Omit<Analysis, 'measures'> & Pick<Analysis, 'measures'> & { readonly sensor: SensorResult } => ({
  ...analysis,
  ...(withMeasures ? { measures } : {}),
  sensor: resultOf(measures, file, recording),
});

const resultOf = (
  measures: NonNullable<Analysis['measures']>,
  file: string,
  recording: SensorRecording,
): SensorResult => {
  const result = compareWithSensor(signalOf(measures), recording);
  if (!result.ok) return { file, refused: result.why };
  const { pairs, offsetS, screen, n, r, biasDeg, sdDeg, lowerDeg, upperDeg, driftDegPerMin } =
    result.comparison;
  const { layout, quantity, badRows } = recording;
  return {
    file,
    layout,
    quantity,
    badRows,
    offsetS: round(offsetS, 3),
    screen,
    n,
    r: r === null ? null : round(r, 3),
    biasDeg: round(biasDeg, 2),
    sdDeg: round(sdDeg, 2),
    limitsDeg: [round(lowerDeg, 2), round(upperDeg, 2)],
    driftDegPerMin: round(driftDegPerMin, 2),
    t: pairs.map(({ timeS }) => round(timeS, 3)),
    cameraDeg: pairs.map(({ cameraDeg }) => round(cameraDeg, 2)),
    sensorDeg: pairs.map(({ sensorDeg }) => round(sensorDeg, 2)),
  };
};

/** The very curve that a session would keep. */
const signalOf = (measures: NonNullable<Analysis['measures']>) =>
  cameraSignal({
    t: measures.map(({ t }) => t),
    pelvisObliquityDeg: measures.map(({ pelvisObliquityDeg: value, pelvisObliquitySd: sd }) =>
      value !== null && sd !== null && isSure({ deg: deg(value), sd: deg(sd) }) ? value : null,
    ),
    bodyLineDeg: measures.map(({ bodyLineDeg }) => bodyLineDeg),
  });

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
