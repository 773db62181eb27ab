import type { Proof } from './known-picture';
import type { CreateLandmarker, Landmarker } from './landmarker-port';
import { PATIENCE, patiently, within, type Patience } from './patience';
import type { Delegate, Engine, LoadOptions, PoseModel, Refusal } from './protocol';

/** A graphics chip that takes longer for one picture gives no live picture: below ten a second. */
export const SLOWEST_GPU_MS = 100;

/** What choosing stands on; part of the service's ports. */
export interface StartPorts {
  readonly createLandmarker: CreateLandmarker;
  /** Tries a landmarker on a picture in which this model's landmarks are known. */
  readonly prove: (landmarker: Landmarker, model: PoseModel) => Promise<Proof>;
  /** Whether there is a graphics chip that this engine could use. False where the browser has but software, which can only be slower. */
  readonly hasGpu: (engine: Engine) => Promise<boolean> | boolean;
  /** Whether the WebAssembly of an engine's folder is on this machine by now. */
  readonly hasFetchedWasm: (folderUrl: string) => boolean;
  /** Other limits than usual, for tests. */
  readonly patience?: Patience;
}

/** What runs the graph, and where. */
export interface Runner {
  readonly engine: Engine;
  readonly delegate: Delegate;
}

export interface Started extends Runner {
  readonly landmarker: Landmarker;
  /** Of the known picture; null where it was not tried on it, or was wrong. */
  readonly pictureMs: number | null;
  /** Why the graphics chip is not used that was tried with the wanted engine; null where none was, or it was right and soon enough. */
  readonly chipRefusal: Refusal | null;
}

/** What can be used, before it is known what else was tried. */
type Usable = Omit<Started, 'chipRefusal'>;

type StartOptions = Pick<LoadOptions, 'model' | 'delegate' | 'engine' | 'wasmUrls' | 'timed'>;

/**
 * Builds the pose graph where it is wanted. The graphics chip is used only where it gets the known picture right, and soon
 * enough, on this very machine; `fastest` also times the processor on the same picture and takes the faster of the two.
 * LiteRT on the processor has to get the picture right, too; MediaPipe there gives the same bits everywhere, and is what is
 * left.
 *
 * @param onStep called before each thing that takes a while, and again and again while it is waited for
 * @throws when the graph cannot be built on the processor either
 */
export const startLandmarker = async (
  ports: StartPorts,
  options: StartOptions,
  bundle: Uint8Array,
  onStep: () => void,
): Promise<Started> => {
  const { patience = PATIENCE } = ports;
  const bench: Bench = {
    hasGpu: ports.hasGpu,
    prove: (landmarker) => within(patience.proofMs, ports.prove(landmarker, options.model)),
    build: async (runner) => {
      onStep();
      const wasmUrl = options.wasmUrls[runner.engine];
      const started = ports.createLandmarker({ ...runner, wasmUrl, bundle });
      try {
        return await patiently(started, onStep, () => ports.hasFetchedWasm(wasmUrl), patience);
      } catch (error) {
        // It may still come, when nobody waits for it any more.
        void started.then(close).catch(() => undefined);
        throw error;
      }
    },
  };
  const { onChip, chipRefusal } = await startOnGraphicsChip(bench, options);
  const choose = async (): Promise<Usable> => {
    if (onChip === null) return startOnProcessor(bench, options);
    if (options.delegate === 'GPU') return onChip;
    return fasterOf(onChip, await startOnProcessor(bench, { ...options, timed: true }).catch(() => null));
  };
  return { ...(await choose()), chipRefusal };
};

/** What is done with one bundle. */
interface Bench {
  readonly hasGpu: StartPorts['hasGpu'];
  build(runner: Runner): Promise<Landmarker>;
  /** @throws where it does not answer in time */
  prove(landmarker: Landmarker): Promise<Proof>;
}

/** Started, and right. */
interface Proven extends Usable {
  readonly pictureMs: number;
}

const isProven = (tried: Proven | Refusal): tried is Proven => 'landmarker' in tried;

/** What came of trying the graphics chip. */
interface ChipTrial {
  /** Null where there is none to use, or the processor is the better choice whatever it takes. */
  readonly onChip: Proven | null;
  readonly chipRefusal: Refusal | null;
}

const startOnGraphicsChip = async (bench: Bench, { delegate, engine }: StartOptions): Promise<ChipTrial> => {
  if (delegate === 'CPU' || (delegate === 'fastest' && !(await bench.hasGpu(engine))))
    return { onChip: null, chipRefusal: null };
  const tried = await startProven(bench, { engine, delegate: 'GPU' }, SLOWEST_GPU_MS);
  if (isProven(tried)) return { onChip: tried, chipRefusal: null };
  // Browsers without WebGPU have WebGL mostly, and where it is the chip that is wanted, that will do.
  const isOtherWanted = delegate === 'GPU' && engine !== 'mediapipe' && (await bench.hasGpu('mediapipe'));
  const other = isOtherWanted
    ? await startProven(bench, { engine: 'mediapipe', delegate: 'GPU' }, SLOWEST_GPU_MS)
    : null;
  return { onChip: other !== null && isProven(other) ? other : null, chipRefusal: tried };
};

/** The other one is closed. */
const fasterOf = (onChip: Proven, onProcessor: Usable | null): Usable => {
  if (onProcessor === null) return onChip;
  const isChipFaster = onChip.pictureMs < (onProcessor.pictureMs ?? Infinity);
  close((isChipFaster ? onProcessor : onChip).landmarker);
  return isChipFaster ? onChip : onProcessor;
};

const startOnProcessor = async (bench: Bench, { engine, timed }: StartOptions): Promise<Usable> => {
  if (engine === 'litert') {
    const proven = await startProven(bench, { engine, delegate: 'CPU' });
    if (isProven(proven)) return proven;
  }
  const runner: Runner = { engine: 'mediapipe', delegate: 'CPU' };
  const landmarker = await bench.build(runner);
  if (timed !== true) return { landmarker, pictureMs: null, ...runner };
  const proof = await bench.prove(landmarker);
  await landmarker.reset();
  return { landmarker, pictureMs: proof.correct ? proof.pictureMs : null, ...runner };
};

/**
 * Builds it and tries it on the known picture. That it cannot be built, is wrong, is slower than this or does not answer is no
 * fault: another one is used.
 */
const startProven = async (bench: Bench, runner: Runner, slowestMs = Infinity): Promise<Proven | Refusal> => {
  const landmarker = await bench.build(runner).catch(() => null);
  if (landmarker === null) return { why: 'not-started', pictureMs: null };
  let refusal: Refusal = { why: 'no-answer', pictureMs: null };
  try {
    const { correct, pictureMs } = await bench.prove(landmarker);
    if (correct && pictureMs <= slowestMs) {
      // It has the known picture's person in its memory.
      await landmarker.reset();
      return { landmarker, pictureMs, ...runner };
    }
    refusal = correct ? { why: 'slow', pictureMs } : { why: 'wrong', pictureMs: null };
  } catch {
    // As good as wrong.
  }
  close(landmarker);
  return refusal;
};

/** What is wrong may not even close. */
const close = (landmarker: Landmarker): void => {
  try {
    landmarker.close();
  } catch {
    // It goes with the worker.
  }
};
