import type { MovementEstimate } from '../src/core/movement/movement-estimate';
import type { TrackedBody } from '../src/core/body/body-tracker';

/** The movement model behind a port: the pose service and the scripts know no more of it than this. */
export interface MovementEstimator {
  /** First 12 hex digits of the weights' SHA-256: which model an analysis was made with. */
  readonly id: string;
  /** Feeds one frame; null while there is too little to say anything (start, nobody seen). */
  step(tracked: TrackedBody): MovementEstimate | null;
  /** Forgets what it has seen: a new source begins. */
  reset(): void;
  dispose(): void;
}

/** Reads a file's bytes. In the worker this is `fetch`; a script reads from disk. */
export type ReadBytes = (url: string) => Promise<ArrayBuffer>;

/**
 * Loads the movement model from a folder that holds a TensorFlow.js model: `model.json` and its weight files.
 * @param folderUrl absolute URL of the folder, ending in a slash
 * @throws when a file is missing or damaged; the service reports it and goes on with geometry
 */
export type LoadMovementEstimator = (folderUrl: string, read?: ReadBytes) => Promise<MovementEstimator>;
