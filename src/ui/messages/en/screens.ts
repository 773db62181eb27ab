import type { ExerciseTarget } from '../words';
import { count } from '../../model/format';

export const sides = { left: 'Left', right: 'Right' } as const;
export const legNames = { left: 'Left leg', right: 'Right leg' } as const;
export const yourCount = { left: 'Your count, left', right: 'Your count, right' } as const;
export const notRecognised = 'Not recognised';

/** Titles of the window, by screen. */
export const windowTitles = {
  choose: 'Hipline',
  live: 'Training · Hipline',
  review: 'Review · Hipline',
  summary: 'Summary · Hipline',
  history: 'History · Hipline',
  screening: 'Hip test · Hipline',
  plan: 'Plan · Hipline',
  analyse: 'Analyse a video · Hipline',
  browser: 'What this browser can do · Hipline',
  unknown: 'Not found · Hipline',
} as const;

export const notFound = {
  title: 'Not found',
  exercise: (id: string) => `There is no exercise “${id}”`,
  address: 'There is nothing at this address',
  todo: 'Choose one of the five, or just start moving.',
} as const;

/** Ways and buttons of every screen. */
export const common = {
  history: 'History',
  analyse: 'Analyse a video',
  choose: 'Choose an exercise',
  close: 'Close',
  back: 'Back',
  less: (step: number, what: string) => `${step === 1 ? 'One' : step} less, ${what.toLowerCase()}`,
  more: (step: number, what: string) => `${step === 1 ? 'One' : step} more, ${what.toLowerCase()}`,
} as const;

/** The first screen. */
export const choosing = {
  title: 'What are you training?',
  lead: 'Pick one, step back, and train. Hipline counts aloud and tells you when a hip drops or a knee collapses.',
  settings: 'Settings',
  last: (when: string, what: string) => `Last: ${when} · ${what}`,
  notYet: 'Not done yet',
  autoAbout:
    'Begin any of the five. Hipline recognises which one it is and counts from the first repetition.',
  prescribed: ({ kind, amount, sets }: ExerciseTarget) => {
    const each = {
      hold: `${amount} s each side`,
      side: `${amount} each side`,
      turns: `${amount} alternating`,
    };
    return sets > 1 ? `${sets} sets of ${each[kind]}` : each[kind];
  },
  heldS: (seconds: number) => `${seconds} s held`,
  doneReps: (reps: number) => count(reps, 'rep'),
  withFlagged: (what: string, flagged: number) => (flagged === 0 ? what : `${what}, ${flagged} flagged`),
  session: 'Session',
} as const;

/** Before the camera is on. */
export const placing = {
  another: 'Choose another',
  where: 'Where the camera goes',
  start: 'Turn on the camera',
  needed: 'You need:',
  how: 'How it goes',
} as const;

/** Over the picture. */
export const hud = {
  gettingReady: 'getting ready',
  loaded: (share: number) => `${Math.round(share * 100)} % loaded`,
  holdStill: 'hold still',
  getReady: 'get ready',
  secondsRest: 'seconds rest',
  seconds: 'seconds',
  reps: 'reps',
  ofReps: (target: number) => `of ${target}`,
  ofSeconds: (target: number) => `of ${target} s`,
  paused: 'paused',
  nextExercise: 'Next exercise',
  skipCheck: 'Skip the check',
  goOn: 'Go on',
  pause: 'Pause',
  end: 'End',
  exerciseOf: (n: number, of: number) => `Exercise ${n} of ${of}`,
  setOf: (n: number, of: number) => `Set ${n} of ${of}`,
  exerciseAndSet: (n: number, of: number, set: number, sets: number) =>
    `Exercise ${n} of ${of} · set ${set} of ${sets}`,
  nextOf: (n: number, of: number) => `Next · exercise ${n} of ${of}`,
  clearView: 'Clear view',
  /** After the number, which stands large. */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- in Spanish the word goes with the number
  sagged: (_times: number): string => 'sagged',
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the same
  flagged: (_reps: number): string => 'flagged',
  picture: 'Your mirrored picture',
  setUp: 'Set-up',
  checks: { ok: 'done', todo: 'to do', waiting: 'waiting' },
  tryAgain: 'Try again',
  /** Drawn beside the joint; the angle where it is known. */
  drawn: {
    hip: (angle: string) => `hip ${angle}`,
    knee: (angle: string | null) => (angle === null ? 'knee in' : `knee ${angle} in`),
    sag: (angle: string | null) => (angle === null ? 'hips sag' : `hips sag ${angle}`),
  },
} as const;

