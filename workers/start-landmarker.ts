import type { Proof } from './known-picture';
import type { CreateLandmarker, Landmarker } from './landmarker-port';
import type { Delegate, Engine, LoadOptions } from './protocol';

/** A graphics chip that takes longer for one picture gives no live picture: below ten a second. */
const SLOWEST_GPU_MS = 100;

/** What choosing stands on; part of the service's ports. */
export interface StartPorts {
  readonly createLandmarker: CreateLandmarker;
  /** Tries a landmarker on a picture whose landmarks are known. */
  readonly prove: (landmarker: Landmarker) => Promise<Proof>;
  /** Whether the browser draws with a graphics chip. False where it draws in software, which can only be slower. */
  readonly hasGpu: () => boolean;
}

/** What runs the graph, and where. */
export interface Runner {
  readonly engine: Engine;
  readonly delegate: Delegate;
}

export interface Started extends Runner {
  readonly landmarker: Landmarker;
}

const GPU: Runner = { engine: 'mediapipe', delegate: 'GPU' };
const MEDIAPIPE: Runner = { engine: 'mediapipe', delegate: 'CPU' };

/**
 * Builds the pose graph where it is wanted. The graphics chip is used only where it gets the known picture right on this
 * very machine; `fastest` also times the processor on the same picture and takes the faster of the two. LiteRT has to
 * get the picture right, too; MediaPipe on the processor gives the same bits everywhere, and is what is left.
 *
 * @param onStep called before each thing that takes a while
 * @throws when the graph cannot be built on the processor either
 */
export const startLandmarker = async (
  ports: StartPorts,
  options: Pick<LoadOptions, 'delegate' | 'engine' | 'wasmUrls'>,
  bundle: Uint8Array,
  onStep: () => void,
): Promise<Started> => {
  const build: Build = (runner) => {
    onStep();
    return ports.createLandmarker({ ...runner, wasmUrl: options.wasmUrls[runner.engine], bundle });
  };
  if (await isGpuBest(ports, options, build)) {
    // A new one: the one that was tried has the known picture's person in its memory.
    const landmarker = await build(GPU).catch(() => null);
    if (landmarker !== null) return { landmarker, ...GPU };
  }
  return startOnProcessor(ports, options.engine, build);
};

type Build = (runner: Runner) => Promise<Landmarker>;

const isGpuBest = async (
  ports: StartPorts,
  { delegate, engine }: Pick<LoadOptions, 'delegate' | 'engine'>,
  build: Build,
): Promise<boolean> => {
  if (delegate === 'CPU' || (delegate === 'fastest' && !ports.hasGpu())) return false;
  const gpuMs = await trial(ports, build, GPU);
  if (gpuMs === null || gpuMs > SLOWEST_GPU_MS) return false;
  if (delegate === 'GPU') return true;
  const cpuMs = await trial(ports, build, { engine, delegate: 'CPU' });
  return cpuMs === null || gpuMs < cpuMs;
};

const startOnProcessor = async (ports: StartPorts, engine: Engine, build: Build): Promise<Started> => {
  if (engine === 'litert') {
    const runner: Runner = { engine, delegate: 'CPU' };
    const landmarker = await build(runner).catch(() => null);
    const proof = landmarker && (await ports.prove(landmarker).catch(() => null));
    if (landmarker !== null && proof?.correct) {
      await landmarker.reset();
      return { landmarker, ...runner };
    }
    landmarker?.close();
  }
  return { landmarker: await build(MEDIAPIPE), ...MEDIAPIPE };
};

/** Milliseconds for one picture; null where it cannot be built, or is wrong. That is no fault: another one is used. */
const trial = async (ports: StartPorts, build: Build, runner: Runner): Promise<number | null> => {
  let landmarker: Landmarker | null = null;
  try {
    landmarker = await build(runner);
    const { correct, pictureMs } = await ports.prove(landmarker);
    return correct ? pictureMs : null;
  } catch {
    return null;
  } finally {
    landmarker?.close();
  }
};
