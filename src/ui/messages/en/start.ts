import type { PoseModel } from '../../../../workers/protocol';
import type { KeptEngine } from '../../../storage/engine-note';
import type { Settings } from '../../../storage/settings';
import type { StorageFault } from '../../../storage/storage-fault';
import { count } from '../../model/format';
import type { Advice } from '../words';

export const storageFaults = {
  'disk-full': {
    title: 'There is no room left to keep sessions',
    todo: 'Free some disk space or delete old sessions. This session is kept in this tab: save it as a file from its review before you close it.',
  },
  blocked: {
    title: 'Another tab holds the sessions',
    todo: 'Close the other Hipline tabs. Counting goes on: this session stays in this tab, and is saved once they are closed.',
  },
  unavailable: {
    title: 'This browser keeps nothing here',
    todo: 'Leave the private window, or allow this page to store data. Counting works; save the session as a file from its review.',
  },
  'session-gone': {
    title: 'This session is no longer kept',
    todo: 'It was deleted, here, in another tab or with the browser’s data. What this tab still shows of it can be saved as a file from its review.',
  },
  'damaged-record': {
    title: 'This session is damaged',
    todo: 'It cannot be read any more. You can delete it; the other sessions are not touched.',
  },
  'import-unreadable': {
    title: 'This file is out of reach',
    todo: 'It may have been moved or deleted. Choose it again. Nothing was changed.',
  },
  'import-broken': {
    title: 'This file is cut off, or of another kind',
    todo: 'Copy it again from where it came, or save the session again from its review. Nothing was changed.',
  },
  'import-invalid': {
    title: 'This file is no session of Hipline',
    todo: 'Choose a JSON file that was saved from the review of a session; the result of an analysed video is none. Nothing was changed.',
  },
  'import-damaged': {
    title: 'This session’s file is damaged',
    todo: 'Something in it was changed or lost. Copy it again from where it came, or save the session again from its review. Nothing was changed.',
  },
  'newer-version': {
    title: 'This was written by a newer Hipline',
    todo: 'Update Hipline, then open it again. Nothing was changed.',
  },
} as const satisfies Record<StorageFault['code'], Advice>;

/** What it is, for search engines and for the list of installed apps. */
export const description =
  'Counts hip exercises in front of your camera and says when a hip drops or a knee collapses. Nothing leaves your device.';

/** Which pose model. */
export const models = {
  auto: { name: 'Automatic', about: 'the best that this machine can hold' },
  lite: { name: 'Light', about: 'for older devices' },
  full: { name: 'Standard', about: 'the right one for most' },
  heavy: { name: 'Fine', about: 'needs a fast device' },
} as const satisfies Record<Settings['model'], { name: string; about: string }>;

/** Where the pose model is run. */
export const delegates = {
  fastest: { name: 'Automatic', about: 'tries both, takes the faster' },
  CPU: { name: 'Processor', about: 'works everywhere' },
  GPU: { name: 'Graphics chip', about: 'where it reads correctly' },
} as const satisfies Record<Settings['delegate'], { name: string; about: string }>;

/** What runs the pose networks. */
export const engines = {
  auto: { name: 'Automatic', about: 'tries both, takes the faster' },
  mediapipe: { name: 'MediaPipe', about: 'one core, as it comes' },
  litert: { name: 'LiteRT', about: 'several cores, or the graphics chip' },
} as const satisfies Record<Settings['engine'], { name: string; about: string }>;

/** Trying out what this machine can do. */
export const engineTrial = {
  start: 'Try out again',
  running: 'Trying out what this machine can do …',
} as const;

/** What the settings say of this machine: "Standard model, graphics chip, 30 pictures a second". */
export const engineInUse = (model: PoseModel, engine: KeptEngine | undefined): string => {
  if (engine === undefined) return 'Tried out when the camera starts next.';
  const pace =
    engine.picturesPerS === null ? '' : `, ${count(Math.round(engine.picturesPerS), 'picture')} a second`;
  return `Now: ${models[model].name} model, ${delegates[engine.delegate].name.toLowerCase()}${pace}.`;
};

/** Instead of an exercise's own texts while none is chosen. */
export const auto = {
  name: 'Just start moving',
  summary: 'Stand ready, then begin any of the five: Hipline recognises which one it is.',
  steps: [
    'Stand where your whole body is in the picture, and keep still for two seconds.',
    'Begin any of the five exercises.',
    'Hipline says which one it is, and counts from the first repetition.',
  ],
  camera:
    'At hip height, on a chair or a table, 2 to 3.5 m in front of you. For the side plank: on the floor, looking along your front.',
  equipment: 'What your exercise needs; nothing else.',
} as const;

/** A session was interrupted by a reload, a crash or a closed tab. */
export const unfinished = {
  title: 'Go on where you stopped?',
  goOn: 'Go on',
  leave: 'Leave it',
  set: (name: string, set: number, sets: number) =>
    `${name}: set ${set} of ${sets} is next. Everything counted before is kept.`,
  reps: (name: string, set: number, sets: number, done: number) =>
    done === 1
      ? `${name}, set ${set} of ${sets}: 1 repetition is done, and the next one is number 2.`
      : `${name}, set ${set} of ${sets}: ${done} repetitions are done, and the count goes on from there.`,
  held: (name: string, set: number, sets: number, heldS: number) =>
    `${name}, set ${set} of ${sets}: ${heldS} seconds are held, and the timer goes on from there.`,
  auto: 'Everything counted before is kept. What you do now is added to the same session.',
} as const;

/** A screen's script did not come. */
export const partMissing = {
  title: 'A part of Hipline did not load',
  todo: 'Check the connection, then reload the page. Everything counted so far is kept.',
  reload: 'Reload',
} as const satisfies Advice & { readonly reload: string };

/** The browser holds a newer copy of the app. */
export const newer = {
  title: 'A newer Hipline is here',
  todo: 'It takes a moment. Your sessions stay as they are.',
  take: 'Update',
  later: {
    title: 'A session is running in another tab',
    todo: 'End it there first, then update.',
  },
} as const satisfies Advice & { readonly take: string; readonly later: Advice };

/** All five exercises in turn. */
export const programme = {
  name: 'All five',
  summary: 'The whole programme in turn, with its sets, sides and rests. You change over, Hipline waits.',
  order: 'In this order, with a minute to change over between them:',
  camera:
    'For the first four at hip height, on a chair or a table, 2.5 to 3 m in front of you. Hipline says when to move it.',
  equipment: 'A mini band, a step, a kettlebell or another weight, and a mat.',
} as const;

const nothingLeaves = 'Nothing leaves this device: no account, no upload.';
export const privacy = `${nothingLeaves} Counts, angles and a stick figure of each repetition are kept here, never a picture.`;
export const toPlan = 'The eight-week plan: where you are, and what comes next';
export const whatBrowserCan = 'What this browser can do';
/** Where nothing is kept at all. */
export const privacyOfFiles = `${nothingLeaves} Nothing of it is kept unless you say so, and never a picture.`;
export const rendered =
  'Angles are what one camera saw. They are good for comparing your own repetitions, not for a diagnosis.';

/** How much the voice says. */
export const speaking = {
  all: { name: 'All', about: 'Counts, faults, praise, what to do' },
  'counts-and-faults': { name: 'Counts and faults', about: 'And sides, sets and clocks' },
  faults: { name: 'Faults', about: 'Tones count' },
  nothing: { name: 'Nothing', about: 'Tones and screen alone' },
} as const;
