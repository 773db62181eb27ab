import type { PoseModel } from '../../../workers/protocol';
import type { KeptEngine } from '../../storage/engine-note';

interface EngineSentences {
  readonly untried: string;
  readonly inUse: (model: PoseModel, delegate: KeptEngine['delegate']) => string;
  readonly inUseAt: (model: PoseModel, delegate: KeptEngine['delegate'], picturesPerS: number) => string;
}

/** What the settings say of this machine, from the three sentences of a language. */
export const toEngineWords =
  ({ untried, inUse, inUseAt }: EngineSentences) =>
  (model: PoseModel, engine: KeptEngine | undefined): string => {
    if (engine === undefined) return untried;
    const { delegate, picturesPerS } = engine;
    return picturesPerS === null
      ? inUse(model, delegate)
      : inUseAt(model, delegate, Math.round(picturesPerS));
  };
