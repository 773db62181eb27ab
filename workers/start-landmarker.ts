import type { Proof } from './known-picture';
import type { CreateLandmarker, Landmarker } from './landmarker-port';
import { PATIENCE, patiently, within, type Patience } from './patience';
import type { Delegate, Engine, LoadOptions } from './protocol';

/** A graphics chip that takes longer for one picture gives no live picture: below ten a second. */
const SLOWEST_GPU_MS = 100;

/** What choosing stands on; part of the service's ports. */
export interface StartPorts {
  readonly createLandmarker: CreateLandmarker;
  /** Tries a landmarker on a picture whose landmarks are known. */
  readonly prove: (landmarker: Landmarker) => Promise<Proof>;
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
}

type StartOptions = Pick<LoadOptions, 'delegate' | 'engine' | 'wasmUrls' | 'timed'>;

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
  const build: Build = async (runner) => {
    onStep();
    const wasmUrl = options.wasmUrls[runner.engine];
    const started = ports.createLandmarker({ ...runner, wasmUrl, bundle });
    try {
      return await patiently(started, onStep, () => ports.hasFetchedWasm(wasmUrl), ports.patience);
    } catch (error) {
      // It may still come, when nobody waits for it any more.
      void started
        .then((late) => {
          late.close();
        })
        .catch(() => undefined);
      throw error;
    }
  };
  const onChip = await startOnGraphicsChip(ports, options, build);
  if (onChip === null || options.delegate === 'GPU') {
    return onChip ?? startOnProcessor(ports, options, build);
  }
  return fasterOf(
    onChip,
    await startOnProcessor(ports, { ...options, timed: true }, build).catch(() => null),
  );
};

type Build = (runner: Runner) => Promise<Landmarker>;

/** Started, and right. */
interface Proven extends Started {
  readonly pictureMs: number;
}

/** Null where there is no chip, or the processor is the better choice whatever it takes. */
const startOnGraphicsChip = async (
  ports: StartPorts,
  { delegate, engine }: StartOptions,
  build: Build,
): Promise<Proven | null> => {
  if (delegate === 'CPU' || (delegate === 'fastest' && !(await ports.hasGpu(engine)))) return null;
  const onChip = await startProven(ports, build, { engine, delegate: 'GPU' }, SLOWEST_GPU_MS);
  if (onChip !== null || delegate === 'fastest' || engine === 'mediapipe') return onChip;
  // Browsers without WebGPU have WebGL mostly, and it is the chip that is wanted.
  if (!(await ports.hasGpu('mediapipe'))) return null;
  return startProven(ports, build, { engine: 'mediapipe', delegate: 'GPU' }, SLOWEST_GPU_MS);
};

/** The other one is closed. */
const fasterOf = (onChip: Proven, onProcessor: Started | null): Started => {
  if (onProcessor === null) return onChip;
  const isChipFaster = onChip.pictureMs < (onProcessor.pictureMs ?? Infinity);
  (isChipFaster ? onProcessor : onChip).landmarker.close();
  return isChipFaster ? onChip : onProcessor;
};

const startOnProcessor = async (
  ports: StartPorts,
  { engine, timed }: StartOptions,
  build: Build,
): Promise<Started> => {
  if (engine === 'litert') {
    const proven = await startProven(ports, build, { engine, delegate: 'CPU' });
    if (proven !== null) return proven;
  }
  const runner: Runner = { engine: 'mediapipe', delegate: 'CPU' };
  const landmarker = await build(runner);
  if (timed !== true) return { landmarker, pictureMs: null, ...runner };
  const proof = await ports.prove(landmarker);
  await landmarker.reset();
  return { landmarker, pictureMs: proof.correct ? proof.pictureMs : null, ...runner };
};

/**
 * Builds it and tries it on the known picture. Null where it cannot be built, is wrong, is slower than this or does not
 * answer: that is no fault, another one is used.
 */
const startProven = async (
  ports: StartPorts,
  build: Build,
  runner: Runner,
  slowestMs = Infinity,
): Promise<Proven | null> => {
  let landmarker: Landmarker | null = null;
  try {
    landmarker = await build(runner);
    const { proofMs } = ports.patience ?? PATIENCE;
    const { correct, pictureMs } = await within(proofMs, ports.prove(landmarker));
    if (correct && pictureMs <= slowestMs) {
      // It has the known picture's person in its memory.
      await landmarker.reset();
      return { landmarker, pictureMs, ...runner };
    }
  } catch {
    // As good as wrong.
  }
  landmarker?.close();
  return null;
};
