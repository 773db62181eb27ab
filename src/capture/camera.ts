import { millis } from '../core/units';
import type { FrameSource, SourceDescription, SourceEnd, SourceFault, SourceFrame } from './frame-source';
import { SilenceWatch } from './silence-watch';
import { watchPictures } from './stream-pictures';

/** One pixel is 1.1° of pelvic tilt at 480 lines and 0.7° at 720: ask for 720, take what there is. */
const WANTED = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } as const;

/** From capture to the page; a camera on a slow bus needs a fifth of this. */
const OLDEST_PICTURE_MS = 1000;

export interface CameraOptions {
  /** From {@link listCameras}; null takes the system's choice. */
  readonly deviceId: string | null;
  /** Which way that one looks, on a device with several: at the person who holds it, or away. */
  readonly facing: 'user' | 'environment';
}

export interface CameraSource extends FrameSource {
  /** The stream for a preview, from the moment `open` has succeeded. */
  readonly stream: MediaStream | null;
  /** Asks for the camera; `run` does it too when it has not been done. Null when it is open. */
  open(): Promise<SourceFault | null>;
}

/**
 * The camera as a live source. Timestamps are milliseconds of the page's clock (`performance.now`), the time of
 * capture where the browser tells one that can be, and strictly increase, whatever the camera's own clock does.
 *
 * A hidden tab gives no frames: not every browser has any there, and nobody could see what is counted. The source stays open and
 * goes on when the tab is shown again; the gap shows in the timestamps, and the core treats it as tracking lost.
 */
export const createCamera = (options: CameraOptions): CameraSource => new Camera(options);

class Camera implements CameraSource {
  readonly kind = 'camera';
  readonly live = true;
  stream: MediaStream | null = null;
  readonly #options: CameraOptions;
  readonly #ended: Promise<SourceEnd>;
  #end: (end: SourceEnd) => void = () => undefined;
  #isOver = false;
  #stopWatching: () => void = () => undefined;
  #lastTimestampMs = -Infinity;
  readonly #silence = new SilenceWatch(document, () => {
    this.#finish({
      kind: 'fault',
      fault: { code: 'camera-silent', detail: 'the camera is open and gives no pictures' },
    });
  });

  constructor(options: CameraOptions) {
    this.#options = options;
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  describe(): SourceDescription {
    const track = this.stream?.getVideoTracks()[0];
    const settings = track?.getSettings();
    return {
      label: track?.label ?? '',
      width: settings?.width ?? 0,
      height: settings?.height ?? 0,
      durationMs: null,
    };
  }

  async open(): Promise<SourceFault | null> {
    if (this.stream !== null) return null;
    const unsupported = whatIsMissing();
    if (unsupported !== null) return { code: 'camera-unsupported', detail: unsupported };
    try {
      const stream = await this.#ask();
      if (this.#isOver) {
        stopTracks(stream);
        return { code: 'camera-lost', detail: 'stopped while the camera was opening' };
      }
      this.#take(stream);
      return null;
    } catch (error) {
      return cameraFault(error);
    }
  }

  /** The chosen camera, or the system's choice where that is no longer there: it may have been swapped for another one. */
  async #ask(): Promise<MediaStream> {
    const { deviceId, facing } = this.#options;
    if (deviceId === null) return askFor({ facingMode: facing });
    try {
      return await askFor({ deviceId: { exact: deviceId } });
    } catch (error) {
      if (cameraFault(error).code !== 'camera-absent') throw error;
      return askFor({ facingMode: facing });
    }
  }

  async run(deliver: (frame: SourceFrame) => Promise<void> | void): Promise<SourceEnd> {
    const fault = await this.open();
    if (this.#isOver) return { kind: 'stopped' };
    if (fault !== null) return { kind: 'fault', fault };
    this.#silence.start();
    if (this.stream !== null) {
      this.#stopWatching = watchPictures(this.stream, (picture, nowMs, capturedMs) => {
        this.#silence.heard();
        this.#give(picture, this.#timeOf(nowMs, capturedMs), deliver);
      });
    }
    return this.#ended;
  }

  stop(): void {
    this.#finish({ kind: 'stopped' });
  }

  #give(
    picture: VideoFrame | ImageBitmap,
    timestampMs: number,
    deliver: (frame: SourceFrame) => Promise<void> | void,
  ): void {
    const isWanted =
      !this.#isOver && timestampMs > this.#lastTimestampMs && document.visibilityState !== 'hidden';
    if (!isWanted) {
      picture.close();
      return;
    }
    this.#lastTimestampMs = timestampMs;
    void deliver({ kind: 'picture', picture, timestampMs: millis(timestampMs) });
  }

  /** The time of capture, unless it lies before the last one, after now or long ago: then the camera's clock is wrong. */
  #timeOf(now: number, captureTime: number | undefined): number {
    const isCredible =
      captureTime !== undefined &&
      captureTime > this.#lastTimestampMs &&
      captureTime <= now &&
      captureTime >= now - OLDEST_PICTURE_MS;
    return isCredible ? captureTime : now;
  }

  #take(stream: MediaStream): void {
    this.stream = stream;
    // `ended` comes when the device is unplugged or the permission withdrawn, and never through `stop`.
    stream.getVideoTracks()[0]?.addEventListener('ended', () => {
      this.#finish({
        kind: 'fault',
        fault: { code: 'camera-lost', detail: 'the camera was unplugged or its permission withdrawn' },
      });
    });
  }

  #finish(end: SourceEnd): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#silence.stop();
    this.#stopWatching();
    if (this.stream !== null) stopTracks(this.stream);
    this.#end(end);
  }
}

const askFor = (device: MediaTrackConstraints): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({ video: { ...WANTED, ...device }, audio: false });

const stopTracks = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** What the browser lacks, or null. `mediaDevices` is undefined outside of a secure context. */
const whatIsMissing = (): string | null => {
  if (!('mediaDevices' in navigator))
    return 'no camera access: the page is not served over https or localhost';
  if (!('VideoFrame' in globalThis) && !('createImageBitmap' in globalThis)) {
    return 'no way to take a picture from a video';
  }
  return null;
};

/** Names of `getUserMedia`'s errors, as the specification and the browsers have them. */
const CODES: Readonly<Record<string, SourceFault['code']>> = {
  NotAllowedError: 'camera-refused',
  SecurityError: 'camera-refused',
  NotFoundError: 'camera-absent',
  OverconstrainedError: 'camera-absent',
  NotReadableError: 'camera-busy',
  AbortError: 'camera-busy',
};

/** The fault that an error of `getUserMedia` means. */
export const cameraFault = (error: unknown): SourceFault => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return { code: CODES[name] ?? 'camera-unsupported', detail: String(error) };
};
