import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cameraFault, createCamera } from '../../../src/capture/camera';
import type { SourceFrame } from '../../../src/capture/frame-source';
import { listCameras } from '../../../src/capture/list-cameras';
import { FakeVideo, runCamera, stubCamera, type FakeCamera } from '../../support/fake-camera';

let fake: FakeCamera;
beforeEach(() => {
  fake = stubCamera();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a camera', () => {
  describe('that is open and gives no pictures', () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });
    const silent = { kind: 'fault', fault: { code: 'camera-silent' } };
    const close = (frame: SourceFrame): void => {
      if (frame.kind === 'picture') frame.picture.close();
    };
    const start = () => {
      const page = { visibilityState: 'visible', createElement: () => new FakeVideo() };
      vi.stubGlobal('document', page);
      const camera = createCamera({ deviceId: null, facing: 'user' });
      return {
        page,
        camera,
        ended: camera.run(close),
      };
    };
    const isOver = (ended: Promise<unknown>) =>
      Promise.race([ended.then(() => true), Promise.resolve(false)]);

    it('from the first is said after a while', async () => {
      const { ended } = start();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await ended).toMatchObject(silent);
      expect(fake.track.isStopped).toBe(true);
    });

    it('any more is said after five seconds, but three a second are enough', async () => {
      const { ended } = start();
      await vi.advanceTimersByTimeAsync(0);
      for (let time = 100; time < 20_000; time += 333) {
        FakeVideo.latest?.show(time);
        await vi.advanceTimersByTimeAsync(333);
      }
      expect(await isOver(ended)).toBe(false);
      await vi.advanceTimersByTimeAsync(5000);
      expect(await ended).toMatchObject(silent);
    });

    it('because the tab is hidden goes on', async () => {
      const { page, camera, ended } = start();
      await vi.advanceTimersByTimeAsync(0);
      FakeVideo.latest?.show(100);
      page.visibilityState = 'hidden';
      await vi.advanceTimersByTimeAsync(60_000);
      page.visibilityState = 'visible';
      await vi.advanceTimersByTimeAsync(3000);
      expect(await isOver(ended)).toBe(false);
      camera.stop();
    });
  });

  it('says that it was unplugged in the middle, and lets go', async () => {
    const { ended, show, times } = await runCamera();
    show(100);
    fake.track.dispatchEvent(new Event('ended'));
    show(133);
    expect(await ended).toMatchObject({ kind: 'fault', fault: { code: 'camera-lost' } });
    expect(times).toEqual([100]);
    expect(fake.track.isStopped).toBe(true);
  });

  it.each([
    ['NotAllowedError', 'camera-refused'],
    ['SecurityError', 'camera-refused'],
    ['NotFoundError', 'camera-absent'],
    ['OverconstrainedError', 'camera-absent'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
    ['TypeError', 'camera-unsupported'],
  ])('ends with a fault for %s', async (name, code) => {
    fake.refusal = Object.assign(new Error('test'), { name });
    const { ended } = await runCamera();
    expect(await ended).toMatchObject({ kind: 'fault', fault: { code } });
    expect(cameraFault(fake.refusal).code).toBe(code);
  });

  it('lets go of a camera that opens after it was stopped', async () => {
    const camera = createCamera({ deviceId: null, facing: 'user' });
    const ended = camera.run(() => undefined);
    camera.stop();
    expect(await ended).toEqual({ kind: 'stopped' });
    expect(fake.track.isStopped).toBe(true);
  });

  it('says what a browser lacks', async () => {
    vi.stubGlobal('navigator', {});
    expect(await createCamera({ deviceId: null, facing: 'user' }).open()).toMatchObject({
      code: 'camera-unsupported',
    });
    expect(await listCameras()).toEqual([]);
  });
});
