import type { Delegate, Engine, PoseModel, PoseService } from '../../workers/protocol';
import { loadOptions } from './asset-urls';

/** An engine that got the known picture right in this browser, and how long it took. */
export interface Trial {
  readonly model: PoseModel;
  readonly engine: Engine;
  readonly delegate: Delegate;
  readonly pictureMs: number;
}

/**
 * Best first. The heavy model is for who asks for it: with the movement model, which has not learned from its landmarks, it
 * measures no better than the full one (`docs/movement-model.md`).
 */
const MODELS: readonly PoseModel[] = ['full', 'lite'];

/** MediaPipe tries the graphics chip, too, where there is one, and says which of the two was faster. */
const ENGINES_TO_TRY = [
  { engine: 'litert', delegate: 'CPU' },
  { engine: 'litert', delegate: 'GPU' },
  { engine: 'mediapipe', delegate: 'fastest' },
] as const;

/** Pictures a second that a model has to hold to be taken. */
const WANTED_FPS = 20;
/** What is left of a model's own rate in front of the camera, the whole screen drawn: `docs/performance.md`, the lower ones. */
const LIVE_SHARE = 0.75;

const holds = ({ pictureMs }: Trial): boolean => (1000 / pictureMs) * LIVE_SHARE >= WANTED_FPS;

/** The fastest way to run the best model that is fast enough; of none that is, the fastest of all. */
export const bestOf = (trials: readonly Trial[]): Trial | null => {
  const fastEnough = trials.filter(holds);
  const model = MODELS.find((one) => fastEnough.some((trial) => trial.model === one));
  const candidates = model === undefined ? trials : fastEnough.filter((trial) => trial.model === model);
  return candidates.reduce<Trial | null>(
    (best, one) => (best === null || one.pictureMs < best.pictureMs ? one : best),
    null,
  );
};

/** What trying stands on. */
export interface TrialPorts {
  /** To a new worker; it is closed when it was tried. */
  readonly connect: () => Pick<PoseService, 'load' | 'close'>;
  /** Whether WebGPU has a graphics chip. Where it has none or draws in software, LiteRT is not tried on it. */
  readonly hasGpu: () => Promise<boolean>;
  /** Of the page, for tests. */
  readonly base?: string;
}

/**
 * Tries engines and models on the picture whose landmarks are known, each in a worker of its own, one after the other. The
 * smaller model is looked at only where the better one is too slow.
 *
 * @param off breaks it off, at once
 * @returns null when it was broken off, or nothing runs here
 */
export const tryEngines = async (
  { connect, hasGpu, base }: TrialPorts,
  off: AbortSignal,
): Promise<Trial | null> => {
  const trials: Trial[] = [];
  const isChipThere = await hasGpu();
  const runners = ENGINES_TO_TRY.filter(({ delegate }) => delegate !== 'GPU' || isChipThere);
  for (const model of MODELS) {
    for (const runner of runners) {
      const trial = await tryOne(connect, { model, ...runner }, off, base);
      if (off.aborted) return null;
      if (trial !== null) trials.push(trial);
    }
    if (trials.some(holds)) break;
  }
  return bestOf(trials);
};

const tryOne = async (
  connect: () => Pick<PoseService, 'load' | 'close'>,
  asked: { readonly model: PoseModel; readonly engine: Engine; readonly delegate: Delegate | 'fastest' },
  off: AbortSignal,
  base?: string,
): Promise<Trial | null> => {
  if (off.aborted) return null;
  const pose = connect();
  const close = () => void pose.close();
  off.addEventListener('abort', close, { once: true });
  const options = {
    ...loadOptions({ ...asked, awaitMovement: false }, base),
    movementUrl: null,
    timed: true,
  } as const;
  const loaded = await pose.load(options, () => undefined);
  off.removeEventListener('abort', close);
  close();
  if (!loaded.ok || loaded.value.pictureMs === null) return null;
  const { model, engine, delegate, pictureMs } = loaded.value;
  return { model, engine, delegate, pictureMs };
};
