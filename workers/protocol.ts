import type { MovementEstimate } from '../src/core/movement/movement-estimate';
import type { PoseFrame } from '../src/core/pose/pose-frame';

/** The pose bundles that can be chosen. */
export const POSE_MODELS = ['lite', 'full', 'heavy'] as const;
export type PoseModel = (typeof POSE_MODELS)[number];

/** What can go wrong on the worker's side. Values, not exceptions: a class does not survive the boundary. */
export const POSE_FAULT_CODES = [
  'worker-failed',
  'worker-hung',
  'wasm-load',
  'webgl-missing',
  'model-missing',
  'model-damaged',
  'detect-failed',
  'out-of-order',
  'not-loaded',
] as const;
export type PoseFault = { readonly code: (typeof POSE_FAULT_CODES)[number]; readonly detail: string };

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: PoseFault };

export interface LoadOptions {
  readonly model: PoseModel;
  readonly delegate: 'CPU' | 'GPU';
  /** Absolute URLs: a root-relative one fails in a module worker. */
  readonly wasmUrl: string;
  readonly modelUrl: string;
  /** Absolute URL of the movement model's folder; null leaves it out. */
  readonly movementUrl: string | null;
}

/** Bytes of the model so far, then `starting` while the graph is built and warmed up. */
export type LoadProgress =
  | { readonly stage: 'downloading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly stage: 'starting' };

export interface Loaded {
  readonly model: PoseModel;
  readonly delegate: 'CPU' | 'GPU';
}

/** What one picture gave. `movement` is null until the movement model is loaded. */
export interface Detection {
  readonly pose: PoseFrame;
  readonly movement: MovementEstimate | null;
  readonly inferenceMs: number;
}

/** The worker's whole surface, in both realms. */
export interface PoseService {
  load(options: LoadOptions, onProgress: (progress: LoadProgress) => void): Promise<Result<Loaded>>;
  /** Takes ownership of the picture and closes it, whatever happens. Timestamps must strictly increase. */
  detect(picture: VideoFrame | ImageBitmap, timestampMs: number): Promise<Result<Detection>>;
  /** Recorded landmarks instead of a picture: runs the movement model only. */
  observe(pose: PoseFrame): Promise<Result<Detection>>;
  /** Forgets the tracked person and the movement model's memory: a new source begins. */
  reset(): Promise<void>;
  close(): Promise<void>;
}
