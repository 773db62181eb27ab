import type { ExerciseId } from '../core/terms/ids';
import type { SourceFault } from '../capture/frame-source';
import type { LandmarkStream } from '../capture/landmark-stream';
import type { Delegate, Engine, PoseFault, PoseModel, Refusal } from '../../workers/protocol';
import type { Analysis } from './analysis';

/** One clip to analyse in the browser, for the command line. The file itself is in the page's file field. */
export interface AnalysisJob {
  readonly clip: string;
  /** Null: landmarks only. */
  readonly exercise: ExerciseId | 'auto' | null;
  readonly model: PoseModel;
  readonly engine: Engine;
  /** The processor unless said. */
  readonly delegate?: Delegate;
  readonly fps: number | null;
  readonly mirror: boolean;
  readonly withMeasures: boolean;
  readonly withStream: boolean;
}

export type AnalysisJobResult =
  | {
      readonly kind: 'done';
      readonly analysis: Analysis | null;
      readonly stream: LandmarkStream | null;
      /** Set when the file was cut off: how far it could be read. */
      readonly truncated: string | null;
      /** Set when the graphics chip was wanted, and is not used. */
      readonly chipRefusal?: Refusal | undefined;
    }
  | { readonly kind: 'fault'; readonly fault: SourceFault | PoseFault };

/** What the command line offers the page: takes the result of the job before, gives the next one, null at the end. */
export type NextAnalysisJob = (previous: AnalysisJobResult | null) => Promise<AnalysisJob | null>;
