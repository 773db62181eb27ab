import type { MovementEstimate } from '../src/core/movement/movement-estimate';
import type { TrackedBody } from '../src/core/body/body-tracker';
import type { Stance } from '../src/core/body/stance';
import type { PoseFrame } from '../src/core/pose/pose-frame';

/** The pose bundles that can be chosen. */
export const POSE_MODELS = ['lite', 'full', 'heavy'] as const;
export type PoseModel = (typeof POSE_MODELS)[number];

/** Where the pose model is worked out: on the processor or on the graphics chip. */
export const DELEGATES = ['CPU', 'GPU'] as const;
export type Delegate = (typeof DELEGATES)[number];

/** What runs the pose networks: MediaPipe's own graph, or the same graph of ours on LiteRT, with threads or through WebGPU. */
export const ENGINES = ['mediapipe', 'litert'] as const;
export type Engine = (typeof ENGINES)[number];

/** What can go wrong on the worker's side. Values, not exceptions: a class does not survive the boundary. */
export const POSE_FAULT_CODES = [
  'worker-failed',
  'worker-hung',
  'wasm-load',
  'out-of-memory',
  'webgl-missing',
  'model-missing',
  'model-damaged',
  'download-stalled',
  'detect-failed',
  'out-of-order',
  'not-loaded',
] as const;
export type PoseFault = { readonly code: (typeof POSE_FAULT_CODES)[number]; readonly detail: string };

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: PoseFault };

export interface LoadOptions {
  readonly model: PoseModel;
  /** `GPU` and `fastest` use a GPU only where it passes the proof; `fastest` only where it also beats the processor. */
  readonly delegate: Delegate | 'fastest';
  /** Where its GPU is asked for and does not do, MediaPipe's is tried before the processor. */
  readonly engine: Engine;
  /** Absolute URLs: a root-relative one fails in a module worker. Folders of each engine's WebAssembly. */
  readonly wasmUrls: Readonly<Record<Engine, string>>;
  readonly modelUrl: string;
  /** Absolute URL of the movement model's folder, ending in a slash; null leaves it out. */
  readonly movementUrl: string | null;
  /**
   * False: `load` is done with the pose model, and the movement model follows in the background. True: `load` waits for
   * both, so that every frame is judged alike (analysis of a recording).
   */
  readonly awaitMovement: boolean;
  /** Says how long a picture takes, also where that is not needed to choose: engines are compared. */
  readonly timed?: true;
}

/** Bytes of the model so far, then `starting` whenever a graph is built: once, or for every one that is tried. */
export type LoadProgress =
  | { readonly stage: 'downloading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly stage: 'starting' };

/** Why an engine that was tried on the known picture is not used. `slow`: right, but of no use live. */
export interface Refusal {
  readonly why: 'not-started' | 'no-answer' | 'wrong' | 'slow';
  /** Of the known picture; null where it came to no time. */
  readonly pictureMs: number | null;
}

export interface Loaded {
  readonly model: PoseModel;
  /** What is used: `CPU` also where a GPU was asked for and failed the proof on the known picture. */
  readonly delegate: Delegate;
  /** What is used: `mediapipe` also where LiteRT was asked for and could not be started, or was wrong. */
  readonly engine: Engine;
  /** Median time of the known picture; null where it was not tried on it, or was wrong. */
  readonly pictureMs: number | null;
  /** Set where the graphics chip was tried with the wanted engine, and is not used. */
  readonly chipRefusal?: Refusal;
  /** Set where the browser's workers cannot do it, and the page itself does. */
  readonly onPage?: true;
  /** `loading` only without `awaitMovement`. */
  readonly movement: MovementStatus;
}

/** Whether the movement model is in use; `id` names its weights. */
export type MovementStatus =
  | { readonly kind: 'absent' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly id: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** What one picture gave. `movement` is null until the movement model is loaded. */
export interface Detection {
  readonly pose: PoseFrame;
  /** The person who trains, followed since the source began. */
  readonly tracked: TrackedBody;
  readonly movement: MovementEstimate | null;
  readonly inferenceMs: number;
}

/** The worker's whole surface, in both realms. */
export interface PoseService {
  load(options: LoadOptions, onProgress: (progress: LoadProgress) => void): Promise<Result<Loaded>>;
  /** Takes ownership of the picture and closes it, whatever happens. Timestamps must strictly increase. */
  detect(picture: VideoFrame | ImageBitmap, timestampMs: number): Promise<Result<Detection>>;
  /** Recorded landmarks instead of a picture: no pose model, all that follows it. */
  observe(pose: PoseFrame): Promise<Result<Detection>>;
  /** Forgets the tracked person, the last timestamp and the movement model's memory: a new source begins. */
  reset(): Promise<Result<null>>;
  /** Goes on with a person whose stance is known: this worker takes the place of another one. */
  resume(stance: Stance): Promise<void>;
  /** Whether the movement model is in use by now. */
  movementStatus(): Promise<MovementStatus>;
  close(): Promise<void>;
}
