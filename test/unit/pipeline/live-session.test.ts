import { describe, expect, it } from 'vitest';
import type { FrameSource, SourceEnd, SourceFrame } from '../../../src/capture/frame-source';
import { LiveSession } from '../../../src/pipeline/live-session';
import type { SessionFrame } from '../../../src/pipeline/live-session';
import { PoseSupervisor } from '../../../src/pipeline/pose-supervisor';
import type { SetEngine, SetStep } from '../../../src/core/session/set-engine';
import { millis } from '../../../src/core/units';
import type { PoseFault, PoseService } from '../../../workers/protocol';
import { LocalPoseService } from '../../../workers/pose-service';
import { LOAD_OPTIONS, PictureLedger, fakeLandmarker, fakePorts } from '../../support/fake-pose';

const silent = (): void => undefined;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A source of pictures, one a "tick" of 100 ms. A live one does not wait; both stop when told. */
const pictureSource = (
  ledger: { open(): VideoFrame | ImageBitmap },
  count: number,
  { live, end = { kind: 'ended' } }: { live: boolean; end?: SourceEnd },
): FrameSource => {
  let isStopped = false;
  return {
    kind: live ? 'camera' : 'video-file',
    live,
    describe: () => ({ label: 'test', width: 640, height: 480, durationMs: millis(count * 100) }),
    run: async (deliver: (frame: SourceFrame) => Promise<void> | void) => {
      for (let index = 1; index <= count; index += 1) {
        if (isStopped) return { kind: 'stopped' };
        const delivered = deliver({
          kind: 'picture',
          picture: ledger.open(),
          timestampMs: millis(index * 100),
        });
        if (!live) await delivered;
      }
      return end;
    },
    stop: () => {
      isStopped = true;
    },
  };
};

/** An engine that counts the frames it is given: stands for whatever a set has counted. */
const countingEngine = (): SetEngine & { readonly seen: number[] } => {
  const seen: number[] = [];
  return {
    seen,
    step: ({ tracked }) => {
      seen.push(tracked.timestampMs);
      return {} as SetStep;
    },
    choose: () => undefined,
    finish: () => ({ events: [], state: { exercise: null, reps: [], partials: [], holds: [], faults: [] } }),
  };
};

const loaded = async (overrides = {}): Promise<PoseService> => {
  const service = new LocalPoseService(fakePorts(overrides));
  await service.load(LOAD_OPTIONS, silent);
  return service;
};

const watch = () => {
  const frames: SessionFrame[] = [];
  const faults: PoseFault[] = [];
  return {
    frames,
    faults,
    observer: {
      onFrame: (frame: SessionFrame) => void frames.push(frame),
      onFault: (fault: PoseFault) => void faults.push(fault),
    },
  };
};

