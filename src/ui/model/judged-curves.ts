import type { FaultId } from '../../core/terms/ids';
import type { JudgedRecord, SetRecord } from '../../core/session/record';
import { SIDES, type Side } from '../../core/units';
import type { Curve } from '../charts/curve';

/** What was judged of one fault over a set, ready to be drawn: with gaps where nothing was judged. */
export interface JudgedCurves {
  readonly fault: FaultId;
  readonly timesS: readonly number[];
  readonly curves: readonly Curve[];
  /** Where the decision is taken. */
  readonly lineDeg: number;
  /** The table beside the chart: one row per repetition or hold and leg. */
  readonly rows: readonly (readonly string[])[];
}

/** Faults whose course means something to a person. */
const DRAWN: readonly FaultId[] = ['hip-drop', 'knee-collapse'];

const LEG_NAMES: Readonly<Partial<Record<FaultId, Readonly<Record<Side, string>>>>> = {
  'hip-drop': { left: 'Standing on the left', right: 'Standing on the right' },
  'knee-collapse': { left: 'Left knee', right: 'Right knee' },
};

/** @returns one for each fault that was judged by its angle; none for records from before such courses were kept */
export function judgedCurves(set: SetRecord): readonly JudgedCurves[] {
  const named: { readonly name: string; readonly judged: JudgedRecord }[] = [
    ...set.reps.flatMap((rep) => (rep.judged ?? []).map((judged) => ({ name: `${rep.n}`, judged }))),
    ...set.holds.flatMap(({ judged }, index) => (judged ? [{ name: `Hold ${index + 1}`, judged }] : [])),
  ];
  return DRAWN.flatMap((fault) => {
    const own = named.filter(({ judged }) => judged.fault === fault && judged.t.length > 0);
    const first = own[0];
    if (!first) return [];
    const signals = own.map(({ judged }) => judged);
    const timesS = timesOf(signals);
    const curves = SIDES.flatMap((side) => curveOf(fault, side, signals, timesS));
    return [
      {
        fault,
        timesS,
        curves,
        lineDeg: first.judged.lineDeg,
        rows: own.map(({ name, judged }) => rowOf(name, judged)),
      },
    ];
  });
}

/** Every judged moment, and one just after each course so that it breaks off there. */
function timesOf(signals: readonly JudgedRecord[]): readonly number[] {
  const times = new Set(signals.flatMap(({ t }) => [...t, (t.at(-1) ?? 0) + GAP_S]));
  return [...times].sort((a, b) => a - b);
}
const GAP_S = 0.001;

interface Sample {
  readonly deg: number | undefined;
  readonly sd: number | undefined;
}

function curveOf(
  fault: FaultId,
  side: Side,
  signals: readonly JudgedRecord[],
  timesS: readonly number[],
): readonly Curve[] {
  const own = signals.filter((signal) => signal.side === side);
  if (own.length === 0) return [];
  const at = new Map(
    own.flatMap(({ t, deg, sdDeg }) => t.map((time, i) => [time, { deg: deg[i], sd: sdDeg[i] }])),
  );
  const inside = (time: number): boolean =>
    own.some(({ t }) => time >= (t[0] ?? 0) && time <= (t.at(-1) ?? 0));
  // Where the other leg was measured in between, this one's line goes on; where this leg was not judged, it breaks.
  const pick = (time: number, of: (sample: Sample) => number | undefined) => {
    const sample = at.get(time);
    return sample ? (of(sample) ?? null) : inside(time) ? undefined : null;
  };
  const bound =
    (sign: 1 | -1) =>
    ({ deg, sd }: Sample) =>
      deg === undefined || sd === undefined ? undefined : deg + sign * sd;
  return [
    {
      name: LEG_NAMES[fault]?.[side] ?? side,
      colour: side === 'left' ? '--accent' : '--second',
      isDashed: side === 'right',
      values: timesS.map((time) => pick(time, ({ deg }) => deg)),
      low: timesS.map((time) => pick(time, bound(-1))),
      high: timesS.map((time) => pick(time, bound(1))),
    },
  ];
}

function rowOf(name: string, { fault, side, deg, sdDeg, t, lineDeg }: JudgedRecord): readonly string[] {
  const at = deg.indexOf(Math.max(...deg));
  const leg = side ? (LEG_NAMES[fault]?.[side] ?? side) : '';
  const number = `${(deg[at] ?? 0).toFixed(1)}° ± ${(sdDeg[at] ?? 0).toFixed(1)}°`;
  return [`${name}, ${leg.toLowerCase()}`, number, `${lineDeg.toFixed(1)}°`, `${(t[at] ?? 0).toFixed(1)} s`];
}
