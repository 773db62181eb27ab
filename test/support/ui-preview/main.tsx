import { signal } from '@preact/signals';
import { render } from 'preact';
import { exercises } from '../../../src/exercises/registry';
import type { SessionRecord } from '../../../src/core/session/record';
import { MemorySessionStore } from '../../../src/storage/memory-session-store';
import type { OpenSession } from '../../../src/storage/open-session';
import { DEFAULT_SETTINGS, LANGUAGES, type Settings } from '../../../src/storage/settings';
import { App } from '../../../src/ui/app';
import { createDeletion } from '../../../src/ui/deletion';
import { speak } from '../../../src/ui/language';
import { createRouter } from '../../../src/ui/router';
import { compareReps, type ComparedReps } from '../../../src/ui/model/compare-reps';
import { ROOMS } from '../../../src/ui/model/room';
import { planOf } from '../../../src/ui/model/plan';
import type { Services } from '../../../src/ui/services';
import { fakeLive, LIVE_STATES, type LiveState } from './fake-live';
import { createReplay } from './replay-live';
import { plannedSessions } from '../plan-builders';
import { manySessions, stands } from './many-sessions';
import { sampleSessions } from './sample-sessions';

/**
 * Every screen with made-up data, for looking at and for the accessibility tests. The query chooses: `?live=fault`,
 * `?theme=light`, `?room=left`, `?empty=1`, `?sessions=60`, `?stands=4`, `?planned=12` (days of the plan). With `?stream=URL&clip=URL&until=SECONDS` the real session runs over
 * a recorded landmark stream up to that moment, the clip's picture behind it. `?kept=URL` adds kept sessions from a list in a file.
 */
const query = new URLSearchParams(location.search);
const asked = query.get('live');
const liveState: LiveState = LIVE_STATES.find((state) => state === asked) ?? 'placing';
const room = ROOMS.find((one) => one === query.get('room'));
const theme = query.get('theme');
const settings = signal<Settings>({
  ...DEFAULT_SETTINGS,
  theme: theme === 'light' || theme === 'dark' ? theme : 'system',
});

const sessions = new MemorySessionStore();
const now = new Date(2026, 10, 22, 19, 4).getTime();
const many = Number(query.get('sessions') ?? NaN);
const own = sampleSessions(now);
const made = Number.isNaN(many) ? own : manySessions(now, many);
const samples = [
  ...made,
  ...stands(now, Number(query.get('stands') ?? 0)),
  ...plannedSessions(now, Number(query.get('planned') ?? 0)),
];
if (!query.has('empty')) for (const record of samples) await sessions.put(record);
const kept = query.get('kept');
if (kept)
  for (const record of (await (await fetch(kept)).json()) as SessionRecord[]) await sessions.put(record);

const stream = query.get('stream');
const replay = stream
  ? await createReplay({
      streamUrl: stream,
      clipUrl: query.get('clip') ?? '',
      untilS: Number(query.get('until') ?? Infinity),
      sessions,
    })
  : null;

const UNFINISHED: OpenSession = {
  sessionId: 'interrupted',
  savedAt: now,
  choice: 'programme',
  stand: {
    exercise: 'hip-hike',
    later: ['kettlebell-march'],
    set: 2,
    side: 'right',
    done: { left: 12, right: 4 },
  },
  reps: Array.from({ length: 16 }, (_, i) => ({ side: i < 12 ? 'left' : 'right', judged: 'clean' })),
};
const unfinished = signal<OpenSession | null>(query.has('unfinished') ? UNFINISHED : null);

const compared = own
  .flatMap(({ sets }) => sets)
  .reduce<ComparedReps | null>((found, set) => found ?? compareReps(set), null);

const services: Services = {
  exercises,
  sessions,
  storageFault: signal(null),
  settings: {
    current: settings,
    change: (part) => {
      settings.value = { ...settings.value, ...part };
    },
  },
  trial: { isRunning: signal(false), start: () => undefined },
  engines: signal({ full: { delegate: 'GPU', picturesPerS: 29.8 } } as const),
  unfinished: { current: unfinished, leave: () => (unfinished.value = null) },
  listVoices: () => [{ uri: 'a', name: 'English (Great Britain)' }],
  canListen: () => Promise.resolve(query.has('listens')),
  listCameras: () => Promise.resolve([{ deviceId: 'a', label: 'Built-in camera' }]),
  openLive: (request) =>
    replay?.(request) ?? fakeLive(request, liveState, planOf(request.exercise, exercises), compared, room),
  appVersion: 'preview',
  analysis: {
    run: (_file, _exercise, onProgress) => {
      onProgress({ frames: 212, doneS: 14.1, durationS: 30.4 });
      return new Promise(() => undefined);
    },
  },
  takeNewer: signal(query.has('newer') ? () => Promise.resolve('reloads' as const) : null),
  now: () => now,
  download: () => undefined,
  save: () => undefined,
  storage: {
    use: () => Promise.resolve({ usedBytes: 48_300_000, quotaBytes: 12_400_000_000, isPersistent: false }),
    askPersistence: () => Promise.resolve(true),
  },
  deletion: createDeletion(sessions, () => now),
};

const askedLanguage = LANGUAGES.find((one) => one === query.get('language'));
await speak(askedLanguage ?? 'en');
const root = document.getElementById('app');
if (root)
  render(
    <App
      router={createRouter(window)}
      services={{ ...services, loadTraining: () => Promise.resolve(services) }}
    />,
    root,
  );
