import type { Stance } from '../core/body/stance';
import type { PoseFrame } from '../core/pose/pose-frame';
import type {
  Detection,
  LoadOptions,
  LoadProgress,
  Loaded,
  MovementStatus,
  PoseFault,
  PoseService,
  Result,
} from '../../workers/protocol';

/** Faults after which the worker is of no more use, and another one may do better. */
const REPLACEABLE: readonly PoseFault['code'][] = ['worker-failed', 'worker-hung', 'detect-failed'];

/** Replacements in a row without one picture recognised in between; then the machine cannot do it. */
const MAX_REPLACEMENTS = 3;

/** What happened to the worker. `given-up`: no more replacements, `load` starts anew. */
export type SupervisorEvent =
  | { readonly kind: 'replacing'; readonly fault: PoseFault; readonly attempt: number }
  | { readonly kind: 'replaced'; readonly attempt: number; readonly loaded: Loaded }
  | { readonly kind: 'given-up'; readonly fault: PoseFault };

/**
 * Keeps a pose service alive: notices one that fails to load, throws or hangs, replaces it with a new one loaded the
 * same way, and goes on. What was counted lives outside and is untouched; the pictures of the gap are lost.
 */
export class PoseSupervisor implements PoseService {
  readonly #connect: () => PoseService;
  readonly #onEvent: (event: SupervisorEvent) => void;
  #service: PoseService | null = null;
  #options: LoadOptions | null = null;
  #replacements = 0;
  #generation = 0;
  /** Of the person who is seen: the next worker must not have to find it again. */
  #stance: Stance | null = null;

  constructor(connect: () => PoseService, onEvent: (event: SupervisorEvent) => void = () => undefined) {
    this.#connect = connect;
    this.#onEvent = onEvent;
  }

  async load(options: LoadOptions, onProgress: (progress: LoadProgress) => void): Promise<Result<Loaded>> {
    await this.close();
    const generation = this.#generation;
    this.#options = options;
    this.#stance = null;
    this.#replacements = 0;
    const loaded = await this.#loadNew(options, onProgress);
    if (loaded.ok || !this.#mayReplace(loaded.fault, generation)) return loaded;
    return this.#replace(loaded.fault, generation, true, onProgress);
  }

  async detect(picture: VideoFrame | ImageBitmap, timestampMs: number): Promise<Result<Detection>> {
    if (this.#service === null) {
      picture.close();
      return NOT_LOADED;
    }
    const generation = this.#generation;
    return this.#followed(await this.#service.detect(picture, timestampMs), generation);
  }

  async observe(pose: PoseFrame): Promise<Result<Detection>> {
    if (this.#service === null) return NOT_LOADED;
    const generation = this.#generation;
    return this.#followed(await this.#service.observe(pose), generation);
  }

  async reset(): Promise<Result<null>> {
    this.#stance = null;
    if (this.#service === null) return NOT_LOADED;
    const generation = this.#generation;
    return this.#settled(await this.#service.reset(), generation);
  }

  async resume(stance: Stance): Promise<void> {
    this.#stance = stance;
    await this.#service?.resume(stance);
  }

  async movementStatus(): Promise<MovementStatus> {
    return (await this.#service?.movementStatus()) ?? { kind: 'absent' };
  }

  async close(): Promise<void> {
    this.#generation += 1;
    const service = this.#service;
    this.#service = null;
    await service?.close();
  }

  #followed(result: Result<Detection>, generation: number): Promise<Result<Detection>> {
    if (result.ok) this.#stance = result.value.tracked.stance;
    return this.#settled(result, generation);
  }

  /** Passes the answer on; after a fault of the worker itself, not before a new one stands ready. */
  async #settled<Value>(result: Result<Value>, generation: number): Promise<Result<Value>> {
    if (result.ok) {
      this.#replacements = 0;
      return result;
    }
    if (this.#mayReplace(result.fault, generation)) {
      await this.#replace(result.fault, generation, false, () => undefined);
    }
    return result;
  }

  /** False when the fault is not the worker's, or `close` or `load` has come in between. */
  #mayReplace(fault: PoseFault, generation: number): boolean {
    return REPLACEABLE.includes(fault.code) && generation === this.#generation;
  }

  async #replace(
    cause: PoseFault,
    generation: number,
    failedToLoad: boolean,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Result<Loaded>> {
    let fault = cause;
    const wasOnProcessor = this.#options?.delegate === 'CPU';
    while (this.#options !== null && this.#mayReplace(fault, generation)) {
      if (this.#replacements >= MAX_REPLACEMENTS) break;
      this.#replacements += 1;
      const attempt = this.#replacements;
      // A graphics chip that got lost, or never answers, is the likeliest reason: the processor is always there. What
      // could not be loaded on it, or fails again, is tried with the engine that runs everywhere.
      const isEngineBroken = attempt > 1 || (failedToLoad && wasOnProcessor);
      const engine = isEngineBroken ? 'mediapipe' : this.#options.engine;
      this.#options = { ...this.#options, delegate: 'CPU', engine };
      this.#onEvent({ kind: 'replacing', fault, attempt });
      const loaded = await this.#loadNew(this.#options, onProgress);
      if (loaded.ok) {
        if (this.#stance) await this.#service?.resume(this.#stance);
        this.#onEvent({ kind: 'replaced', attempt, loaded: loaded.value });
        return loaded;
      }
      fault = loaded.fault;
    }
    if (generation === this.#generation) {
      await this.close();
      this.#onEvent({ kind: 'given-up', fault });
    }
    return { ok: false, fault };
  }

  async #loadNew(
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Result<Loaded>> {
    const generation = this.#generation;
    await this.#service?.close();
    const service = this.#connect();
    this.#service = service;
    const loaded = await service.load(options, onProgress);
    if (generation !== this.#generation) await service.close();
    return loaded;
  }
}

const NOT_LOADED: { ok: false; fault: PoseFault } = {
  ok: false,
  fault: { code: 'not-loaded', detail: 'the pose model is not loaded' },
};
