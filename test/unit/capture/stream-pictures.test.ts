import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCamera } from '../../../src/capture/camera';
import { watchPictures } from '../../../src/capture/stream-pictures';
import { stubCamera } from '../../support/fake-camera';
import { PictureLedger } from '../../support/fake-pose';

/** A track whose pictures come when the test says so, in a browser that gives them without a video. */
function stubTrack() {
  const ledger = new PictureLedger();
  const track = { asked: 0, isCancelled: false };
  let give: (picture: VideoFrame) => void = () => undefined;
  let end: () => void = () => undefined;
  vi.stubGlobal(
    'MediaStreamTrackProcessor',
    class {
      readonly readable = new ReadableStream<VideoFrame>({
        start: (controller) => {
          track.asked += 1;
          give = (picture) => {
            controller.enqueue(picture);
          };
          end = () => {
            controller.close();
          };
        },
        cancel: () => {
          track.isCancelled = true;
        },
      });
    },
  );
  let nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  return {
    ledger,
    track,
    end: () => {
      end();
    },
    /** One that was captured at this time of the track's clock comes at that time of the page's. */
    give: async (trackMs: number, atMs: number): Promise<void> => {
      nowMs = atMs;
      give(Object.assign(ledger.openFrame(), { timestamp: Math.round(trackMs * 1000) }));
      await turn();
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const stream = { getVideoTracks: () => [{}] } as unknown as MediaStream;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('pictures straight from the camera’s track', () => {
  it('bear the time of their capture on the page’s clock, as near as the quickest of them tells', async () => {
    const { give } = stubTrack();
    const times: [number, number | undefined][] = [];
    watchPictures(stream, (picture, nowMs, capturedMs) => {
      times.push([nowMs, capturedMs]);
      picture.close();
    });
    // The track's clock is 5000 ms ahead; pictures take 12, 3 and 30 ms.
    await give(6000, 1012);
    await give(6033, 1036);
    await give(6066, 1096);
    expect(times).toEqual([
      [1012, 1012],
      [1036, 1036],
      [1096, 1069],
    ]);
  });

  it('are never said to come from before their capture, nor from after they came', async () => {
    const delays = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: -1e6, max: 1e9 }), async (delaysMs, apartMs) => {
        const { give } = stubTrack();
        const found: (number | undefined)[] = [];
        watchPictures(stream, (_, __, capturedMs) => found.push(capturedMs));
        for (const [i, delayMs] of delaysMs.entries())
          await give(i * 33 + apartMs + 1e6, i * 33 + delayMs + 1e6);
        expect(found).toHaveLength(delaysMs.length);
        for (const [i, delayMs] of delaysMs.entries()) {
          expect(found[i]).toBeGreaterThanOrEqual(i * 33 + 1e6);
          expect(found[i]).toBeLessThanOrEqual(i * 33 + delayMs + 1e6);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are let go by the browser when nobody watches any more', async () => {
    const { track, give } = stubTrack();
    let given = 0;
    const stop = watchPictures(stream, (picture) => {
      given += 1;
      picture.close();
    });
    await give(0, 10);
    stop();
    stop();
    await turn();
    expect({ given, track }).toEqual({ given: 1, track: { asked: 1, isCancelled: true } });
  });

  it('end with the track, without a word: the track itself tells of it', async () => {
    const { end, give } = stubTrack();
    let given = 0;
    const stop = watchPictures(stream, () => (given += 1));
    await give(0, 10);
    end();
    await turn();
    stop();
    expect(given).toBe(1);
  });

  it('are taken from no video, and closed once each, those of a hidden tab unread', async () => {
    stubCamera();
    const page = { visibilityState: 'visible' };
    vi.stubGlobal('document', page);
    const { ledger, track, give } = stubTrack();
    const camera = createCamera({ deviceId: null, facing: 'user' });
    const times: number[] = [];
    const ended = camera.run((frame) => {
      if (frame.kind !== 'picture') return;
      times.push(frame.timestampMs);
      frame.picture.close();
    });
    await turn();
    await give(0, 10);
    page.visibilityState = 'hidden';
    await give(33, 43);
    page.visibilityState = 'visible';
    await give(66, 76);
    camera.stop();
    expect(await ended).toEqual({ kind: 'stopped' });
    expect(times).toEqual([10, 76]);
    expect(track).toEqual({ asked: 1, isCancelled: true });
    expect(ledger).toMatchObject({ opened: 3, closed: 3, closedTwice: 0 });
  });
});
