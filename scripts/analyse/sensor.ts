import { existsSync, readFileSync, statSync } from 'node:fs';
import { LARGEST_SENSOR_FILE_BYTES, parseSensorFile } from '../../src/capture/sensor-file';
import type { Agreement } from '../../src/core/sensor/agreement';
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
      /** It was given, and not found by which way fits. */
      readonly screenGiven: boolean;
      readonly n: number;
      readonly r: number | null;
      readonly biasDeg: number;
      readonly sdDeg: number;
      /** Limits of agreement: bias ± 1.96 standard deviations. */
      readonly limitsDeg: readonly [number, number];
      readonly driftDegPerMin: number;
      /** Each half of the clip where the other half placed it; null where one cannot be placed alone. */
      readonly heldOut: { readonly r: number | null; readonly limitsDeg: readonly [number, number] } | null;
      readonly t: readonly number[];
      readonly cameraDeg: readonly number[];
      readonly sensorDeg: readonly number[];
    };

/** The analysis with the comparison added, and without the measures where nobody asked for them. */
export const withSensor = (
  { measures = [], ...analysis }: Analysis,
  file: string,
  recording: SensorRecording,
  { withMeasures, screen }: { readonly withMeasures: boolean; readonly screen: ScreenFacing | null },
): Omit<Analysis, 'measures'> & Pick<Analysis, 'measures'> & { readonly sensor: SensorResult } => ({
  ...analysis,
  ...(withMeasures ? { measures } : {}),
  sensor: resultOf(measures, file, recording, screen),
});

const resultOf = (
  measures: NonNullable<Analysis['measures']>,
  file: string,
  recording: SensorRecording,
  asked: ScreenFacing | null,
): SensorResult => {
  const result = compareWithSensor(signalOf(measures), recording, asked);
  if (!result.ok) return { file, refused: result.why };
  const { pairs, offsetS, screen, isScreenGiven, heldOut, biasDeg, sdDeg, driftDegPerMin } =
    result.comparison;
  const { layout, quantity, badRows } = recording;
  return {
    file,
    layout,
    quantity,
    badRows,
    offsetS: round(offsetS, 3),
    screen,
    screenGiven: isScreenGiven,
    n: result.comparison.n,
    biasDeg: round(biasDeg, 2),
    sdDeg: round(sdDeg, 2),
    ...fitOf(result.comparison),
    driftDegPerMin: round(driftDegPerMin, 2),
    heldOut: heldOut && fitOf(heldOut),
    t: pairs.map(({ timeS }) => round(timeS, 3)),
    cameraDeg: pairs.map(({ cameraDeg }) => round(cameraDeg, 2)),
    sensorDeg: pairs.map(({ sensorDeg }) => round(sensorDeg, 2)),
  };
};

const fitOf = ({ r, lowerDeg, upperDeg }: Agreement) => ({
  r: r === null ? null : round(r, 3),
  limitsDeg: [round(lowerDeg, 2), round(upperDeg, 2)] as const,
});

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
