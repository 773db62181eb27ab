import type { SensorRefusal } from '../../../core/sensor/compare';
import type { ScreenFacing, SensorFileFault } from '../../../core/sensor/recording';
import type { Advice } from '../words';

/** A phone in the waistband, compared with the camera. */
export const sensor = {
  title: 'Check it against a phone',
  lead: 'A phone worn over the sacrum measures how the pelvis tilts, too. Open its recording of this session to see how far the camera and the phone agree. The file is read here and not kept.',
  open: 'Open a recording',
  openAnother: 'Open another recording',
  reading: 'Reading the recording and looking for its offset …',
  how: {
    title: 'How to make a recording',
    list: [
      'Install a free logger app, for example Sensor Logger or phyphox, and choose Gravity or Orientation.',
      'Start the recording, then put the phone into the back of the waistband: flat against the sacrum, upright, upside down or across. Remember whether the screen faces you.',
      'Stand still on both legs for five seconds, then train as always. Hip hikes show most.',
      'Stop the recording, export it as CSV, bring the file to this device and open it here.',
    ],
  },
  worn: {
    title: 'The screen of the phone',
    found: 'Find it out',
    out: 'Faced away',
    in: 'Faced the body',
    note: 'Upright, upside down or across makes no difference: gravity tells. The screen exchanges left and right, and no file says which way it faced.',
  },
  chart: {
    title: 'Pelvis, camera and phone',
    reading: 'degrees, upward is the right side higher',
    camera: 'Camera',
    phone: 'Phone',
    moment: (time: string, camera: string, phone: string) => `${time}: Camera ${camera}; Phone ${phone}`,
    table: 'Camera and phone as a table',
    columns: ['Time', 'Camera', 'Phone', 'Camera − phone'],
  },
  plot: {
    title: 'How far apart they were',
    reading: 'camera − phone, over the mean of both',
    label: (bias: string, lower: string, upper: string) =>
      `Bland–Altman plot: each point is one moment. The mean difference is ${bias}, the limits of agreement are ${lower} and ${upper}.`,
    bias: (value: string) => `mean ${value}`,
    limit: (value: string) => `limit ${value}`,
  },
  figures: {
    bias: 'Mean difference',
    biasNote: 'Camera − phone. It holds how level the pelvis was when the phone’s zero was taken.',
    limits: 'Limits of agreement',
    limitsNote: 'Mean ± 1.96 standard deviations (Bland and Altman 1986).',
    correlation: 'Correlation',
    correlationNote: 'Pearson’s r of the two curves: 1 is the same course.',
    moments: 'Moments compared',
    momentsNote: 'Ten a second, where both measured. They are not independent of one another.',
  },
  sentence: (bias: string, lower: string, upper: string) =>
    `On average the camera differed from the phone by ${bias}; of 100 moments 95 are to be expected between ${lower} and ${upper}.`,
  offset: (seconds: string) => `The recording was laid over the session by itself: offset ${seconds} s.`,
  screens: {
    out: 'The screen faced away from the body; that was found from the curves, too.',
    in: 'The screen faced the body; that was found from the curves, too.',
  } satisfies Readonly<Record<ScreenFacing, string>>,
  screensGiven: {
    out: 'The screen faced away from the body, as you said.',
    in: 'The screen faced the body, as you said.',
  } satisfies Readonly<Record<ScreenFacing, string>>,
  heldOut: (r: string, lower: string, upper: string) =>
    `Moments are matched by time alone, but the offset is where the two fit best. As a check each half of the session was placed by the other half: r ${r}, limits ${lower} to ${upper}.`,
  notHeldOut:
    'Moments are matched by time alone, but the offset is where the two fit best, so these figures are the most favourable ones. The halves of this session are too short or too even to check that.',
  drift: (perMinute: string) =>
    `The difference changed by ${perMinute} a minute: one of the two drifts, or the phone has slipped.`,
  badRows: (rows: number) =>
    rows === 1
      ? 'One row of the file could not be read and was left out.'
      : `${rows} rows of the file could not be read and were left out.`,
  limit:
    'The phone’s zero is the quietest two seconds of standing. A phone that sits beside the middle of the back mixes bending forward into the tilt.',
} as const;

export const sensorFileFaults = {
  unreadable: {
    title: 'This recording is out of reach',
    todo: 'It may have been moved or deleted. Choose it again.',
  },
  'too-large': {
    title: 'This recording is too large',
    todo: 'Record one session alone, at a hundred rows a second or fewer.',
  },
  'no-table': {
    title: 'This is no sensor recording',
    todo: 'Choose the CSV file that a logger app has exported: a table whose first column is the time. A ZIP has to be unpacked first.',
  },
  'no-gravity': {
    title: 'There is no gravity in this recording',
    todo: 'Record Gravity or Orientation (the rotation vector). Acceleration alone does not tell a tilt from a movement.',
  },
  'not-gravity': {
    title: 'This is acceleration, not gravity',
    todo: 'Choose the file Gravity.csv or Orientation.csv of the same recording.',
  },
  damaged: {
    title: 'Most of this file cannot be read',
    todo: 'Export the recording from the logger app again, as CSV.',
  },
  'too-short': {
    title: 'This recording is too short',
    todo: 'It has to be at least ten seconds long, with five rows a second or more.',
  },
} as const satisfies Record<SensorFileFault, Advice>;

export const sensorRefusals = {
  'no-curve': {
    title: 'The camera measured too little of the pelvis',
    todo: 'Choose a session in which you stood in front of the camera for longer; lying in the side plank does not count.',
  },
  'phone-flat': {
    title: 'The phone lay flat all the time',
    todo: 'Wear it upright, flat against the back of the pelvis, and record again.',
  },
  'too-still': {
    title: 'The pelvis hardly moved',
    todo: 'There is nothing to compare in this session. Record one with hip hikes or a march.',
  },
  'no-overlap': {
    title: 'The recording covers less than half of this session',
    todo: 'Choose the recording of this session. Start the phone before the camera, and stop it afterwards.',
  },
  'no-match': {
    title: 'The two do not show the same movement',
    todo: 'Choose the recording of this session. If it is, the phone may have slipped, or the camera saw too little.',
  },
  ambiguous: {
    title: 'The two fit in more than one way',
    todo: 'The movement is too even to tell which repetition is which. Move unevenly once, for example one hip hike alone before the set, and record again.',
  },
} as const satisfies Record<SensorRefusal, Advice>;
