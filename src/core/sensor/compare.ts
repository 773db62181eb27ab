import { align } from './align';
import { agreementOf, type Agreement, type Pair } from './agreement';
import { toGrid, type Signal } from './grid';
import { SENSOR_LIMITS } from './limits';
import type { ScreenFacing, SensorRecording } from './recording';
import { quietVertical, tiltDeg, wornMost, wornWith, type Worn } from './tilt';

export const SENSOR_REFUSALS = [
  /** The camera measured no pelvis, or too little of it. */
  'no-curve',
  /** The screen of the phone never stood upright. */
  'phone-flat',
  /** One of the two shows no movement. */
  'too-still',
  /** The two cover no common time that is long enough. */
  'no-overlap',
  /** The two show different movements. */
  'no-match',
  /** The two fit at several offsets alike. */
  'ambiguous',
] as const;
export type SensorRefusal = (typeof SENSOR_REFUSALS)[number];

export interface SensorComparison extends Agreement {
  /** Seconds to add to the sensor's times (0 is its first row) to get the camera's. */
  readonly offsetS: number;
  readonly screen: ScreenFacing;
  /** The facing was known, and not found by which way fits. */
  readonly isScreenGiven: boolean;
  /**
   * How far each half of the session agrees where the other half alone placed it: an offset and a screen that were chosen by how well
   * the two fit make all other figures the most favourable ones. Null where a half is too short or too even to be placed alone.
   */
  readonly heldOut: Agreement | null;
  /** The two curves on one clock, degrees, + is the right side higher. */
  readonly pairs: readonly Pair[];
}

export type ComparedSensor =
  | { readonly ok: true; readonly comparison: SensorComparison }
  | { readonly ok: false; readonly why: SensorRefusal };

/** Ten pairs a second are more than a pelvis moves. */
const PAIR_STEP_S = 0.1;
/** The person may have stood still before the camera began to measure. */
const BEFORE_S = 30;

/**
 * Compares the pelvic obliquity that the camera measured with the tilt of a phone that was worn over the sacrum: finds how the phone
 * lay and the offset of its clock, then says how far the two agree. The zero of the phone is the quietest two seconds, so the bias
 * holds how the pelvis stood then, too.
 *
 * @param camera pelvic obliquity, degrees, + is the right side higher; NaN where it was not measured
 * @param screen which way the screen faced; null: found by which of the two fits
 */
export function compareWithSensor(
  camera: Signal,
  recording: SensorRecording,
  screen: ScreenFacing | null = null,
): ComparedSensor {
  const measured = camera.deg.filter((value) => !Number.isNaN(value));
  if (measured.length < SENSOR_LIMITS.leastSpanS.value * SENSOR_LIMITS.leastRate.value) {
    return { ok: false, why: 'no-curve' };
  }
  const worn = wornMost(recording);
  if (worn === null) return { ok: false, why: 'phone-flat' };
  const rough = signalOf(recording, worn);
  if (!moves(measured) || !moves(rough.deg)) return { ok: false, why: 'too-still' };
  const known = screen === null ? null : screen === 'out' ? 1 : -1;
  const alignment = align(camera, rough, known);
  if (!alignment.ok) return alignment;
  const { offsetS, sign } = alignment.fit;
  const sensor = signalOf(recording, levelled(recording, worn, camera, offsetS));
  const pairs = pairsOf(camera, sensor, offsetS, sign);
  const agreement = agreementOf(pairs);
  if (agreement === null) return { ok: false, why: 'no-overlap' };
  return {
    ok: true,
    comparison: {
      ...agreement,
      offsetS,
      screen: sign === 1 ? 'out' : 'in',
      isScreenGiven: screen !== null,
      heldOut: agreementOf(heldOutPairs(camera, rough, sensor, known)),
      pairs,
    },
  };
}

/** The pairs of each half of what the camera measured, placed by its other half; none where one of them cannot be placed. */
function heldOutPairs(camera: Signal, rough: Signal, sensor: Signal, sign: 1 | -1 | null): readonly Pair[] {
  const middleS = ((camera.timesS[0] ?? 0) + (camera.timesS.at(-1) ?? 0)) / 2;
  const halfOf = (isIn: (timeS: number) => boolean): Signal => {
    const timesS = camera.timesS.filter(isIn);
    return { timesS, deg: camera.deg.filter((_, index) => isIn(camera.timesS[index] ?? NaN)) };
  };
  const halves = [halfOf((timeS) => timeS < middleS), halfOf((timeS) => timeS >= middleS)] as const;
  const placed = halves.map((half, index) => {
    const alignment = align(halves[1 - index] ?? half, rough, sign);
    return alignment.ok ? pairsOf(half, sensor, alignment.fit.offsetS, alignment.fit.sign) : null;
  });
  return placed.some((one) => one === null) ? [] : placed.flatMap((one) => one ?? []);
}

const signalOf = ({ timesS, vertical }: SensorRecording, worn: Worn): Signal => ({
  timesS,
  deg: vertical.map((now) => tiltDeg(worn, now)),
});

/** Against how the person stood when they stood most quietly. */
function levelled(recording: SensorRecording, worn: Worn, camera: Signal, offsetS: number): Worn {
  const fromS = (camera.timesS[0] ?? 0) - offsetS - BEFORE_S;
  const toS = (camera.timesS.at(-1) ?? 0) - offsetS;
  const quiet = quietVertical(recording, worn, fromS, toS);
  return (quiet && wornWith(quiet)) ?? worn;
}

function moves(values: readonly number[]): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
  return Math.sqrt(variance) >= SENSOR_LIMITS.leastMovedDeg.value;
}

function pairsOf(camera: Signal, sensor: Signal, offsetS: number, sign: 1 | -1): readonly Pair[] {
  const seen = toGrid(camera, PAIR_STEP_S);
  const onClock = { timesS: sensor.timesS.map((timeS) => timeS + offsetS), deg: sensor.deg };
  const felt = toGrid(onClock, PAIR_STEP_S, seen.startS, camera.timesS.at(-1));
  return [...seen.deg].flatMap((cameraDeg, index) => {
    const sensorDeg = sign * (felt.deg[index] ?? NaN);
    if (Number.isNaN(cameraDeg) || Number.isNaN(sensorDeg)) return [];
    return [{ timeS: seen.startS + index * PAIR_STEP_S, cameraDeg, sensorDeg }];
  });
}
