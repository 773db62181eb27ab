import type { AnalysisJobResult } from '../../src/pipeline/analysis-job';
import { ENGINES, POSE_MODELS } from '../../workers/protocol';
import type { Delegate, Engine, PoseModel, Refusal } from '../../workers/protocol';
import { SLOWEST_GPU_MS } from '../../workers/start-landmarker';
import type { Graphics } from './graphics';

/** A model, and what runs it where. */
export interface ModelRunner {
  readonly engine: Engine;
  readonly delegate: Delegate;
  readonly model: PoseModel;
}

/** What came of a graphics chip, with one engine. */
export interface ChipVerdict {
  readonly engine: Engine;
  /** Null: of all of them. */
  readonly model: PoseModel | null;
  /** `absent` and `software` were not tried, nor does the app; `failed` on the clip, after its proof. */
  readonly outcome: 'measured' | 'absent' | 'software' | 'failed' | Refusal['why'];
  /** What came of it, in words. */
  readonly words: string;
}

/** How each engine reaches a chip. */
const WAY = { mediapipe: 'WebGL', litert: 'WebGPU' } as const;

/** Where there is a chip every model is tried on it; where there is none, or one in software, that is the verdict. */
export const chipsToTry = (
  graphics: Graphics,
): { readonly runners: readonly ModelRunner[]; readonly absent: readonly ChipVerdict[] } => {
  const runners = ENGINES.filter((engine) => graphics[engine].kind === 'chip').flatMap((engine) =>
    POSE_MODELS.map((model): ModelRunner => ({ engine, delegate: 'GPU', model })),
  );
  const absent = ENGINES.flatMap((engine): ChipVerdict[] => {
    const chip = graphics[engine];
    if (chip.kind === 'chip') return [];
    if (chip.kind === 'none')
      return [
        { engine, model: null, outcome: 'absent', words: `the browser gives none through ${WAY[engine]}` },
      ];
    const words = `only in software, which is not worth a trial: ${chip.name}`;
    return [{ engine, model: null, outcome: 'software', words }];
  });
  return { runners, absent };
};

const inMs = (ms: number): string => `${ms.toFixed(0)} ms`;

const WORDS: Readonly<Record<Refusal['why'], (refusal: Refusal) => string>> = {
  'not-started': () => 'did not start',
  'no-answer': () => 'gave no answer to the known picture in time',
  wrong: () => 'found other landmarks in the known picture than there are',
  slow: ({ pictureMs }) =>
    `right, but too slow: ${inMs(pictureMs ?? Infinity)} for the known picture, and ${inMs(SLOWEST_GPU_MS)} is the most that the app takes`,
};

/**
 * What came of a runner on a graphics chip that was tried.
 *
 * @param isMeasured whether all of the clip was read on it
 */
export const verdictOf = (
  { engine, model }: ModelRunner,
  result: AnalysisJobResult,
  isMeasured: boolean,
): ChipVerdict => {
  if (isMeasured) return { engine, model, outcome: 'measured', words: 'right, and measured' };
  if (result.kind === 'fault')
    return { engine, model, outcome: 'failed', words: `failed: ${result.fault.detail}` };
  // Where nothing is said the whole worker hung, and another one took its place on the processor.
  const refusal: Refusal = result.chipRefusal ?? { why: 'no-answer', pictureMs: null };
  return { engine, model, outcome: refusal.why, words: WORDS[refusal.why](refusal) };
};

/** The fastest way to run a model with an engine; undefined where it was not measured. The app chooses so, too. */
export const fastest = <Row extends ModelRunner & { readonly inferenceMs: number }>(
  rows: readonly Row[],
  engine: Engine,
  model: PoseModel,
): Row | undefined =>
  rows
    .filter((row) => row.engine === engine && row.model === model)
    .reduce<Row | undefined>(
      (best, row) => (best === undefined || row.inferenceMs < best.inferenceMs ? row : best),
      undefined,
    );
