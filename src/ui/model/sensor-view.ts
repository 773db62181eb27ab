import type { SensorComparison } from '../../core/sensor/compare';
import type { SensorRecording } from '../../core/sensor/recording';
import type { SetRecord } from '../../core/session/record';
import type { Curve, Readout } from '../charts/curve';
import { words } from '../language';
import { hundredths, tenths, toTenth } from './format';
import { reviewSet, type JudgedRep } from './review-view';

/** The comparison with a phone, ready to be shown. */
export interface SensorView {
  readonly timesS: readonly number[];
  readonly curves: readonly Curve[];
  readonly readouts: readonly Readout[];
  /** The table beside the curves, second by second. */
  readonly rows: readonly (readonly string[])[];
  /** What stands below the figures, sentence by sentence. */
  readonly notes: readonly string[];
}

/** One readout in so many pairs, one row of the table in so many. */
const READ_EVERY = 5;
const ROW_EVERY = 10;
/** A difference that changes faster than this is said: over a session of ten minutes it is a hip drop. */
const DRIFT_DEG_PER_MIN = 0.5;
/** Longer pauses between pairs break the curve. */
const BREAK_S = 0.5;

export function sensorView(
  comparison: SensorComparison,
  { badRows }: Pick<SensorRecording, 'badRows'>,
): SensorView {
  const { offsetS, screen, isScreenGiven, heldOut, driftDegPerMin } = comparison;
  const pairs = withBreaks(comparison.pairs);
  const every = (step: number) => comparison.pairs.filter((_, index) => index % step === 0);
  const curve = (name: string, isPhone: boolean, values: Curve['values']): Curve => {
    const none = values.map(() => null);
    const colour = isPhone ? '--second' : '--accent';
    return { name, colour, isDashed: isPhone, values, low: none, high: none, line: none };
  };
  return {
    timesS: pairs.map(({ timeS }) => timeS),
    curves: [
      curve(
        words.sensor.chart.camera,
        false,
        pairs.map(({ cameraDeg }) => cameraDeg),
      ),
      curve(
        words.sensor.chart.phone,
        true,
        pairs.map(({ sensorDeg }) => sensorDeg),
      ),
    ],
    readouts: every(READ_EVERY).map(({ timeS, cameraDeg, sensorDeg }) => ({
      timeS,
      words: words.sensor.chart.moment(tenths(timeS), signed(cameraDeg), signed(sensorDeg)),
    })),
    rows: every(ROW_EVERY).map(({ timeS, cameraDeg, sensorDeg }) => [
      tenths(timeS),
      signed(cameraDeg),
      signed(sensorDeg),
      signed(cameraDeg - sensorDeg),
    ]),
    notes: [
      words.sensor.offset(hundredths(offsetS)),
      (isScreenGiven ? words.sensor.screensGiven : words.sensor.screens)[screen],
      heldOut === null
        ? words.sensor.notHeldOut
        : words.sensor.heldOut(
            heldOut.r === null ? '–' : hundredths(heldOut.r),
            signed(heldOut.lowerDeg),
            signed(heldOut.upperDeg),
          ),
      ...(Math.abs(driftDegPerMin) >= DRIFT_DEG_PER_MIN ? [words.sensor.drift(signed(driftDegPerMin))] : []),
      ...(badRows > 0 ? [words.sensor.badRows(badRows)] : []),
      words.sensor.limit,
    ],
  };
}

interface Moment {
  readonly timeS: number;
  readonly cameraDeg: number | null;
  readonly sensorDeg: number | null;
}

/** The pairs, and an empty moment in every pause so that no line is drawn across it. */
const withBreaks = (pairs: SensorComparison['pairs']): readonly Moment[] =>
  pairs.flatMap((pair, index) => {
    const before = pairs[index - 1]?.timeS ?? pair.timeS;
    const gap = { timeS: (before + pair.timeS) / 2, cameraDeg: null, sensorDeg: null };
    return pair.timeS - before > BREAK_S ? [gap, pair] : [pair];
  });

/** The repetitions that lie within the compared time. */
export function repsWithin(sets: readonly SetRecord[], timesS: readonly number[]): readonly JudgedRep[] {
  const [from, to] = [timesS[0] ?? 0, timesS.at(-1) ?? 0];
  return sets.flatMap((set) => reviewSet(set).reps).filter((rep) => rep.startS >= from && rep.endS <= to);
}

/** "−1.6°", "2.0°". */
export const signed = (value: number): string =>
  `${value < 0 && Number(value.toFixed(1)) !== 0 ? '−' : ''}${toTenth(Math.abs(value))}°`;
