import type { PoseLandmarks } from '../src/core/pose/pose-frame';
import type { Delegate, Engine } from './protocol';

export type Picture = VideoFrame | ImageBitmap;

/** The pose model behind a port, so that the service can be tested with a fake one. Throws; the service makes values of it. */
export interface Landmarker {
  /** Landmarks of the one person that is tracked, or null. Timestamps strictly increase between resets. */
  detect(picture: Picture, timestampMs: number): Promise<PoseLandmarks | null> | PoseLandmarks | null;
  /** Forgets the tracked person; timestamps may start anew. */
  reset(): Promise<void>;
  close(): void;
}

export interface LandmarkerOptions {
  readonly engine: Engine;
  readonly wasmUrl: string;
  readonly bundle: Uint8Array;
  readonly delegate: Delegate;
}

export type CreateLandmarker = (options: LandmarkerOptions) => Promise<Landmarker>;
