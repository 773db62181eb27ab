import type { FaultId } from '../../core/terms/ids';
import type { JudgedRep } from '../model/review-view';

/** Values over the chart's times: null breaks the line, undefined leaves the moment to the neighbours. */
type Values = readonly (number | null | undefined)[];

export interface Curve {
  readonly name: string;
  readonly colour: '--accent' | '--second';
  readonly isDashed: boolean;
  readonly values: Values;
  /** The band of uncertainty: one standard deviation below and above. */
  readonly low: Values;
  readonly high: Values;
}

export interface CurveChartProps {
  readonly title: string;
  /** What upward means. */
  readonly reading: string;
  readonly timesS: readonly number[];
  readonly curves: readonly Curve[];
  readonly reps: readonly JudgedRep[];
  readonly chosen: JudgedRep | null;
  /** The fault that this curve shows: its repetitions are marked. */
  readonly fault: FaultId;
  /** Where the decision is taken. */
  readonly lineDeg: number;
  /** Short side by side charts share their height. */
  readonly height?: number;
}
