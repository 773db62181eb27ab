import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input } from 'mediabunny';
import { millis } from '../core/units';
import type { FrameSource, SourceDescription, SourceEnd, SourceFrame } from './frame-source';
import { keepRate } from './keep-rate';
import type { OpenedVideo, VideoFileOptions } from './opened-video';

/** Into the picture rather than onto its edge, where rounding decides which one is shown. */
const INTO_PICTURE_S = 0.001;
/** A seek that takes longer does not come any more: the data there is damaged. */
const LONGEST_SEEK_MS = 10_000;

/**
 * A video file through the browser's own player, for browsers that can play what they do not let us decode. The player is
 * led from picture to picture by the times that the file's index names, so that none is left out.
 * @returns null where the player cannot play it either
 */
export async function openPlayedVideo(file: File, options: VideoFileOptions): Promise<OpenedVideo | null> {
  const timesS = await pictureTimes(file);
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.preload = 'auto';
  const address = URL.createObjectURL(file);
  video.src = address;
  if (timesS.length === 0 || !(await happens(video, 'loadeddata'))) {
    URL.revokeObjectURL(address);
    return null;
  }
  return { ok: true, source: new PlayedVideo(video, file.name, timesS, options) };
}

/** Seconds at which the pictures of the file are shown, in order; empty where it cannot be read. */
async function pictureTimes(file: File): Promise<readonly number[]> {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  const timesS: number[] = [];
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null) return [];
    const packets = new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true });
    for await (const packet of packets) timesS.push(packet.timestamp);
  } catch {
    // What the index names up to the damage is played.
  } finally {
    input.dispose();
  }
  // Packets come in the order of decoding, which is not that of showing.
  return timesS.sort((a, b) => a - b);
}

/** Whether this event comes, rather than an error or nothing. */
const happens = (video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(false);
    }, LONGEST_SEEK_MS);
    const settle = (isWell: boolean) => () => {
      clearTimeout(timer);
      resolve(isWell);
    };
    video.addEventListener(event, settle(true), { once: true });
    video.addEventListener('error', settle(false), { once: true });
  });

class PlayedVideo implements FrameSource {
  readonly kind = 'video-file';
  readonly live = false;
  readonly #video: HTMLVideoElement;
  readonly #label: string;
  readonly #timesS: readonly number[];
  readonly #options: VideoFileOptions;
  #isStopped = false;

  constructor(video: HTMLVideoElement, label: string, timesS: readonly number[], options: VideoFileOptions) {
    this.#video = video;
    this.#label = label;
    this.#timesS = timesS;
    this.#options = options;
  }

  describe(): SourceDescription {
    const { videoWidth, videoHeight, duration } = this.#video;
    return {
      label: this.#label,
      width: videoWidth,
      height: videoHeight,
      durationMs: Number.isFinite(duration) ? millis(duration * 1000) : null,
    };
  }

  async run(deliver: (frame: SourceFrame) => Promise<void> | void): Promise<SourceEnd> {
    const isDue = keepRate(this.#options.fps);
    try {
      for (const timeS of this.#timesS) {
        if (!isDue(timeS)) continue;
        const isThere = await this.#show(timeS);
        if (this.#isStopped) return { kind: 'stopped' };
        if (!isThere) return this.#truncatedAt(timeS);
        const picture = await createImageBitmap(this.#drawn());
        await deliver({ kind: 'picture', picture, timestampMs: millis(timeS * 1000) });
      }
      return { kind: 'ended' };
    } finally {
      this.#release();
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#release();
  }

  #show(timeS: number): Promise<boolean> {
    const seeked = happens(this.#video, 'seeked');
    this.#video.currentTime = timeS + INTO_PICTURE_S;
    return seeked;
  }

  /** The picture, flipped when asked. A canvas, since not every browser makes bitmaps of a video that stands still. */
  #drawn(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.width = this.#video.videoWidth;
    canvas.height = this.#video.videoHeight;
    const context = canvas.getContext('2d');
    if (this.#options.mirror) context?.setTransform(-1, 0, 0, 1, canvas.width, 0);
    context?.drawImage(this.#video, 0, 0);
    return canvas;
  }

  #truncatedAt(timeS: number): SourceEnd {
    const lastS = this.#timesS.at(-1) ?? 0;
    const detail = `readable up to ${timeS.toFixed(1)} s of ${lastS.toFixed(1)} s (the player gave up)`;
    return { kind: 'fault', fault: { code: 'file-truncated', detail } };
  }

  #release(): void {
    URL.revokeObjectURL(this.#video.src);
    this.#video.removeAttribute('src');
    this.#video.load();
  }
}
