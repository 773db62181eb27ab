import type { MovementEstimate } from '../src/core/movement/movement-estimate';
import type { TrackedBody } from '../src/core/body/body-tracker';
import type { LoadMovementEstimator, MovementEstimator } from './movement-estimator-port';
import { textOf } from './pose-fault';
import type { MovementStatus } from './protocol';

/** The place of the movement model: empty until it is loaded, and empty again when it fails. Geometry stands in meanwhile. */
export class MovementSlot {
  readonly #load: LoadMovementEstimator;
  #estimator: MovementEstimator | null = null;
  #status: MovementStatus = { kind: 'absent' };
  /** Counts loads, so that one that was overtaken by `dispose` is thrown away when it arrives. */
  #generation = 0;

  constructor(load: LoadMovementEstimator) {
    this.#load = load;
  }

  get status(): MovementStatus {
    return this.#status;
  }

  /** Loads from the folder; null leaves the slot empty. Never rejects: see {@link status}. */
  async load(folderUrl: string | null): Promise<void> {
    this.dispose();
    if (folderUrl === null) return;
    const generation = this.#generation;
    this.#status = { kind: 'loading' };
    try {
      const estimator = await this.#load(folderUrl);
      if (generation !== this.#generation) {
        estimator.dispose();
        return;
      }
      this.#estimator = estimator;
      this.#status = { kind: 'ready', id: estimator.id };
    } catch (error) {
      if (generation === this.#generation) this.#status = { kind: 'failed', detail: textOf(error) };
    }
  }

  /** The estimate for this frame, or null. A model that throws is put out of use; the picture still counts. */
  step(tracked: TrackedBody): MovementEstimate | null {
    try {
      return this.#estimator?.step(tracked) ?? null;
    } catch (error) {
      this.dispose();
      this.#status = { kind: 'failed', detail: textOf(error) };
      return null;
    }
  }

  reset(): void {
    this.#estimator?.reset();
  }

  dispose(): void {
    this.#generation += 1;
    this.#estimator?.dispose();
    this.#estimator = null;
    this.#status = { kind: 'absent' };
  }
}
