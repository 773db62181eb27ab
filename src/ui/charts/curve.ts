import type { FaultId } from '../../core/terms/ids';
import type { JudgedRep } from '../model/review-view';

/** Values over the chart's times: null breaks the line, undefined leaves the moment to the neighbours. */
export type Values = readonly (number | null | undefined)[];

/** What was judged of one leg. */
export interface Curve {
  readonly name: string;
  readonly colour: '--accent' | '--second';
  readonly isDashed: boolean;
  readonly values: Values;
  /** The band of uncertainty: one standard deviation below and above. */
  readonly low: Values;
  readonly high: Values;
  /** From where on this leg is flagged, as long as it is judged. */
  readonly line: Values;
}

/** What the chart says of one moment, to be read out. */
export interface Readout {
  readonly timeS: number;
  readonly words: string;
}

export interface CurveChartProps {
  readonly title: string;
  /** What upward means. */
  readonly reading: string;
  readonly timesS: readonly number[];
  readonly curves: readonly Curve[];
  /** Every judged moment, in order. */
  readonly readouts: readonly Readout[];
  readonly reps: readonly JudgedRep[];
  readonly chosen: JudgedRep | null;
  /** The fault that this curve shows: its repetitions are marked. */
  readonly fault: FaultId;
  /** Short side by side charts share their height. */
  readonly height?: number;
}
