import { count, toTenth } from '../../model/format';
import type { Advice } from '../words';

/** How many sessions of the chosen files came to which end. */
interface ImportCounts {
  readonly imported: number;
  readonly alreadyHere: number;
  readonly differing: number;
  readonly failed: number;
}

/** Importing saved sessions. */
export const importing = {
  choose: 'Import',
  hint: 'Sessions that were saved as files can be brought in again.',
  imported: 'Brought in',
  summary: ({ imported, alreadyHere, differing, failed }: ImportCounts): Advice => ({
    title: imported === 0 ? 'No session was brought in' : `${count(imported, 'session')} brought in`,
    todo: [
      alreadyHere > 0
        ? `${count(alreadyHere, 'session')} ${alreadyHere === 1 ? 'was' : 'were'} here already.`
        : '',
      differing > 0
        ? `Of ${count(differing, 'session')} another state is here: keep both, or leave everything as it is.`
        : '',
      failed > 0 ? `${count(failed, 'session')} could not be read.` : '',
      failed + differing + alreadyHere === 0 ? 'All of them are in the list below.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  }),
  failures: (failed: number) => (failed === 1 ? 'Which one, and why' : 'Which ones, and why'),
  alreadyHere: {
    title: 'This session is already here',
    todo: 'The file holds exactly what is kept. Nothing was changed.',
  },
  differs: {
    title: 'Another state of this session is already here',
    todo: 'The file and what is kept are not the same: one was corrected or recorded further. Keep both, or leave everything as it is.',
  },
} as const;

/** The skeleton of a repetition in the review. */
export const replay = {
  none: 'No stick figure was kept of this repetition',
  label: 'Stick figure.',
  play: 'Play',
  pause: 'Pause',
  playing: 'playing',
  slow: 'Slow',
  frameBack: 'One picture back',
  frameOn: 'One picture on',
  best: (rep: string) => `Best of this side: ${rep.toLowerCase()}`,
  worst: (rep: string) => `Worst of this side: ${rep.toLowerCase()}`,
  moment: 'Moment of the repetition',
} as const;

/** What the checks came to over a set. */
export const patterns = {
  title: 'What the camera saw',
  note: 'An average is of each repetition’s worst moment, with its own error.',
  limit: 'The dotted mark is the angle from which this leg was flagged.',
} as const;

/** The curves of what was judged. */
export const charts = {
  read: 'Point at the chart, or use the arrow keys, to read it out. Drag or pinch to come closer, or press plus.',
  closer: 'Closer',
  all: 'All',
  shown: (fromS: string, toS: string) => `Shown: ${fromS} s to ${toS} s.`,
  note: 'Drawn is what was judged, of the leg that was judged, while it was judged. The band, and every ±, holds two of three true values; the table has what holds 95 of 100. The dotted line is the angle from which that leg is flagged; the less sure the reading, the higher it lies.',
} as const;

/** Repetitions by the side that moved, faults by the leg. */
export const sideBars = {
  counted: 'Counted, by the side that moved',
  judged: 'Judged, by the leg at fault',
} as const;

/** Ways to take sessions along. */
export const taking = {
  all: 'Save all',
  some: (sessions: number) => `Save ${count(sessions, 'session')}`,
  more: 'Print or export',
  json: {
    name: 'Everything, for Hipline',
    button: 'Save as JSON',
  },
  jsonAll:
    'Counts, judgements, curves and stick figures. Can be brought in again here or on another device. Very many sessions become several files.',
  csv: {
    name: 'A table',
    about: 'CSV for a spreadsheet: one row per repetition, with the leg at fault for each check.',
    button: 'Save as CSV',
  },
  fit: {
    name: 'A strength training',
    about: 'FIT for sports watches and training diaries: the sets with exercise, repetitions and time.',
    button: 'Save as FIT',
  },
  print: {
    name: 'One page on paper',
    about: 'A summary for your physiotherapist, to print or to save as a PDF.',
    button: 'Show the page',
  },
  working: 'Reading the sessions …',
  failed: 'That did not work. Check the connection, then try again; nothing was changed.',
  left: (sessions: number) =>
    `${count(sessions, 'session')} could not be read and ${sessions === 1 ? 'is' : 'are'} not in the file.`,
} as const;

/** The page to print. */
export const printed = {
  title: 'Summary',
  lead: 'As it will be on paper. Printing can also save it as a PDF; nothing is sent anywhere.',
  back: 'Review',
  print: 'Print',
  heading: 'Hipline: summary of a session',
  name: 'Name:',
  fromFile: 'from a video file',
  peaks: (fault: string) => `${fault}, worst moment of each repetition`,
  marks:
    'Filled marks were flagged. Two of three true values lie within the thick line and within ±, 95 of 100 within the thin one.',
  howMeasured:
    'A hip drop is filed under the leg that carries the weight, an inward knee under that knee. What the camera could not see was not judged and is not counted as clean.',
} as const;

/** An analysed video as a session. */
export const keeping = {
  keep: 'Keep in history',
  show: 'Kept: show it',
} as const;

/** Where sessions are kept, and how long. */
export const storing = {
  title: 'Kept on this device',
  used: (used: string, quota: string) => `${used} used of the ${quota} that this browser gives.`,
  usedOnly: (used: string) => `${used} used.`,
  unknown: 'This browser does not tell how much is used.',
  persistent: 'The browser has promised not to clear it when the disk gets tight.',
  notPersistent: 'The browser may clear it when the disk gets tight.',
  ask: 'Ask it to keep the sessions',
  refused: 'The browser did not promise it. Save your sessions as files from time to time.',
  figures: 'Keep stick figures of',
  figuresAll: 'all sessions',
  figuresSome: (sessions: number) =>
    sessions === 0 ? 'no session' : sessions === 1 ? 'the last session' : `the last ${sessions} sessions`,
  figuresAbout:
    'They take the most room. Older ones are removed for good when the next session begins; counts, judgements and curves stay.',
} as const;
/** Over a set whose count is not sure. */
export const unsureCount = (fps: number): string =>
  `The count of this set is uncertain: at times only ${toTenth(fps)} pictures a second were read, and repetitions can be missed then. A faster pose model can be chosen in the settings.`;
