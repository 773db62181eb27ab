import { isOfALeg, type FaultId } from '../../core/terms/ids';
import type { JudgedRecord, RepRecord, SetRecord } from '../../core/session/record';
import { within95, type Measured } from '../../core/session/summary-statistics';
import { statedBy, verdictsByLeg } from '../../core/session/verdicts-by-leg';
import { SIDES, type Side } from '../../core/units';
import type { Curve, Readout } from '../charts/curve';
import { words } from '../language';
import { tenths, toTenth } from './format';
import { holdWordsOf } from './hold-words';
import { legWords } from './leg-words';

/** What was judged of one fault over a set, ready to be drawn: with gaps where nothing was judged. */
export interface JudgedCurves {
  readonly fault: DrawnFault;
  readonly timesS: readonly number[];
  readonly curves: readonly Curve[];
  readonly readouts: readonly Readout[];
  /** The table beside the chart: one row per repetition or hold and leg. */
  readonly rows: readonly (readonly string[])[];
}

/** Faults whose course means something to a person. */
const DRAWN = ['hip-drop', 'knee-collapse'] as const satisfies readonly FaultId[];
type DrawnFault = (typeof DRAWN)[number];

interface Named {
  readonly name: string;
  readonly judged: JudgedRecord;
  /** What the verdict on it states; none where it was too unsure for a verdict. */
  readonly stated: readonly Measured[];
}

/** @returns one for each fault that was judged by its angle; none for records from before such courses were kept */
export function judgedCurves(set: SetRecord): readonly JudgedCurves[] {
  const named: readonly Named[] = [
    ...set.reps.flatMap((rep) => {
      const { n, side, judged = [] } = rep;
      return judged.map((one) => ({
        name: words.outcomes.repetitionOf(n, side),
        judged: one,
        stated: statedOf(rep, one),
      }));
    }),
    ...set.holds.flatMap(({ judged }, index) =>
      judged ? [{ name: words.outcomes.hold(index + 1), judged, stated: [largestOf(judged)] }] : [],
    ),
  ];
  return DRAWN.flatMap((fault) => {
    const own = named.filter(({ judged }) => judged.fault === fault && judged.t.length > 0);
    if (own.length === 0) return [];
    const signals = own.map(({ judged }) => judged);
    const timesS = timesOf(signals);
    const curves = SIDES.flatMap((side) => curveOf(nameOf(set, fault, side), side, signals, timesS));
    const readouts = own.flatMap((one) => readoutsOf(set, one)).sort((a, b) => a.timeS - b.timeS);
    return [{ fault, timesS, curves, readouts: joined(readouts), rows: own.map((one) => rowOf(set, one)) }];
  });
}

/** A hold is judged on the line of the body; its side is the one that lies down. */
const nameOf = (set: SetRecord, fault: FaultId, side: Side): string =>
  set.holds.length > 0 && isOfALeg(fault)
    ? holdWordsOf(set).sides[side]
    : (legWords(fault, side)?.role ?? words.sides[side]);

/** The same within a line of text. */
const withinOf = (set: SetRecord, fault: FaultId, side: Side): string =>
  (set.holds.length > 0 ? null : legWords(fault, side)?.within) ?? nameOf(set, fault, side);

/** Every judged moment, and one just after each course so that it breaks off there. */
function timesOf(signals: readonly JudgedRecord[]): readonly number[] {
  const times = new Set(signals.flatMap(({ t }) => [...t, (t.at(-1) ?? 0) + GAP_S]));
  return [...times].sort((a, b) => a - b);
}
const GAP_S = 0.001;

interface Sample {
  readonly deg: number | undefined;
  readonly sd: number | undefined;
  readonly line: number;
}

function curveOf(
  name: string,
  side: Side,
  signals: readonly JudgedRecord[],
  timesS: readonly number[],
): readonly Curve[] {
  const own = signals.filter((signal) => signal.side === side);
  if (own.length === 0) return [];
  const at = new Map(
    own.flatMap(({ t, deg, sdDeg, lineDeg }) =>
      t.map((time, i): [number, Sample] => [time, { deg: deg[i], sd: sdDeg[i], line: lineDeg }]),
    ),
  );
  const inside = (time: number): boolean =>
    own.some(({ t }) => time >= (t[0] ?? 0) && time <= (t.at(-1) ?? 0));
  // Where the other leg was measured in between, this one's line goes on; where this leg was not judged, it breaks.
  const pick = (of: (sample: Sample) => number | undefined) =>
    timesS.map((time) => {
      const sample = at.get(time);
      return sample ? (of(sample) ?? null) : inside(time) ? undefined : null;
    });
  const bound = (sign: 1 | -1) =>
    pick(({ deg, sd }) => (deg === undefined || sd === undefined ? undefined : deg + sign * sd));
  return [
    {
      name,
      colour: side === 'left' ? '--accent' : '--second',
      isDashed: side === 'right',
      values: pick(({ deg }) => deg),
      low: bound(-1),
      high: bound(1),
      line: pick(({ line }) => line),
    },
  ];
}

const number = (value: number): string => `${value < 0 ? '−' : ''}${toTenth(Math.abs(value))}°`;
const withSd = (value = 0, sd = 0): string => `${number(value)} ± ${toTenth(sd)}°`;

interface LegReadout extends Readout {
  readonly rep: string;
}

const readoutsOf = (set: SetRecord, { name, judged }: Named): readonly LegReadout[] => {
  const { fault, side, t, deg, sdDeg, lineDeg } = judged;
  const leg = side === null ? '' : `${nameOf(set, fault, side)} `;
  return t.map((timeS, i) => ({
    timeS,
    rep: name,
    words: words.curves.flaggedFrom(`${leg}${withSd(deg[i], sdDeg[i])}`, number(lineDeg)),
  }));
};

/** Both legs of one moment in one readout. */
function joined(readouts: readonly LegReadout[]): readonly Readout[] {
  const moments = new Map<number, LegReadout[]>();
  for (const one of readouts) moments.set(one.timeS, [...(moments.get(one.timeS) ?? []), one]);
  return [...moments].map(([timeS, legs]) => ({
    timeS,
    words: `${tenths(timeS)}, ${legs[0]?.rep ?? ''}: ${legs.map(({ words }) => words).join('; ')}`,
  }));
}

function rowOf(set: SetRecord, { name, judged, stated }: Named): readonly string[] {
  const { fault, side, lineDeg } = judged;
  const { deg, sdDeg, atS } = largestOf(judged);
  const leg = side === null ? '' : `, ${withinOf(set, fault, side)}`;
  const likely = stated.map((one) => {
    const reach = within95(one);
    return reach === null ? '–' : words.tables.between(number(one.deg - reach), number(one.deg + reach));
  });
  return [`${name}${leg}`, withSd(deg, sdDeg), likely[0] ?? '–', number(lineDeg), tenths(atS)];
}

/** The largest moment of a course: what its verdict was taken on. */
function largestOf({ deg, sdDeg, t }: JudgedRecord) {
  const at = deg.reduce((most, value, index) => (value > (deg[most] ?? -Infinity) ? index : most), 0);
  return { deg: deg[at] ?? 0, sdDeg: sdDeg[at] ?? 0, atS: t[at] ?? 0 };
}

const statedOf = (rep: RepRecord, { fault, side }: JudgedRecord): readonly Measured[] =>
  verdictsByLeg(rep, fault)
    .filter((leg) => leg.side === side)
    .flatMap(({ verdict }) => statedBy(verdict));
