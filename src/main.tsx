/** The composition root: the only place that constructs and wires. */
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { dependencies, version } from '../package.json';
import { listCameras } from './capture/list-cameras';
import { cards } from './exercises/cards';
import { screenKeeper } from './feedback/wake-lock';
import { machineVoices, openCueSink, unlockOnFirstGesture } from './feedback/web-cue-sink';
import { createEngines } from './main.engines';
import { createEngineTrial } from './main.trial';
import { localEngineNote } from './storage/engine-note';
import { keepOfflineCopy } from './storage/offline-copy';
import { warnBeforeLeaving } from './storage/leave-warning';
import { localSettingsStore } from './storage/local-settings-store';
import { isRunningElsewhere, isSessionRunning } from './storage/running-marks';
import { localOpenSession } from './storage/open-session';
import { lateSessionStore } from './storage/late-session-store';
import { readStorageUse } from './storage/storage-use';
import type { StorageFault } from './storage/storage-fault';
import type { Language, Settings } from './storage/settings';
import { App } from './ui/app';
import { createDeletion } from './ui/deletion';
import { downloadJson, saveFile } from './ui/download';
import { languageFor, speak, spoken } from './ui/language';
import { createRouter } from './ui/router';
import type { AppServices } from './ui/services';
import { findUnfinished } from './ui/unfinished';

/** Parts are missing in some browsers, whatever the types say. */
const browser: Partial<Navigator> = navigator;
const settingsStore = localSettingsStore(() => localStorage);
const settings = signal<Settings>(settingsStore.load());
const engines = createEngines(
  localEngineNote(
    () => localStorage,
    `${version} on ${dependencies['@mediapipe/tasks-vision']} and ${dependencies['@litertjs/core']}`,
  ),
);
const storageFault = signal<StorageFault | null>(null);
let unsaved: ReadonlySet<string> = new Set();
const sessions = lateSessionStore(async () => {
  const { openSessionStore } = await import('./storage/open-session-store');
  const store = openSessionStore((fault) => {
    storageFault.value = fault;
  });
  ({ unsaved } = store);
  return store;
});
void sessions.recoverInterrupted();
const unfinished = findUnfinished({
  note: localOpenSession(() => localStorage),
  sessions,
  isRunning: (id) => isRunningElsewhere(browser.locks, id),
  now: () => Date.now(),
});
warnBeforeLeaving(window, () => unsaved.size > 0);

const sink = openCueSink(() => undefined);
effect(() => {
  sink.setVolume({ ...settings.value, language: spoken.value });
});
unlockOnFirstGesture(sink, document, () => undefined);
const screen = screenKeeper(browser.wakeLock, document);

const offlineCopy = keepOfflineCopy({
  // By the mode, since a test builds the app too, and that is no production to Vite.
  container: import.meta.env.MODE === 'development' ? undefined : browser.serviceWorker,
  loaded: new Promise((resolve) => {
    addEventListener('load', resolve, { once: true });
  }),
  isSessionRunning: () => isSessionRunning(browser.locks),
  reload: () => {
    location.reload();
  },
});

const changeSettings = (part: Partial<Settings>): void => {
  if (part.delegate !== undefined || part.engine !== undefined) engines.forget();
  settings.value = { ...settings.value, ...part };
  settingsStore.save(settings.value);
};

const router = createRouter(window);
const trial = createEngineTrial({
  engines,
  settings,
  isAtStart: computed(() => router.route.value.name === 'choose'),
  isSessionRunning: () => isSessionRunning(browser.locks),
  run: async (off) => {
    const { tryEngines } = await import('./pipeline/try-engines');
    const { WorkerConnection, spawnPoseWorker } = await import('./pipeline/worker-connection');
    const { hasWebGpuChip } = await import('../workers/software-renderer');
    const hasGpu = async () =>
      'OffscreenCanvas' in globalThis && (await hasWebGpuChip(new OffscreenCanvas(1, 1)));
    return tryEngines({ connect: () => new WorkerConnection(spawnPoseWorker()), hasGpu }, off);
  },
  wait: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => {
      clearTimeout(timer);
    };
  },
});

const services: AppServices = {
  exercises: cards,
  sessions,
  storageFault,
  settings: {
    current: settings,
    change: changeSettings,
  },
  engines: engines.current,
  trial,
  unfinished,
  listCameras,
  listVoices: () => machineVoices(spoken.value).map(({ voiceURI, name }) => ({ uri: voiceURI, name })),
  canListen: async () => {
    const { browserRecogniser, canHear } = await import('./feedback/command-ear');
    return canHear(browserRecogniser(), spoken.value);
  },
  // Everything that measures people comes behind the first screen.
  loadTraining: async () => {
    const { createTraining } = await import('./main.training');
    return createTraining({
      sessions,
      openSession: unfinished.note,
      settings,
      changeSettings,
      engines,
      sink,
      screen,
    });
  },
  takeNewer: offlineCopy.takeNewer,
  now: () => Date.now(),
  download: downloadJson,
  save: saveFile,
  storage: {
    use: () => readStorageUse(),
    askPersistence: async () => (await import('./storage/open-session-store')).askPersistence(),
  },
  deletion: createDeletion(sessions, () => Date.now()),
};

// No screen before its words: none is shown in one language and then in another.
const language = computed<Language>(() => languageFor(settings.value.language, navigator.languages));
await speak(language.value).catch(() => speak('en'));
effect(() => {
  // Where its words cannot be fetched, the one before goes on.
  if (language.value !== spoken.peek()) speak(language.value).catch(() => undefined);
});
const root = document.getElementById('app');
if (root) render(<App router={router} services={services} />, root);