/** The settings. */
export const settingsWords = {
  title: 'Settings',
  language: 'Language',
  noVoice: 'This device has no voice for this language: words are shown only, and tones stand in for them.',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  model: 'Pose model',
  runOn: 'Run the pose model on',
  engine: 'Read bodies with',
  tonesOn: { name: 'Tones', about: 'A tick for every repetition, a low note for a fault' },
  listens: {
    name: 'Spoken commands',
    about: (commands: string) =>
      `In a session, say: ${commands}. Speech is recognised on this device, and no sound leaves it. The browser asks for the microphone.`,
  },
  flashOn: { name: 'Flash with cues', about: 'The border of the screen lights up' },
  speak: 'The voice says',
  voice: 'Voice',
  bestVoice: 'The machine’s own choice',
  camera: 'Camera',
  bestCamera: 'The browser’s own choice',
  cameraOf: { user: 'The front camera', environment: 'The back camera' },
  cameraN: (n: number) => `Camera ${n}`,
} as const;

/** A video that is analysed. */
export const analysing = {
  title: 'Analyse a video',
  lead: (privacy: string) => `The same eyes as live, over a video you have already filmed. ${privacy}`,
  shows: 'What the video shows',
  recognise: 'Recognise it',
  drop: 'Drop a video here',
  kinds: 'MP4, MOV or WebM, filmed from the front with the whole body in the picture.',
  choose: 'Choose a file',
  progress: 'Progress',
  gettingReady: 'Getting ready …',
  done: (pictures: number, at: string) => `${pictures} pictures, ${at}`,
  doneOf: (pictures: number, at: string, of: string) => `${pictures} pictures, ${at} of ${of}`,
  stop: 'Stop',
  anotherFile: 'Choose another file',
  noneRecognised: 'None of the five was recognised',
  seen: (file: string, pictures: number, withPerson: number) =>
    `${file} · ${pictures} pictures, a person in ${withPerson}`,
  save: 'Save as JSON',
  another: 'Another video',
} as const;

/** The list of sessions. */
export const historyWords = {
  title: 'History',
  lead: 'What the camera saw, session by session. Kept on this device alone.',
  empty: 'Nothing here yet',
  emptyTodo: 'Your first session will stand here as soon as it has one repetition.',
  sessions: 'Sessions',
  allDays: 'Show all days',
  none: 'No sessions in this time.',
  older: 'Show older sessions',
  calendar: 'Calendar',
  earlier: 'Earlier month',
  later: 'Later month',
  dayLabel: (day: string, sessions: number) => `${day}, ${count(sessions, 'session')}`,
  progressOf: (exercise: string) => `Progress: ${exercise}`,
  damagedAt: (todo: string, id: string, detail: string) => `${todo} (${id}, at ${detail})`,
  deleteIt: 'Delete it',
  sets: (sets: number) => `${sets} sets`,
  fromVideo: 'from a video',
  interrupted: 'interrupted',
  running: 'running',
  held: (seconds: number) => `${seconds} s held`,
  inPosition: 'in position',
  reps: (reps: number) => count(reps, 'rep'),
  bySide: (left: number, right: number) => `${left} left · ${right} right`,
  own: (reps: number) => `you: ${reps}`,
  flagged: (reps: number) => `${reps} flagged`,
  notJudged: (reps: number) => `${reps} not judged`,
  allClean: 'all clean',
  testResult: 'Result and trend',
  testAbout: 'What it is',
  keepBoth: 'Keep both',
  leave: 'Leave it',
  show: 'Show it',
} as const;

/** One session. */
export const reviewWords = {
  title: 'Review',
  missing: 'This session is not here',
  missingTodo: 'It may have been deleted, or it was recorded in another browser.',
  save: 'Save as file',
  remove: 'Delete',
  repaired: 'Parts of this session could not be read',
  repairs: {
    setLeftOut: (at: string) => `A set was left out: ${at}.`,
    entryOfNoSet: 'An entry was left out: it names no set.',
    entryLeftOut: (set: number, at: string) => `Set ${set}: an entry was left out: ${at}.`,
    setUnknown: (set: number) => `Set ${set}: what it was is lost; what was done in it is kept.`,
  },
  nothing: 'Nothing was done in this session.',
  again: 'Again',
  interrupted: 'interrupted: everything up to then is here',
  running: 'still running: everything up to now is here',
  sets: (sets: number) => (sets === 1 ? '1 set' : `${sets} sets`),
  setsAndOwnCount: (sets: number, own: number) =>
    `${sets === 1 ? '1 set' : `${sets} sets`}; the person’s own count: ${own}`,
} as const;
