/** Importing saved sessions. */
export const importing = {
  choose: 'Import',
  hint: 'Sessions that were saved as files can be brought in again.',
  imported: 'Brought in',
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
  best: 'Best of this side.',
  worst: 'Worst of this side.',
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
  read: 'Point at the chart, or use the arrow keys, to read it out.',
  note: 'Drawn is what was judged, of the leg that was judged, while it was judged. The band is one standard deviation: two of three true values lie within it. The dotted line is the angle from which that leg is flagged; the less sure the reading, the higher it lies.',
} as const;

/** Repetitions by the side that moved, faults by the leg. */
export const sideBars = {
  counted: 'Counted, by the side that moved',
  judged: 'Judged, by the leg at fault',
} as const;

/** Over a set whose count is not sure. */
export const unsureCount = (fps: number): string =>
  `The count of this set is uncertain: at times only ${fps.toFixed(1)} pictures a second were read, and repetitions can be missed then. A faster pose model can be chosen in the settings.`;
