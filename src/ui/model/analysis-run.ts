import type { ExerciseId } from '../../core/terms/ids';
import type { SetRecord } from '../../core/session/record';
import type { Analysis } from '../../pipeline/analysis';
import type { Advice } from '../messages/words';

export interface AnalysisProgress {
  readonly frames: number;
  readonly doneS: number;
  /** Null when the file does not say. */
  readonly durationS: number | null;
}

/** A file's result: the set for the review, the document for the download. */
export interface AnalysisOutcome {
  readonly set: SetRecord;
  readonly document: Analysis;
  /** The file ended with a fault; what came before it is shown. */
  readonly fault: Advice | null;
}

export type AnalysisResult =
  | { readonly kind: 'done'; readonly outcome: AnalysisOutcome }
  | { readonly kind: 'failed'; readonly advice: Advice }
  | { readonly kind: 'cancelled' };

export interface AnalysisRunner {
  run(
    file: File,
    exercise: ExerciseId | 'auto',
    onProgress: (progress: AnalysisProgress) => void,
    signal: AbortSignal,
  ): Promise<AnalysisResult>;
}
