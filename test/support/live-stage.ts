import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { readFixture } from '../../scripts/evaluate/fixture-stream';
import type { CameraSource } from '../../src/capture/camera';
import type { SourceEnd, SourceFault } from '../../src/capture/frame-source';
import type { ExerciseDefinition } from '../../src/core/exercise/definition';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import { createBodyTracker } from '../../src/core/body/body-tracker';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { millis, type Millis } from '../../src/core/units';
import type { LumaGrid } from '../../src/core/pose/light';
import { exercises } from '../../src/exercises/registry';
import type { SupervisorEvent } from '../../src/pipeline/pose-supervisor';
import { MemorySessionStore } from '../../src/storage/memory-session-store';
import { localOpenSession, type OpenSessionNote } from '../../src/storage/open-session';
import type { LiveRequest } from '../../src/ui/live/controller';
import { CameraLiveController } from '../../src/ui/live/live-controller';
import type { LiveParts } from '../../src/ui/live/live-parts';
import type { Loaded, PoseFault, PoseService, Result } from '../../workers/protocol';
import type { CueSink } from '../../src/feedback/cue-sink';
import { FakeCueSink } from './fake-cue-sink';

/** Of the recordings. */
const FPS = 15;
const STREAMS = resolve(import.meta.dirname, '../fixtures/streams');
export const LUNGES: LiveRequest = { exercise: 'curtsy-lunge', skipSetup: true };
export const LOADED: Loaded = {
  model: 'full',
  delegate: 'CPU',
  engine: 'mediapipe',
  pictureMs: null,
  movement: { kind: 'absent' },
};

/** What a scripted camera does when it is opened: refuse, or show a part of a recording and end like this. */
export type Take =
  | { readonly kind: 'refused'; readonly fault: SourceFault }
  | {
      readonly kind: 'shows';
      readonly fromS: number;
      readonly toS: number;
      readonly end: SourceEnd;
      /** The lunges unless told otherwise. */
      readonly poses?: readonly PoseFrame[];
    };

export const LOST: SourceEnd = { kind: 'fault', fault: { code: 'camera-lost', detail: 'unplugged' } };
export const SILENT: SourceEnd = { kind: 'fault', fault: { code: 'camera-silent', detail: 'frozen' } };

/** Ten clean curtsy lunges. */
export const { frames } = readFixture(join(STREAMS, 'd12_curtsy_clean.full.stream.gz'));

const [first] = frames;
if (!first) throw new Error('an empty recording');
/** Its person, standing. */
export const STANDING: PoseFrame = first;

/** A pose that is held for so long, from the beginning on. */
export const heldFor = (seconds: number, pose: PoseFrame): PoseFrame[] =>
  Array.from({ length: Math.round(seconds * FPS) }, (_, index) => ({
    ...pose,
    timestampMs: millis((index * 1000) / FPS),
  }));

/** A camera that plays its take frame by frame, and then ends so, or stands still until it is stopped. */
function scriptedCamera(take: Take): CameraSource {
  let stop: (end: SourceEnd) => void = () => undefined;
  const stopped = new Promise<SourceEnd>((resolve) => {
    stop = resolve;
  });
  let isStopped = false;
  return {
    kind: 'camera',
    live: false,
    stream: null,
    describe: () => ({ label: 'scripted', width: 640, height: 480, durationMs: null }),
    open: () => Promise.resolve(take.kind === 'refused' ? take.fault : null),
    run: async (deliver) => {
      if (take.kind === 'refused') return { kind: 'fault', fault: take.fault };
      for (const pose of take.poses ?? frames) {
        const atS = pose.timestampMs / 1000;
        if (isStopped || atS < take.fromS || atS >= take.toS) continue;
        await deliver({ kind: 'landmarks', pose });
        // As with a real camera, the page breathes between two frames.
        await new Promise((resolve) => setImmediate(resolve));
      }
      return take.end.kind === 'fault' ? take.end : stopped;
    },
    stop: () => {
      isStopped = true;
      stop({ kind: 'stopped' });
    },
  };
}

/** Passes recorded landmarks through. */
const passingPose = (movementAt: (atMs: Millis) => MovementEstimate | null): PoseService => {
  let tracker = createBodyTracker();
  return {
    load: () => Promise.resolve({ ok: true, value: LOADED }),
    detect: () =>
      Promise.resolve({ ok: false, fault: { code: 'detect-failed', detail: 'no pictures here' } }),
    observe: (pose: PoseFrame) => {
      const tracked = tracker.step(pose);
      const movement = movementAt(pose.timestampMs);
      return Promise.resolve({ ok: true, value: { pose, tracked, movement, inferenceMs: 1 } });
    },
    reset: () => {
      tracker = createBodyTracker();
      return Promise.resolve({ ok: true, value: null });
    },
    resume: () => Promise.resolve(),
    movementStatus: () => Promise.resolve({ kind: 'absent' }),
    close: () => Promise.resolve(),
  };
};

