import type { CurvesRecord, SetRecord } from '../session/record';
import type { Signal } from './grid';

type Curves = Pick<CurvesRecord, 't' | 'pelvisObliquityDeg' | 'bodyLineDeg'>;

/**
 * What the camera measured of the pelvis, as the hip drop is judged on it: its obliquity where it was sure enough to be kept, and not
 * while the person lies, where it is no angle to the horizontal.
 */
export const cameraSignal = ({ t, pelvisObliquityDeg, bodyLineDeg }: Curves): Signal => ({
  timesS: t,
  deg: t.map((_, index) =>
    (bodyLineDeg[index] ?? null) === null ? (pelvisObliquityDeg[index] ?? NaN) : NaN,
  ),
});

/**
 * The same over a whole session. Sets share the clock of the camera; a session that was gone on with after a reload has a new clock, and
 * of several clocks the one with the most on it is taken.
 */
export function sessionSignal(sets: readonly SetRecord[]): Signal {
  const stretches: { timesS: number[]; deg: number[] }[] = [];
  for (const { curves } of sets) {
    if (curves === null || curves.t.length === 0) continue;
    const { timesS, deg } = cameraSignal(curves);
    const last = stretches.at(-1);
    if (last && (timesS[0] ?? 0) >= (last.timesS.at(-1) ?? Infinity)) {
      last.timesS.push(...timesS);
      last.deg.push(...deg);
    } else stretches.push({ timesS: [...timesS], deg: [...deg] });
  }
  const known = ({ deg }: Signal): number => deg.filter((value) => !Number.isNaN(value)).length;
  return stretches.reduce<Signal>((most, one) => (known(one) > known(most) ? one : most), {
    timesS: [],
    deg: [],
  });
}
