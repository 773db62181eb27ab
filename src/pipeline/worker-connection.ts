import { proxy, releaseProxy, transfer, wrap } from 'comlink';
import type { Endpoint, Remote } from 'comlink';
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

/** What the connection needs of a `Worker`; a test connects a message port instead. */
export interface WorkerLike extends Endpoint {
  terminate(): void;
}

/** How long the worker may be silent before it is taken for hung. */
export interface ConnectionTimeouts {
  /** Without any progress of loading. The graph of the heavy model starts in 2 s on two cores. */
  readonly loadMs: number;
  /** One picture. The heavy model takes 0.2 s on two cores; the first one compiles. */
  readonly detectMs: number;
}

export const DEFAULT_TIMEOUTS: ConnectionTimeouts = { loadMs: 45_000, detectMs: 10_000 };

export const spawnPoseWorker = (): WorkerLike =>
  new Worker(new URL('../../workers/pose.worker.ts', import.meta.url), { type: 'module', name: 'pose' });

/**
 * The page's side of the worker: the same interface, with every call answered.
 *
 * Comlink never rejects when the worker fails to load, dies or hangs. Each call is therefore raced against the worker's
 * `error` and `messageerror` and against a timeout; after the first of these the connection is broken for good, the worker
 * is terminated, and every call gives the fault. {@link PoseSupervisor} replaces it.
 */
export class WorkerConnection implements PoseService {
  readonly #worker: WorkerLike;
  readonly #remote: Remote<PoseService>;
  readonly #timeouts: ConnectionTimeouts;
  readonly #broken: Promise<PoseFault>;
  #break: (fault: PoseFault) => void = () => undefined;
  #fault: PoseFault | null = null;

  constructor(worker: WorkerLike, timeouts: ConnectionTimeouts = DEFAULT_TIMEOUTS) {
    this.#worker = worker;
    this.#timeouts = timeouts;
    this.#remote = wrap<PoseService>(worker);
    this.#broken = new Promise((resolve) => {
      this.#break = resolve;
    });
    worker.addEventListener('error', this.#onError);
    worker.addEventListener('messageerror', this.#onError);
  }

  load(options: LoadOptions, onProgress: (progress: LoadProgress) => void): Promise<Result<Loaded>> {
    const watch = new Watchdog(this.#timeouts.loadMs);
    const report = proxy((progress: LoadProgress) => {
      watch.feed();
      onProgress(progress);
    });
    return this.#answered(() => this.#remote.load(options, report), watch);
  }

  async detect(picture: VideoFrame | ImageBitmap, timestampMs: number): Promise<Result<Detection>> {
    try {
      return await this.#answered(
        () => this.#remote.detect(transfer(picture, [picture]), timestampMs),
        new Watchdog(this.#timeouts.detectMs),
      );
    } finally {
      // Transferred: this side's handle is empty already. Not transferred, because the worker is gone: closed here.
      picture.close();
    }
  }

  observe(pose: PoseFrame): Promise<Result<Detection>> {
    return this.#answered(() => this.#remote.observe(pose), new Watchdog(this.#timeouts.detectMs));
  }

  reset(): Promise<Result<null>> {
    return this.#answered(() => this.#remote.reset(), new Watchdog(this.#timeouts.detectMs));
  }

  async resume(stance: Stance): Promise<void> {
    await this.#answered(async () => {
      await this.#remote.resume(stance);
      return { ok: true as const, value: null };
    }, new Watchdog(this.#timeouts.detectMs));
  }

  async movementStatus(): Promise<MovementStatus> {
    const status = await this.#answered(
      async () => ({ ok: true as const, value: await this.#remote.movementStatus() }),
      new Watchdog(this.#timeouts.detectMs),
    );
    return status.ok ? status.value : { kind: 'failed', detail: status.fault.detail };
  }

  /** Ends the worker at once; what it holds goes with it. */
  close(): Promise<void> {
    this.#breakWith({ code: 'not-loaded', detail: 'closed' });
    return Promise.resolve();
  }

  /** The call's answer, or the fault that broke the connection, whichever comes first. */
  async #answered<Value>(call: () => Promise<Result<Value>>, watch: Watchdog): Promise<Result<Value>> {
    if (this.#fault !== null) return { ok: false, fault: this.#fault };
    const hung = watch.expired.then((afterMs) => {
      this.#breakWith({ code: 'worker-hung', detail: `no answer in ${String(afterMs)} ms` });
    });
    const answer = call().catch((error: unknown): Result<Value> => {
      const fault: PoseFault = { code: 'worker-failed', detail: String(error) };
      this.#breakWith(fault);
      return { ok: false, fault };
    });
    try {
      return await Promise.race([
        answer,
        this.#broken.then((fault): Result<Value> => ({ ok: false, fault })),
        hung.then(() => this.#broken).then((fault): Result<Value> => ({ ok: false, fault })),
      ]);
    } finally {
      watch.stop();
    }
  }

  readonly #onError = (event: Event): void => {
    // Only `error` carries a message; its class does not exist everywhere the tests run.
    const message = 'message' in event && typeof event.message === 'string' ? event.message : '';
    const detail = message || `the worker's ${event.type}`;
    this.#breakWith({ code: 'worker-failed', detail });
  };

  #breakWith(fault: PoseFault): void {
    if (this.#fault !== null) return;
    this.#fault = fault;
    this.#worker.removeEventListener('error', this.#onError);
    this.#worker.removeEventListener('messageerror', this.#onError);
    this.#remote[releaseProxy]();
    this.#worker.terminate();
    this.#break(fault);
  }
}

/** Expires when it is not fed for a while. Stopped, it never does. */
class Watchdog {
  readonly expired: Promise<number>;
  readonly #afterMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #expire: (afterMs: number) => void = () => undefined;

  constructor(afterMs: number) {
    this.#afterMs = afterMs;
    this.expired = new Promise((resolve) => {
      this.#expire = resolve;
    });
    this.feed();
  }

  feed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#expire(this.#afterMs);
    }, this.#afterMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
