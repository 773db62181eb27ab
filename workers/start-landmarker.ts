import type { Proof } from './known-picture';
import type { CreateLandmarker, Landmarker } from './landmarker-port';
import { patiently, type Patience } from './patience';
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

const GPU: Runner = { engine: 'mediapipe', delegate: 'GPU' };
const MEDIAPIPE: Runner = { engine: 'mediapipe', delegate: 'CPU' };

/**
 * Builds the pose graph where it is wanted. The graphics chip is used only where it gets the known picture right on this
 * very machine; `fastest` also times the processor on the same picture and takes the faster of the two. LiteRT has to
 * get the picture right, too; MediaPipe on the processor gives the same bits everywhere, and is what is left.
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
  const pictureMs = await gpuWhereBest(ports, options, build);
  if (pictureMs !== null) {
    // A new one: the one that was tried has the known picture's person in its memory.
    const landmarker = await build(GPU).catch(() => null);
    if (landmarker !== null) return { landmarker, pictureMs, ...GPU };
  }
  return startOnProcessor(ports, options, build);
};

type Build = (runner: Runner) => Promise<Landmarker>;

/** How long a picture takes on the graphics chip; null where the processor is the better choice. */
const gpuWhereBest = async (
  ports: StartPorts,
  { delegate, engine }: StartOptions,
  build: Build,
): Promise<number | null> => {
  if (delegate === 'CPU' || (delegate === 'fastest' && !ports.hasGpu())) return null;
  const gpuMs = await trial(ports, build, GPU);
  if (gpuMs === null || gpuMs > SLOWEST_GPU_MS) return null;
  if (delegate === 'GPU') return gpuMs;
  const cpuMs = await trial(ports, build, { engine, delegate: 'CPU' });
  return cpuMs === null || gpuMs < cpuMs ? gpuMs : null;
};

const startOnProcessor = async (
  ports: StartPorts,
  { engine, timed }: StartOptions,
  build: Build,
): Promise<Started> => {
  if (engine === 'litert') {
    const runner: Runner = { engine, delegate: 'CPU' };
    const landmarker = await build(runner).catch(() => null);
    const proof = landmarker && (await ports.prove(landmarker).catch(() => null));
    if (landmarker !== null && proof?.correct) {
      await landmarker.reset();
      return { landmarker, pictureMs: proof.pictureMs, ...runner };
    }
    landmarker?.close();
  }
  const landmarker = await build(MEDIAPIPE);
  if (timed !== true) return { landmarker, pictureMs: null, ...MEDIAPIPE };
  const proof = await ports.prove(landmarker);
  await landmarker.reset();
  return { landmarker, pictureMs: proof.correct ? proof.pictureMs : null, ...MEDIAPIPE };
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
