import type { Proof } from './known-picture';
import type { CreateLandmarker, Landmarker } from './landmarker-port';
import type { Delegate, LoadOptions } from './protocol';

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

export interface Started {
  readonly landmarker: Landmarker;
  readonly delegate: Delegate;
}

/**
 * Builds the pose graph where it is wanted. The graphics chip is used only where it gets the known picture right on this
 * very machine; `fastest` also times the processor on the same picture and takes the faster of the two.
 *
 * @param onStep called before each thing that takes a while
 * @throws when the graph cannot be built on the processor either
 */
export const startLandmarker = async (
  ports: StartPorts,
  { delegate: wanted, wasmUrl }: Pick<LoadOptions, 'delegate' | 'wasmUrl'>,
  bundle: Uint8Array,
  onStep: () => void,
): Promise<Started> => {
  const build = (delegate: Delegate): Promise<Landmarker> => {
    onStep();
    return ports.createLandmarker({ wasmUrl, bundle, delegate });
  };
  const delegate = await choose(ports, wanted, build);
  if (delegate === 'GPU') {
    // A new one: the one that was tried has the known picture's person in its memory.
    const landmarker = await build('GPU').catch(() => null);
    if (landmarker !== null) return { landmarker, delegate };
  }
  return { landmarker: await build('CPU'), delegate: 'CPU' };
};

type Build = (delegate: Delegate) => Promise<Landmarker>;

const choose = async (
  ports: StartPorts,
  wanted: LoadOptions['delegate'],
  build: Build,
): Promise<Delegate> => {
  if (wanted === 'CPU' || (wanted === 'fastest' && !ports.hasGpu())) return 'CPU';
  const gpuMs = await trial(ports, build, 'GPU');
  if (gpuMs === null || gpuMs > SLOWEST_GPU_MS) return 'CPU';
  if (wanted === 'GPU') return 'GPU';
  const cpuMs = await trial(ports, build, 'CPU');
  return cpuMs !== null && cpuMs <= gpuMs ? 'CPU' : 'GPU';
};

/** Milliseconds for one picture; null where it cannot be built, or is wrong. That is no fault: the other one is used. */
const trial = async (ports: StartPorts, build: Build, delegate: Delegate): Promise<number | null> => {
  let landmarker: Landmarker | null = null;
  try {
    landmarker = await build(delegate);
    const { correct, pictureMs } = await ports.prove(landmarker);
    return correct ? pictureMs : null;
  } catch {
    return null;
  } finally {
    landmarker?.close();
  }
};
