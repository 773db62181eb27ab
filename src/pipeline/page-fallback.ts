import type { Stance } from '../core/body/stance';
import type { PoseFrame } from '../core/pose/pose-frame';
import type {
  Detection,
  LoadOptions,
  LoadProgress,
  Loaded,
  MovementStatus,
  PoseService,
  Result,
} from '../../workers/protocol';

/**
 * The worker's service, or the page's own where the browser gives its workers no WebGL 2. Which one it is shows when it is
 * loaded, and stays so.
 */
export class PageFallback implements PoseService {
  #service: PoseService;
  readonly #onPage: () => Promise<PoseService>;

  constructor(worker: PoseService, onPage: () => Promise<PoseService>) {
    this.#service = worker;
    this.#onPage = onPage;
  }

  async load(options: LoadOptions, onProgress: (progress: LoadProgress) => void): Promise<Result<Loaded>> {
    const inWorker = await this.#service.load(options, onProgress);
    if (inWorker.ok || inWorker.fault.code !== 'webgl-missing') return inWorker;
    await this.#service.close();
    try {
      this.#service = await this.#onPage();
    } catch (error) {
      return { ok: false, fault: { code: 'wasm-load', detail: String(error) } };
    }
    // LiteRT needs no WebGL: where it is missed, that one has been tried.
    const onPage = await this.#service.load({ ...options, engine: 'mediapipe' }, onProgress);
    return onPage.ok ? { ok: true, value: { ...onPage.value, onPage: true } } : onPage;
  }

  detect(picture: VideoFrame | ImageBitmap, timestampMs: number): Promise<Result<Detection>> {
    return this.#service.detect(picture, timestampMs);
  }

  observe(pose: PoseFrame): Promise<Result<Detection>> {
    return this.#service.observe(pose);
  }

  reset(): Promise<Result<null>> {
    return this.#service.reset();
  }

  resume(stance: Stance): Promise<void> {
    return this.#service.resume(stance);
  }

  movementStatus(): Promise<MovementStatus> {
    return this.#service.movementStatus();
  }

  close(): Promise<void> {
    return this.#service.close();
  }
}
