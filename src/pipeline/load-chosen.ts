import type {
  Delegate,
  Engine,
  LoadProgress,
  Loaded,
  PoseModel,
  PoseService,
  Result,
} from '../../workers/protocol';
import { loadOptions } from './asset-urls';

/** What is wanted of the pose model. */
export interface WantedEngine {
  readonly model: PoseModel;
  /** `fastest`: what was measured here before, or else it is measured now. */
  readonly delegate: Delegate | 'fastest';
  /** On the processor. */
  readonly engine: Engine;
  readonly awaitMovement: boolean;
}

/** Remembers what was measured in this browser. */
export interface EngineMemory {
  recall(model: PoseModel): Delegate | null;
  keep(model: PoseModel, delegate: Delegate): void;
}

/**
 * Loads the pose model where it is fastest. Measuring takes a few seconds, so it is done once and remembered; a graphics
 * chip that was chosen still has to pass its proof at every start, and where it does not, that is remembered too.
 *
 * @param base of the page, for tests
 */
export const loadChosen = async (
  pose: Pick<PoseService, 'load'>,
  { model, delegate, engine, awaitMovement }: WantedEngine,
  memory: EngineMemory,
  onProgress: (progress: LoadProgress) => void,
  base?: string,
): Promise<Result<Loaded>> => {
  const chosen = delegate === 'fastest' ? (memory.recall(model) ?? delegate) : delegate;
  const loaded = await pose.load(
    loadOptions({ model, delegate: chosen, engine, awaitMovement }, base),
    onProgress,
  );
  if (loaded.ok) memory.keep(loaded.value.model, loaded.value.delegate);
  return loaded;
};
