/**
 * Runs inside a page: decodes the clip served at `/clip` and hands its pictures, as JPEG in base64, to the page's
 * binding `keepPicture`, each as often as the rate asks for. A plain module, because a test runner's transform of
 * `import()` would not survive the way into the page.
 */
import { ALL_FORMATS, BlobSource, CanvasSink, Input } from '/mediabunny.mjs';

async function asBase64(canvas) {
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** @param size of the pictures; null leaves the clip's own. What does not fit is cut off evenly. */
globalThis.decodeClip = async (fps, size) => {
  const blob = await (await fetch('/clip')).blob();
  const track = await new Input({
    source: new BlobSource(blob),
    formats: ALL_FORMATS,
  }).getPrimaryVideoTrack();
  let written = 0;
  for await (const { canvas, timestamp, duration } of new CanvasSink(
    track,
    size ? { ...size, fit: 'cover' } : {},
  ).canvases()) {
    const picture = await asBase64(canvas);
    const times = Math.round((timestamp + duration) * fps) - written;
    await globalThis.keepPicture(picture, times);
    written += times;
  }
};
