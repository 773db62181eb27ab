import type { FaultId } from '../../core/terms/ids';
import type { JudgedRep } from '../model/review-view';

export interface Curve {
  readonly name: string;
  readonly colour: '--accent' | '--second';
  readonly isDashed: boolean;
  readonly values: readonly (number | null)[];
}

export interface CurveChartProps {
  readonly title: string;
  /** What above and below the middle mean. */
  readonly reading: string;
  readonly timesS: readonly number[];
  readonly curves: readonly Curve[];
  readonly reps: readonly JudgedRep[];
  readonly chosen: JudgedRep | null;
  /** The fault that this curve shows: its repetitions are marked. */
  readonly fault: FaultId;
  /** Where a fault begins; both signs are drawn when `isSymmetric`. */
  readonly faultDeg: number | null;
  readonly isSymmetric: boolean;
  /** Short side by side charts share their height. */
  readonly height?: number;
}
