/** The composition root: the only place that constructs and wires. */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { version } from '../package.json';
import { createCamera } from './capture/camera';
import { listCameras } from './capture/list-cameras';
import { exercises } from './exercises/registry';
import { watchTab } from './feedback/tab-watch';
import { screenKeeper } from './feedback/wake-lock';
import { openCueSink, unlockOnFirstGesture } from './feedback/web-cue-sink';
import { loadOptions } from './pipeline/asset-urls';
import { PoseSupervisor } from './pipeline/pose-supervisor';
import { spawnPoseWorker, WorkerConnection } from './pipeline/worker-connection';
import { keepOfflineCopy } from './storage/offline-copy';
import { localSettingsStore } from './storage/local-settings-store';
import { askPersistence, openSessionStore } from './storage/open-session-store';
import type { StorageFault } from './storage/storage-fault';
import type { Settings } from './storage/settings';
import { App } from './ui/app';
import { downloadJson } from './ui/download';
import { createFileAnalysis } from './ui/live/file-analysis';
import { createLightMeter } from './ui/live/light-meter';
import { CameraLiveController } from './ui/live/live-controller';
import { createRouter } from './ui/router';
import type { Services } from './ui/services';

const settingsStore = localSettingsStore(() => localStorage);
const settings = signal<Settings>(settingsStore.load());
const storageFault = signal<StorageFault | null>(null);
const sessions = openSessionStore((fault) => {
  storageFault.value = fault;
});
void sessions.recoverInterrupted();

const sink = openCueSink(() => undefined);
effect(() => {
  sink.setVolume(settings.value);
});
unlockOnFirstGesture(sink, document, () => undefined);
// Missing in some browsers, whatever the types say.
const screen = screenKeeper((navigator as Partial<Navigator>).wakeLock, document);

const connectPose = () => new WorkerConnection(spawnPoseWorker());

const services: Services = {
  exercises,
  sessions,
  storageFault,
  settings: {
    current: settings,
    change: (part) => {
      settings.value = { ...settings.value, ...part };
      settingsStore.save(settings.value);
    },
  },
  listCameras,
  openLive: (request) => {
    void askPersistence();
    return new CameraLiveController(
      {
        exercises,
        sessions,
        sink,
        light: createLightMeter(),
        isSoundAllowed: () => navigator.userActivation.hasBeenActive,
        appVersion: version,
        openCamera: () => createCamera({ deviceId: settings.value.cameraId }),
        createPose: (onEvent) => new PoseSupervisor(connectPose, onEvent),
        loadPose: (pose, onProgress) =>
          pose.load(
            loadOptions({ model: settings.value.model, delegate: 'CPU', awaitMovement: false }),
            onProgress,
          ),
        holdScreen: () => {
          void screen.start();
          return () => void screen.stop();
        },
        wait: (ms, then) => {
          const timer = setTimeout(then, ms);
          return () => {
            clearTimeout(timer);
          };
        },
        watchTab: (onChange) => watchTab(document, onChange),
        now: () => Date.now(),
        clock: () => performance.now(),
      },
      request,
    );
  },
  analysis: createFileAnalysis({
    exercises,
    createPose: () => new PoseSupervisor(connectPose),
    loadPose: (pose) =>
      pose.load(
        loadOptions({ model: settings.value.model, delegate: 'CPU', awaitMovement: true }),
        () => undefined,
      ),
    now: () => Date.now(),
  }),
  takeNewer: keepOfflineCopy().takeNewer,
  now: () => Date.now(),
  download: downloadJson,
};

const root = document.getElementById('app');
if (root) render(<App router={createRouter(window)} services={services} />, root);
