import { grabberOf, onNextPicture } from './grab-picture';

/**
 * A picture, and when it came: milliseconds of the page's clock; the time of capture where the browser tells one. Whoever receives
 * the picture closes it.
 */
export type OnPicture = (
  picture: VideoFrame | ImageBitmap,
  nowMs: number,
  capturedMs: number | undefined,
) => void;

/**
 * Hands over each picture of the stream as it comes, and none that is overtaken, in the cheapest way that this browser has: straight
 * from the camera's track, or out of a video that plays it, which makes the page draw a frame of the screen for each picture.
 *
 * @returns what ends it
 */
export function watchPictures(
  stream: MediaStream,
  onPicture: OnPicture,
  browser: Partial<Pick<typeof globalThis, 'MediaStreamTrackProcessor'>> = globalThis,
): () => void {
  const [track] = stream.getVideoTracks();
  const Processor = browser.MediaStreamTrackProcessor;
  return track === undefined || Processor === undefined
    ? watchVideo(stream, onPicture)
    : watchTrack(new Processor({ track, maxBufferSize: 1 }), onPicture);
}

function watchTrack({ readable }: MediaStreamTrackProcessor<VideoFrame>, onPicture: OnPicture): () => void {
  const reader = readable.getReader();
  const clock = new TrackClock();
  const readOn = async (): Promise<void> => {
    for (;;) {
      const { value: picture } = await reader.read();
      if (picture === undefined) return;
      const nowMs = performance.now();
      onPicture(picture, nowMs, clock.toPage(picture.timestamp / 1000, nowMs));
    }
  };
  // The track's own end tells of what went wrong with it.
  readOn().catch(() => undefined);
  return () => {
    reader.cancel().catch(() => undefined);
  };
}

/**
 * Pictures of a track bear the time of their capture by a clock of their own, whose start no browser tells. Nothing comes before it
 * was captured: the quickest picture so far tells how far the two clocks are apart, to a millisecond or two.
 */
class TrackClock {
  #apartMs = Infinity;

  toPage(trackMs: number, nowMs: number): number {
    this.#apartMs = Math.min(this.#apartMs, nowMs - trackMs);
    return trackMs + this.#apartMs;
  }
}

function watchVideo(stream: MediaStream, onPicture: OnPicture): () => void {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  // Rejected when it is ended before the first picture.
  video.play().catch(() => undefined);
  const grab = grabberOf();
  let isOver = false;
  // One at a time: where a picture is copied, the next may come before it is there.
  let isGrabbing = false;
  const next = (nowMs: number, capturedMs: number | undefined): void => {
    if (isOver) return;
    onNextPicture(video, next);
    if (isGrabbing) return;
    isGrabbing = true;
    grab(video, nowMs, (picture) => {
      isGrabbing = false;
      if (picture === null) return;
      if (isOver) picture.close();
      else onPicture(picture, nowMs, capturedMs);
    });
  };
  onNextPicture(video, next);
  return () => {
    isOver = true;
    video.srcObject = null;
  };
}
