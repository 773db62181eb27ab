/** Hands over the picture that a video shows now, or null where there is none to be had; its receiver closes it. */
export type GrabPicture = (
  video: HTMLVideoElement,
  timestampMs: number,
  give: (picture: VideoFrame | ImageBitmap | null) => void,
) => void;

/**
 * The fastest way that this browser has: a `VideoFrame` costs nothing and is there at once, a bitmap is copied and comes
 * a moment later.
 */
export const grabberOf = (
  browser: Partial<Pick<typeof globalThis, 'VideoFrame'>> = globalThis,
): GrabPicture => (browser.VideoFrame === undefined ? grabBitmap : grabFrame);

/**
 * On a busy machine the callback of a stream's first picture comes before the element holds it ("invalid source state").
 * The next one is a thirtieth of a second away.
 */
const grabFrame: GrabPicture = (video, timestampMs, give) => {
  let picture: VideoFrame | null = null;
  try {
    picture = new VideoFrame(video, { timestamp: Math.round(timestampMs * 1000) });
  } catch {
    // Null says it.
  }
  give(picture);
};

const grabBitmap: GrabPicture = (video, _timestampMs, give) => {
  createImageBitmap(video).then(give, () => {
    give(null);
  });
};

type OnPicture = (now: number, captureTime: number | undefined) => void;

/**
 * Calls back once, with the next new picture of the video. Browsers without `requestVideoFrameCallback` are asked with
 * every frame of the screen whether the video has moved on.
 */
export function onNextPicture(video: HTMLVideoElement, callback: OnPicture): void {
  if ('requestVideoFrameCallback' in video) {
    video.requestVideoFrameCallback((now, { captureTime }) => {
      callback(now, captureTime);
    });
    return;
  }
  const shownS = (video as HTMLVideoElement).currentTime;
  const look = (now: number): void => {
    if ((video as HTMLVideoElement).currentTime === shownS) requestAnimationFrame(look);
    else callback(now, undefined);
  };
  requestAnimationFrame(look);
}
