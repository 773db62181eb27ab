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

/** What is wanted of the pose model; `auto` and `fastest` leave it to what was measured in this browser. */
export interface WantedEngine {
  readonly model: PoseModel | 'auto';
  readonly delegate: Delegate | 'fastest';
  /** On the processor. */
  readonly engine: Engine | 'auto';
  readonly awaitMovement: boolean;
}

/** What runs a model in this browser. `engine` is missing in notes from before there was a choice. */
export interface KnownRunner {
  readonly delegate: Delegate;
  readonly engine?: Engine | undefined;
}

/** Remembers what was measured in this browser. */
export interface EngineMemory {
  /** What came out best when all were tried; null before that. */
  choice(): (Required<KnownRunner> & { readonly model: PoseModel }) | null;
  /** What a model ran on before. */
  recall(model: PoseModel): KnownRunner | null;
  keep(loaded: Pick<Loaded, 'model' | 'engine' | 'delegate'>): void;
}

/** Before anything was measured: what is right for most, and has to prove itself at its start. */
const UNMEASURED = { model: 'full', engine: 'litert' } as const;

/** What is loaded where this is wanted. */
export const resolveEngine = (
  { model: wantedModel, delegate, engine }: Omit<WantedEngine, 'awaitMovement'>,
  memory: Pick<EngineMemory, 'choice' | 'recall'>,
): { model: PoseModel; delegate: Delegate | 'fastest'; engine: Engine } => {
  const choice = memory.choice();
  const model = wantedModel === 'auto' ? (choice?.model ?? UNMEASURED.model) : wantedModel;
  const known = choice?.model === model ? choice : memory.recall(model);
  return {
    model,
    delegate: delegate === 'fastest' ? (known?.delegate ?? delegate) : delegate,
    engine: engine === 'auto' ? (known?.engine ?? UNMEASURED.engine) : engine,
  };
};

/**
 * Loads the pose model as it is wanted, or as it was found best here. A graphics chip still has to pass its proof at every
 * start, and so has LiteRT; where they do not, that is remembered, too.
 *
 * @param base of the page, for tests
 */
export const loadChosen = async (
  pose: Pick<PoseService, 'load'>,
  { awaitMovement, ...wanted }: WantedEngine,
  memory: EngineMemory,
  onProgress: (progress: LoadProgress) => void,
  base?: string,
): Promise<Result<Loaded>> => {
  const options = loadOptions({ ...resolveEngine(wanted, memory), awaitMovement }, base);
  const loaded = await pose.load(options, onProgress);
  if (loaded.ok) memory.keep(loaded.value);
  return loaded;
};
