import type { CommandPhrases } from '../../../core/session/spoken-command';
import type { SetupCheckId, SetupHint } from '../../model/setup-gate';

/** The set-up checks: a quiet label, and the sentence that says what to do, large and aloud. */
export const setup = {
  person: { label: 'You are in view', todo: 'Step into the picture' },
  whole: { label: 'Head to feet in the picture', todo: 'Step back until your feet show' },
  distance: { label: 'Good distance', todo: 'Come a little closer' },
  light: { label: 'Enough light', todo: 'Turn a light on in front of you' },
  still: { label: 'Standing quietly', todo: 'Stand still, feet under your hips' },
} as const satisfies Record<SetupCheckId, { label: string; todo: string }>;

export const setupLying = {
  ...setup,
  whole: { label: 'Head to heels in the picture', todo: 'Move back until your heels show' },
  still: { label: 'In place', todo: 'Lie on your side, facing the camera' },
} as const satisfies Record<SetupCheckId, { label: string; todo: string }>;

/** What to do where it is known what is wrong. */
export const setupHints = {
  other: 'Someone else is in view: ask them to step out',
  aside: 'Step to the middle of the picture',
  turned: 'Turn to face the camera',
  tilted: 'The picture is tilted: set the camera level',
  backlit: 'The light is behind you: draw the curtain, or turn the camera',
} as const satisfies Record<SetupHint, string>;

/** Where the steps of an exercise that travels go. */
export const way = {
  start: { left: 'Start farther left', right: 'Start farther right' },
  turn: {
    short: (steps: number) => `Turn after ${steps} steps`,
    long: (room: number, of: number) => `Only ${room} of ${of} fit in the picture; step back for more.`,
  },
  noRoom: 'Step back: the steps do not fit in the picture',
} as const;

/** Why the session stands still: said, and shown with what to do. */
export const pauses = {
  asked: { spoken: 'Paused', title: 'Paused', todo: 'Raise one hand, or press the button, to go on.' },
  hidden: {
    spoken: 'Paused',
    title: 'Paused',
    todo: 'The tab was hidden. Raise one hand, or press the button, to go on.',
  },
  absent: {
    spoken: 'Paused. I cannot see you',
    title: 'Nobody is in the picture',
    todo: 'Come back into the picture and stand still: it goes on by itself.',
  },
  ending: {
    spoken: 'End the session? Raise one hand to go on, both to end',
    title: 'End the session?',
    todo: 'Everything that was counted is kept. Raise one hand to go on, both hands to end.',
  },
  goOn: 'Go on',
  cameraOff: 'Paused for a minute: the camera is off',
  cameraOffTodo: 'The camera was switched off after a minute. Press the button to go on.',
  endNow: 'End and review',
} as const;

/** What a sign given with raised hands will do when it is held. */
export const signs = {
  pause: 'Pause',
  goOn: 'Go on',
  begin: 'Next set now',
  repeat: 'Repeat the set',
  end: 'End',
} as const;

/** The proof of left and right: it can be left out, and nothing waits for it. */
export const hands = {
  open: 'Right hand raised (optional)',
  proved: 'Left and right are proved',
  doubted: 'The left hand was seen',
  invite: 'If you like, hold your right hand high: it proves left and right.',
  wrong: {
    title: 'That was your left hand',
    todo: 'If it was your right one, your camera mirrors: switch that off in its own program.',
  },
} as const;

/** While it is not sure which exercise is being done. */
export const offer = {
  question: 'Which one is it?',
  press: (key: number, name: string) => `Press ${key} for ${name}.`,
} as const;

/** Between two sets, and between two exercises. */
export const rest = {
  next: 'Next',
  go: 'Start now',
  more: '30 s more',
  first: { left: 'The left side first.', right: 'The right side first.' },
  needed: (things: string) => `You need: ${things}`,
  counted: (reps: number) => `Hipline: ${reps}`,
} as const;

/** How much is said and how loud, in a pause or a rest. */
export const sound = {
  title: 'Sound',
  says: 'The voice says',
  voice: 'Volume of the voice',
  tones: 'Volume of the tones',
} as const;

/** In the work: the light makes it hard to see. */
export const lighting = {
  dark: { title: 'It is too dark', spoken: 'It is too dark: turn a light on in front of you' },
  backlit: { title: 'The light is behind you', spoken: 'The light is behind you: draw the curtain' },
} as const;

/** Too few pictures come to count exactly. */
export const slow = {
  spoken: 'Too slow to count surely',
  title: 'Too few pictures to count surely',
  faster: 'Use the faster model',
} as const;

/** What a session can be told by voice: phrases parted by commas, the first of which is shown. */
export const commands = {
  start: 'start, begin',
  pause: 'pause, stop',
  goOn: 'go on, continue, resume',
  next: 'next',
  repeat: 'again, repeat',
  end: 'end, finish',
} as const satisfies CommandPhrases;

/** At the end of a session, before the review. */
export const done = { title: 'All done', review: 'See the review' } as const;

/** What the person wants otherwise than prescribed. */
export const ownPlan = {
  title: 'Make it yours',
  reps: 'Repetitions',
  holdS: 'Seconds to hold',
  sets: 'Sets',
  restS: 'Seconds of rest',
  order: 'Order',
  eachSide: 'One side first',
  alternating: 'Alternating',
  firstSide: 'Begin with',
  reset: 'Back to the prescription',
} as const;

/** Two repetitions of the set side by side. */
export const compared = { best: 'Your best', worst: 'To change' } as const;

export const tooNear = 'Step back a little';
