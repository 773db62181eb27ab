import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CameraSource } from '../../../src/capture/camera';
import type { SourceEnd } from '../../../src/capture/frame-source';
import { exercises } from '../../../src/exercises/registry';
import { MemorySessionStore } from '../../../src/storage/memory-session-store';
import { CameraLiveController } from '../../../src/ui/live/live-controller';
import { LocalPoseService } from '../../../workers/pose-service';
import type { PoseService } from '../../../workers/protocol';
import { FakeCueSink } from '../../support/fake-cue-sink';
import { fakeLandmarker, fakePorts, LOAD_OPTIONS, PictureLedger } from '../../support/fake-pose';
import { FakeImageData } from '../../support/fake-image-data';
import { fakeNote, frames, kept, LUNGES, until } from '../../support/live-stage';

/** A turn of the event loop: what was posted before is done after it. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const turns = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await turn();
};

/** A camera of the ten lunges' pictures. It is live: it hands one over at every turn, and waits for nobody. */
function liveCamera(ledger: PictureLedger): CameraSource {
  let stop: (end: SourceEnd) => void = () => undefined;
  const stopped = new Promise<SourceEnd>((resolve) => {
    stop = resolve;
  });
  let isStopped = false;
  return {
    kind: 'camera',
    live: true,
    stream: null,
    describe: () => ({ label: 'pictures', width: 640, height: 480, durationMs: null }),
    open: () => Promise.resolve(null),
    run: async (deliver) => {
      for (const { timestampMs, width, height } of frames) {
        if (isStopped) break;
        void deliver({ kind: 'picture', picture: ledger.openFrame(width, height), timestampMs });
        await turn();
      }
      return stopped;
    },
    stop: () => {
      isStopped = true;
      stop({ kind: 'stopped' });
    },
  };
}

const recorded = new Map<number, (typeof frames)[number]['landmarks']>(
  frames.map(({ timestampMs, landmarks }) => [timestampMs, landmarks]),
);

/** The worker's own service; its landmarker answers with what was recorded of that picture, after so many turns. */
function recordedService(turnsTaken: number): { readonly service: PoseService; readonly seen: number[] } {
  const seen: number[] = [];
  const landmarker = fakeLandmarker({
    detect: (_, timestampMs) => {
      seen.push(timestampMs);
      return recorded.get(timestampMs) ?? null;
    },
  });
  const service = new LocalPoseService(fakePorts({ createLandmarker: () => Promise.resolve(landmarker) }));
  const detect = service.detect.bind(service);
  service.detect = async (picture, timestampMs) => {
    await turns(turnsTaken);
    return detect(picture, timestampMs);
  };
  return { service, seen };
}

/** A live session from the camera's pictures to what is kept. */
function stageLive(turnsTaken: number, keepsPictures = false) {
  let stall: (() => void) | null = null;
  const ledger = new PictureLedger();
  const sessions = new MemorySessionStore();
  const sink = new FakeCueSink();
  const { service, seen } = recordedService(turnsTaken);
  const live = new CameraLiveController(
    {
      exercises,
      sessions,
      openSession: fakeNote(),
      sink,
      light: { read: () => null },
      appVersion: 'test',
      openCamera: () => liveCamera(ledger),
      createPose: () => service,
      loadPose: (pose, onProgress) => pose.load(LOAD_OPTIONS, onProgress),
      isSoundAllowed: () => true,
      holdScreen: () => () => undefined,
      wait: (_, then) => {
        stall = then;
        return () => undefined;
      },
      notePace: () => undefined,
      fasterModel: () => null,
      listen: () => () => undefined,
      watchTab: () => () => undefined,
      now: () => 0,
      clock: () => 0,
      keepsPictures,
    },
    LUNGES,
  );
  return { live, ledger, seen, sessions, sink, stall: () => stall?.() };
}

describe('a live session over the pictures of a live camera', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ['a worker that keeps up', 0],
    ['a worker that takes two pictures’ time', 1],
  ])('counts, says and keeps ten lunges, with %s', async (_, turnsTaken) => {
    const { live, sessions, sink } = stageLive(turnsTaken);
    live.start();
    await until(() => live.stage.value.kind === 'rest');
    expect(live.view.value).toMatchObject({ count: 10, sides: { left: { count: 5 }, right: { count: 5 } } });
    expect(sink.cues.filter(({ tone }) => tone === 'count')).toHaveLength(10);
    expect((await kept(sessions))[0]?.sets[0]?.reps).toHaveLength(10);
    live.dispose();
  });

  it('shows the pictures that were read as long as they come, and the camera itself else', async () => {
    vi.stubGlobal('ImageData', FakeImageData);
    const { live, ledger, stall } = stageLive(1, true);
    expect(live.isPictureDrawn.value).toBe(false);
    live.start();
    await until(() => live.isPictureDrawn.value);
    await until(() => live.stage.value.kind === 'rest');
    stall();
    expect(live.isPictureDrawn.value).toBe(false);
    live.end();
    live.dispose();
    await until(() => ledger.closed === ledger.opened);
    expect(ledger.closedTwice).toBe(0);
  });

  it('lets the camera show itself where frames come without their pictures', async () => {
    const { live } = stageLive(0);
    live.start();
    await until(() => live.stage.value.kind === 'rest');
    expect(live.isPictureDrawn.value).toBe(false);
    live.dispose();
  });

  it('drops the older of two waiting pictures, reads the others in order, and closes every one once', async () => {
    const { live, ledger, seen } = stageLive(3);
    live.start();
    await until(() => ledger.opened === frames.length);
    live.end();
    live.dispose();
    await until(() => ledger.closed === ledger.opened);
    expect(ledger.closedTwice).toBe(0);
    expect(seen.length).toBeGreaterThan(frames.length / 8);
    expect(seen.length).toBeLessThan(frames.length / 2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBeGreaterThan(frames.at(-8)?.timestampMs ?? Infinity);
  });
});