/** What outlives a page. */
export interface KeptBefore {
  readonly sessions: MemorySessionStore;
  readonly openSession: OpenSessionNote;
}

/** The note in a storage that lasts as long as the test. */
export function fakeNote(): OpenSessionNote {
  const kept = new Map<string, string>();
  return localOpenSession(() => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }));
}

/** A live session with a scripted camera, and what can be seen of it from outside. */
export function stage(
  takes: readonly Take[],
  request: LiveRequest = LUNGES,
  loads: readonly PoseFault[] = [],
  movementAt: (atMs: Millis) => MovementEstimate | null = () => null,
  {
    sessions = new MemorySessionStore(),
    openSession = fakeNote(),
    definitions = exercises,
    voice,
  }: Partial<KeptBefore> & {
    readonly definitions?: readonly ExerciseDefinition[];
    /** What gives the cues, in place of the sink that only writes them down. */
    readonly voice?: CueSink;
  } = {},
) {
  const sink = new FakeCueSink();
  const left = [...takes];
  const faults = [...loads];
  let tell: (event: SupervisorEvent) => void = () => undefined;
  let grid: LumaGrid | null = null;
  let faster: (() => void) | null = null;
  let loaded = 0;
  const waits = new Set<{ readonly ms: number; readonly then: () => void }>();
  let hear: ((text: string) => void) | null = null;
  let tellTab: (isHidden: boolean) => void = () => undefined;
  const parts: LiveParts = {
    exercises: definitions,
    sessions,
    openSession,
    sink: voice ?? sink,
    light: { read: () => grid },
    appVersion: 'test',
    openCamera: () =>
      scriptedCamera(left.shift() ?? { kind: 'refused', fault: { code: 'camera-absent', detail: '' } }),
    createPose: (onEvent) => {
      tell = onEvent;
      return passingPose(movementAt);
    },
    loadPose: (): Promise<Result<Loaded>> => {
      const fault = faults.shift();
      loaded += 1;
      return Promise.resolve(fault ? { ok: false, fault } : { ok: true, value: LOADED });
    },
    notePace: () => undefined,
    isSoundAllowed: () => true,
    fasterModel: () => faster,
    holdScreen: () => () => undefined,
    wait: (ms, then) => {
      const wait = { ms, then };
      waits.add(wait);
      return () => {
        waits.delete(wait);
      };
    },
    listen: (onHeard) => {
      hear = onHeard;
      return () => {
        hear = null;
      };
    },
    watchTab: (onChange) => {
      tellTab = onChange;
      return () => undefined;
    },
    now: () => 0,
    clock: () => 0,
    keepsPictures: false,
  };
  const live = new CameraLiveController(parts, request);
  return {
    live,
    sessions,
    openSession,
    sink,
    tab: {
      hide: () => {
        tellTab(true);
      },
      show: () => {
        tellTab(false);
      },
    },
    /** Somebody in the room says this; false where nobody listens. */
    say: (text: string): boolean => {
      hear?.(text);
      return hear !== null;
    },
    /** So much time passes: what waited for no longer than that happens. */
    timePasses: (ms: number) => {
      for (const wait of [...waits].filter((one) => one.ms <= ms)) {
        waits.delete(wait);
        wait.then();
      }
    },
    /** There is a faster model than the one in use. */
    hasFaster: (choose: () => void) => {
      faster = choose;
    },
    loads: () => loaded,
    /** The picture is seen, and as bright as this. */
    isLit: (seen: LumaGrid) => {
      grid = seen;
      live.attach({} as HTMLVideoElement, { getContext: () => null } as unknown as HTMLCanvasElement);
    },
    supervisorTells: (event: SupervisorEvent) => {
      tell(event);
    },
  };
}

export const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 20_000, interval: 5 }).toBe(true);

/** Until the session is over, and what there is of it to keep is kept. */
export const untilKept = ({ stage: now }: CameraLiveController) =>
  until(() => now.value.kind === 'ended' && now.value.isKept);

/** The sessions that were kept, newest first. */
export async function kept(sessions: MemorySessionStore) {
  const page = await sessions.list({ offset: 0, limit: 9 });
  return page.ok ? page.value.items.flatMap((item) => (item.kind === 'session' ? [item.record] : [])) : [];
}

/** The whole recording. */
export const WHOLE = {
  kind: 'shows',
  fromS: 0,
  toS: Infinity,
  end: { kind: 'stopped' },
} as const satisfies Take;