describe('a session', () => {
  it('takes every frame of a recording, in order', async () => {
    const ledger = new PictureLedger();
    const engine = countingEngine();
    const { frames, observer } = watch();
    const session = new LiveSession(
      pictureSource(ledger, 5, { live: false }),
      await loaded(),
      observer,
      () => 0,
    );
    session.use(engine);
    expect(await session.run()).toEqual({ kind: 'ended' });
    expect(engine.seen).toEqual([100, 200, 300, 400, 500]);
    expect(frames.at(-1)?.stats).toMatchObject({ frames: 5, framesWithPose: 5, dropped: 0, latencyMs: null });
    expect(frames.at(-1)?.stats.fps).toBeCloseTo(10, 6);
    expect(ledger).toMatchObject({ opened: 5, closed: 5, closedTwice: 0 });
  });

  it('takes the newest of a camera, counts the dropped, and closes all', async () => {
    const ledger = new PictureLedger();
    const { frames, observer } = watch();
    const session = new LiveSession(
      pictureSource(ledger, 10, { live: true }),
      await loaded(),
      observer,
      () => 1030,
    );
    await session.run();
    await turn();
    expect(frames[0]?.pose.timestampMs).toBe(100);
    expect(frames.length).toBeLessThan(10);
    expect(ledger).toMatchObject({ opened: 10, closed: 10, closedTwice: 0 });
  });

  it.each([true, false])(
    'lends a live picture with what was read of it, when asked to: %s',
    async (keepsPictures) => {
      const ledger = new PictureLedger();
      const openWhenSeen: number[] = [];
      const { frames, observer } = watch();
      const onFrame = (frame: SessionFrame): void => {
        observer.onFrame(frame);
        if (frame.picture) openWhenSeen.push(ledger.opened - ledger.closed);
      };
      const source = pictureSource({ open: () => ledger.openFrame() }, 6, { live: true });
      const session = new LiveSession(source, await loaded(), { ...observer, onFrame }, () => 0, {
        keepsPictures,
      });
      await session.run();
      expect(frames).not.toHaveLength(0);
      expect(frames.every(({ picture }) => (picture !== null) === keepsPictures)).toBe(true);
      expect(openWhenSeen.every((open) => open >= 1)).toBe(true);
      expect(ledger).toMatchObject({ closed: ledger.opened, closedTwice: 0 });
    },
  );

  it('closes a lent picture when what looks at it throws', async () => {
    const ledger = new PictureLedger();
    const source = pictureSource({ open: () => ledger.openFrame() }, 3, { live: false });
    const onFrame = (): void => {
      throw new RangeError('bug');
    };
    const session = new LiveSession(source, await loaded(), { ...watch().observer, onFrame }, () => 0, {
      keepsPictures: true,
    });
    await expect(session.run()).rejects.toThrow('bug');
    expect(ledger).toMatchObject({ closed: ledger.opened, closedTwice: 0 });
  });

  it('tells the latency of a camera by its clock', async () => {
    const { frames, observer } = watch();
    const source = pictureSource(new PictureLedger(), 1, { live: true });
    const slowEnd = {
      ...source,
      run: async (deliver: Parameters<FrameSource['run']>[0]) => {
        const end = await source.run(deliver);
        await turn();
        return end;
      },
    };
    await new LiveSession(slowEnd, await loaded(), observer, () => 140).run();
    expect(frames[0]?.stats.latencyMs).toBe(40);
  });

  it('keeps what a set has counted when the worker is replaced in the middle', async () => {
    let made = 0;
    const supervisor = new PoseSupervisor(() => {
      made += 1;
      const isFirst = made === 1;
      return new LocalPoseService(
        fakePorts({
          createLandmarker: () =>
            Promise.resolve(
              fakeLandmarker({
                detect: (_picture, timestampMs) => {
                  if (isFirst && timestampMs === 300) throw new Error('graph error');
                  return null;
                },
              }),
            ),
        }),
      );
    });
    await supervisor.load(LOAD_OPTIONS, silent);
    const ledger = new PictureLedger();
    const engine = countingEngine();
    const { faults, observer } = watch();
    const session = new LiveSession(pictureSource(ledger, 6, { live: false }), supervisor, observer, () => 0);
    session.use(engine);
    expect(await session.run()).toEqual({ kind: 'ended' });
    expect(made).toBe(2);
    expect(faults).toEqual([{ code: 'detect-failed', detail: 'graph error' }]);
    expect(engine.seen).toEqual([100, 200, 400, 500, 600]);
    expect(ledger).toMatchObject({ opened: 6, closed: 6, closedTwice: 0 });
  });

  it('gives frames without a step between sets', async () => {
    const { frames, observer } = watch();
    const session = new LiveSession(
      pictureSource(new PictureLedger(), 2, { live: false }),
      await loaded(),
      observer,
      () => 0,
    );
    await session.run();
    expect(frames.map(({ step }) => step)).toEqual([null, null]);
  });

  it('hands on how its source ended', async () => {
    const end: SourceEnd = { kind: 'fault', fault: { code: 'camera-lost', detail: 'unplugged' } };
    const ledger = new PictureLedger();
    const session = new LiveSession(
      pictureSource(ledger, 3, { live: true, end }),
      await loaded(),
      watch().observer,
      () => 0,
    );
    expect(await session.run()).toEqual(end);
    expect(ledger).toMatchObject({ opened: 3, closed: 3 });
  });

  it('stops its source and throws when the core throws: a bug is not a fault', async () => {
    const ledger = new PictureLedger();
    const session = new LiveSession(
      pictureSource(ledger, 5, { live: false }),
      await loaded(),
      watch().observer,
      () => 0,
    );
    session.use({
      ...countingEngine(),
      step: () => {
        throw new RangeError('bug');
      },
    });
    await expect(session.run()).rejects.toThrow('bug');
    expect(ledger.opened).toBe(ledger.closed);
  });
});
