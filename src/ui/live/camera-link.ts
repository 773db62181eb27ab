import type { CameraSource } from '../../capture/camera';
import type { SourceEnd } from '../../capture/frame-source';
import { LiveSession, type SessionFrame } from '../../pipeline/live-session';
import type { SupervisorEvent } from '../../pipeline/pose-supervisor';
import type { LoadProgress, Loaded, MovementStatus, PoseService, Result } from '../../../workers/protocol';
import { words } from '../language';
import type { Advice } from '../messages/words';

/** What a link is made of; `main` constructs it. */
export interface LinkParts {
  openCamera(): CameraSource;
  createPose(onEvent: (event: SupervisorEvent) => void): PoseService;
  loadPose(pose: PoseService, onProgress: (progress: LoadProgress) => void): Promise<Result<Loaded>>;
  /** Told once per link how many pictures a second are read, when that has settled. */
  notePace(loaded: Loaded, picturesPerS: number): void;
  /** Whether frames come with their pictures. */
  readonly keepsPictures: boolean;
  /** The clock of the camera's timestamps. */
  clock(): number;
}

/** After so many pictures everything is compiled, and the last two seconds say how fast it is. */
const SETTLED_AFTER_PICTURES = 100;

/** Who hears of a link. */
export interface LinkObserver {
  onStream(stream: MediaStream): void;
  /** Share of the model's bytes, 0 … 1. */
  onProgress(share: number): void;
  /** Frames are about to come. */
  onOpen(session: LiveSession): void;
  onFrame(frame: SessionFrame): void;
  /** Nothing comes any more until {@link CameraLink.open} is called again. */
  onFault(advice: Advice): void;
  /** The worker is being replaced; null when it is well again. */
  onNotice(advice: Advice | null): void;
}

/**
 * Camera, pose service and session as one thing that can be opened, can fail, and can be opened again. What is counted
 * lives outside of it and is untouched by that.
 */
export class CameraLink {
  readonly #parts: LinkParts;
  readonly #observer: LinkObserver;
  readonly #pose: PoseService;
  #camera: CameraSource | null = null;
  #loaded: Loaded | null = null;
  /** Whether a silent camera was opened anew by itself, and has given no picture since. */
  #isSecondTry = false;

  constructor(parts: LinkParts, observer: LinkObserver) {
    this.#parts = parts;
    this.#observer = observer;
    this.#pose = parts.createPose((event) => {
      this.#onSupervisor(event);
    });
  }

  /** What is used; null until it is loaded. */
  get loaded(): Loaded | null {
    return this.#loaded;
  }

  movementStatus(): Promise<MovementStatus> {
    return this.#pose.movementStatus();
  }

  /** Camera first, since the person must allow it; then the model; then frames until the camera ends. */
  async open(): Promise<void> {
    this.#camera?.stop();
    const camera = this.#parts.openCamera();
    this.#camera = camera;
    const refused = await camera.open();
    if (this.#camera !== camera) return;
    if (refused) {
      this.#fail(words.sourceFaults[refused.code]);
      return;
    }
    if (camera.stream) this.#observer.onStream(camera.stream);
    if (!(await this.#load(camera))) return;
    await this.#run(camera);
  }

  /** Opens everything anew, with what is chosen now. */
  async reload(): Promise<void> {
    this.#loaded = null;
    await this.open();
  }

  /** Lets the camera go. */
  close(): void {
    this.#camera?.stop();
    this.#camera = null;
  }

  /** Lets everything go, for good. */
  dispose(): void {
    this.close();
    void this.#pose.close();
  }

  /** @returns whether to go on: loaded, and not closed meanwhile */
  async #load(camera: CameraSource): Promise<boolean> {
    const loaded = this.#loaded
      ? await this.#reset()
      : await this.#parts.loadPose(this.#pose, this.#onProgress);
    if (this.#camera !== camera) return false;
    if (loaded.ok) this.#take(loaded.value);
    else this.#fail(words.poseFaults[loaded.fault.code]);
    return loaded.ok;
  }

  #take(loaded: Loaded): void {
    this.#loaded = loaded;
    if (loaded.onPage) this.#observer.onNotice(words.readsOnPage);
  }

  /** A new camera is a new source to the pose model. */
  async #reset(): Promise<Result<Loaded>> {
    const reset = await this.#pose.reset();
    if (reset.ok && this.#loaded) return { ok: true, value: this.#loaded };
    this.#loaded = null;
    return this.#parts.loadPose(this.#pose, this.#onProgress);
  }

  readonly #onProgress = (progress: LoadProgress): void => {
    if (progress.stage === 'downloading') {
      this.#observer.onProgress(progress.loadedBytes / Math.max(1, progress.totalBytes));
    }
  };

  async #run(camera: CameraSource): Promise<void> {
    const observer = {
      onFrame: (frame: SessionFrame) => {
        if (this.#camera !== camera) return;
        this.#isSecondTry = false;
        if (frame.stats.frames === SETTLED_AFTER_PICTURES && this.#loaded) {
          this.#parts.notePace(this.#loaded, frame.stats.fps);
        }
        this.#observer.onFrame(frame);
      },
      // One lost picture is nothing to say: the supervisor tells of a lost worker.
      onFault: () => undefined,
    };
    const { keepsPictures } = this.#parts;
    const session = new LiveSession(camera, this.#pose, observer, () => this.#parts.clock(), {
      keepsPictures,
    });
    this.#observer.onOpen(session);
    try {
      this.#onEnd(camera, await session.run());
    } catch (error) {
      reportError(error);
      if (this.#camera === camera) this.#fail(words.bug);
    }
  }

  /**
   * A camera that froze mostly runs again once it is opened anew, which spares the person the way to the device; what that
   * does not help is told.
   */
  #onEnd(camera: CameraSource, end: SourceEnd): void {
    if (this.#camera !== camera || end.kind !== 'fault') return;
    if (end.fault.code !== 'camera-silent' || this.#isSecondTry) {
      this.#fail(words.sourceFaults[end.fault.code]);
      return;
    }
    this.#isSecondTry = true;
    void this.open();
  }

  #onSupervisor(event: SupervisorEvent): void {
    switch (event.kind) {
      case 'replacing':
        this.#observer.onNotice(words.poseFaults[event.fault.code]);
        break;
      case 'replaced':
        // From here on it may be the processor that reads, and not the chip.
        this.#loaded = event.loaded;
        this.#observer.onNotice(null);
        break;
      case 'given-up':
        this.#loaded = null;
        this.#observer.onNotice(null);
        if (this.#camera) this.#fail(words.poseFaults[event.fault.code]);
        break;
    }
  }

  #fail(advice: Advice): void {
    this.close();
    this.#observer.onFault(advice);
  }
}
