/** The second half of the composition root: what measures people, loaded behind the first screen. */
import type { ReadonlySignal } from '@preact/signals';
import { version } from '../package.json';
import { createCamera } from './capture/camera';
import { exercises } from './exercises/registry';
import { browserRecogniser, listen } from './feedback/command-ear';
import type { CueSink } from './feedback/cue-sink';
import { watchTab } from './feedback/tab-watch';
import type { Engines } from './main.engines';
import type { ScreenKeeper } from './feedback/wake-lock';
import { loadChosen, resolveEngine } from './pipeline/load-chosen';
import type { WantedEngine } from './pipeline/load-chosen';
import { PoseSupervisor } from './pipeline/pose-supervisor';
import { PageFallback } from './pipeline/page-fallback';
import { spawnPoseWorker, WorkerConnection } from './pipeline/worker-connection';
import type { OpenSessionNote } from './storage/open-session';
import { askPersistence } from './storage/open-session-store';
import type { SessionStore } from './storage/session-store';
import type { Settings } from './storage/settings';
import { createFileAnalysis } from './ui/live/file-analysis';
import { spoken } from './ui/language';
import { createLightMeter } from './ui/live/light-meter';
import { CameraLiveController } from './ui/live/live-controller';
import { ownExercises } from './ui/model/own-exercises';
import type { LiveParts } from './ui/live/live-parts';
import type { Training } from './ui/services';
import { hasGraphicsChip } from '../workers/software-renderer';

/** What training shares with the rest of the app. */
export interface TrainingParts {
  readonly sessions: SessionStore;
  readonly openSession: OpenSessionNote;
  readonly settings: ReadonlySignal<Settings>;
  readonly changeSettings: (part: Partial<Settings>) => void;
  readonly engines: Engines;
  readonly sink: CueSink;
  readonly screen: ScreenKeeper;
}

const connectPose = () =>
  new PageFallback(new WorkerConnection(spawnPoseWorker()), async () =>
    // Its own copy of the inference, for the few browsers that need it.
    (await import('../workers/page-pose')).createPagePose(document),
  );

/**
 * Where the processor composes the screen too, a second moving picture costs it as much as half of the reading does.
 */
const isComposedInSoftware = (): boolean =>
  'OffscreenCanvas' in globalThis && !hasGraphicsChip(new OffscreenCanvas(1, 1));

/** @returns what breaks off the waiting */
const wait = (ms: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, ms);
  return () => {
    clearTimeout(timer);
  };
};

/** A recording waits: no model is too slow for it. */
const wantedOfRecording = ({ model, ...settings }: Settings): WantedEngine => ({
  ...settings,
  model: model === 'auto' ? 'full' : model,
  awaitMovement: true,
});

export const createTraining = (parts: TrainingParts): Training => ({
  appVersion: version,
  openLive: (request) => {
    void askPersistence();
    const { keptFigures } = parts.settings.value;
    // Now, and not when it is chosen: until the next session it can be chosen otherwise.
    if (keptFigures !== null) void parts.sessions.removeReplays(keptFigures);
    return new CameraLiveController(livePartsOf(parts), request);
  },
  analysis: createFileAnalysis({
    exercises,
    createPose: () => new PoseSupervisor(connectPose),
    loadPose: (pose) =>
      loadChosen(pose, wantedOfRecording(parts.settings.value), parts.engines, () => undefined),
    now: () => Date.now(),
  }),
});

/** All that a live session stands on, as it is set now. */
const livePartsOf = ({
  sessions,
  openSession,
  settings,
  changeSettings,
  engines,
  sink,
  screen,
}: TrainingParts): LiveParts => ({
  exercises: ownExercises(exercises, settings.value.prescriptions),
  sessions,
  openSession,
  sink,
  light: createLightMeter(),
  isSoundAllowed: () => navigator.userActivation.hasBeenActive,
  appVersion: version,
  keepsPictures: isComposedInSoftware(),
  openCamera: () => {
    const { cameraId, cameraFacing } = settings.value;
    return createCamera({ deviceId: cameraId, facing: cameraFacing });
  },
  createPose: (onEvent) => new PoseSupervisor(connectPose, onEvent),
  loadPose: (pose, onProgress) =>
    loadChosen(pose, { ...settings.value, awaitMovement: false }, engines, onProgress),
  notePace: ({ model, engine, delegate }, picturesPerS) => {
    engines.notePace(model, { engine, delegate, picturesPerS });
  },
  fasterModel: () =>
    resolveEngine(settings.value, engines).model === 'lite'
      ? null
      : () => {
          changeSettings({ model: 'lite' });
        },
  holdScreen: () => {
    void screen.start();
    return () => void screen.stop();
  },
  wait,
  listen: (onHeard, onFault) =>
    settings.value.listens
      ? listen({ maker: browserRecogniser(), language: spoken.value, onHeard, onFault, wait })
      : () => undefined,
  watchTab: (onChange) => watchTab(document, onChange),
  now: () => Date.now(),
  clock: () => performance.now(),
});
