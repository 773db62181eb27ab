import type { CoachWords, CountedAs } from '../../../core/coach/coach-words';

const seconds = (value: number): string => (value === 1 ? '1 second' : `${value} seconds`);
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
const counted = ({ side, n }: CountedAs): string => (side === null ? `number ${n}` : `${side} ${n}`);

export const coach: CoachWords = {
  faults: {
    'hip-drop': { short: 'Hips level', long: 'The hip sinks: keep the pelvis level.' },
    'knee-collapse': {
      short: '{side} knee out',
      long: 'The {side} knee falls inward: press it out over the foot.',
    },
    'trunk-lean': { short: 'Stay upright', long: 'The trunk leans: stay tall.' },
    'partial-range': { short: 'Go deeper', long: 'Use the whole range of the movement.' },
    'stance-knee-bent': { short: 'Straighten {side} knee', long: 'Keep the {side} knee straight.' },
    'standing-tall': { short: 'Sit lower', long: 'Stay in a shallow squat all the time.' },
    'feet-together': { short: 'Feet apart', long: 'Keep the band tight: do not close the feet.' },
    'not-crossed': { short: 'Cross further', long: 'Step further behind and across.' },
    'too-fast': { short: 'Slower', long: 'Take your time on the way down.' },
  },
  partials: {
    'not-deep-enough': { short: 'Not counted: deeper', long: 'Not counted: go deeper.' },
    'not-crossed': { short: 'Not counted: cross over', long: 'Not counted: step further behind and across.' },
    'not-lifted': { short: 'Not counted: higher', long: 'Not counted: lift higher.' },
    'not-lowered': { short: 'Not counted: lower first', long: 'Not counted: let the hip down first.' },
    'not-travelled': { short: 'Not counted: step on', long: 'Not counted: let the other foot follow.' },
    interrupted: { short: 'Not counted', long: 'Not counted: the movement broke off.' },
  },
  lost: {
    'not-tracked': { short: "I can't see you", long: 'Step back into the picture.' },
    'turned-away': { short: 'Face the camera', long: 'Turn to face the camera.' },
    'out-of-picture': { short: 'Step back', long: 'Part of you is outside the picture: step back.' },
    'too-dark': { short: 'Too dark', long: 'Too dark to see you: switch on a light.' },
    'too-uncertain': { short: "I can't see well", long: 'The camera cannot see you well enough.' },
    'no-stance-yet': {
      short: 'Stand still',
      long: 'Stand still for a moment, so that your own stance can be measured.',
    },
    'other-person': {
      short: 'Someone is in view',
      long: 'Someone else is in the picture: counting waits for you.',
    },
  },
  regained: { short: 'I see you', long: 'You are in the picture again.' },
  ready: { short: 'Ready', long: 'Ready: begin.' },
  hold: { short: 'Hold', long: 'Hold.' },
  timerOn: { short: 'Timer on', long: 'The timer goes on.' },
  timerPaused: 'Timer paused',
  timerPausedWhy: (why) => `Timer paused. ${why}`,
  held: (value) => ({ short: `Held ${seconds(value)}`, long: `Held ${seconds(value)}.` }),
  better: { short: 'Better', long: 'Better: that was clean.' },
  goodForm: (reps) => ({ short: 'Good form', long: `${reps} clean repetitions in a row.` }),
  recognised: (exercise) => ({ short: exercise, long: `${exercise}.` }),
  otherExercise: (exercise) => ({
    short: 'Other exercise',
    long:
      exercise === null
        ? 'Not counted: this is another movement.'
        : `Not counted: this looks like ${exercise}.`,
  }),
  unsure: (exercises) => ({
    short: 'Not sure what this is',
    long: exercises.length === 0 ? 'Not sure what this is.' : `Not sure: ${exercises.join(' or ')}?`,
  }),
  countOf: (side, n) => `${side} ${n}`,
  changeSide: (to) => ({ short: `Now ${to}`, long: `Now the ${to} side.` }),
  nextExercise: (name, equipment) => ({
    short: equipment === null ? `Next: ${name}` : `Next: ${name}. Equipment: ${equipment}`,
    long: `Next: ${name}.`,
  }),
  moveCamera: {
    'standing-front': 'Put the camera back at hip height',
    'lying-side': 'Put the camera on the floor, and lie across the picture',
  },
  getInPlace: (exercise) => ({ short: exercise, long: `${exercise}: get in place.` }),
  beginSet: (n) => ({ short: `Set ${n}, go`, long: `Set ${n}: begin.` }),
  setDone: (n, of) => ({ short: 'Rest', long: `Set ${n} of ${of} done. Rest.` }),
  allDone: { short: 'All done', long: 'All sets done.' },
  holdLeft: (value) => ({
    short: `${seconds(value)} left. Up again when you are ready`,
    long: `${seconds(value)} left. Up again when you are ready.`,
  }),
  go: { short: 'Go', long: 'Go.' },
  secondsToGo: (value) => `${value} seconds to go`,
  debrief: {
    noneJudged: (total) => `${total} done. Too little was seen to call them clean.`,
    noneClean: (total) => `${total} done.`,
    allClean: (total) => (total === 1 ? 'It was clean.' : `All ${total} were clean.`),
    someClean: (clean, judged, total) => {
      const was = clean === 1 ? 'was' : 'were';
      return judged === total
        ? `${clean} of ${total} ${was} clean.`
        : `${clean} of the ${judged} that could be judged ${was} clean.`;
    },
    began: (first) => `It began with ${counted(first)}: you may be getting tired.`,
    often: (faulty, total) => `That was in ${faulty} of ${total}.`,
    seenIn: (reps) => `That was in ${listed(reps.map(counted))}.`,
    onLeg: (side) => `On the ${side} leg.`,
    held: (sides) => `You held ${listed(sides.map((one) => `${one.seconds} seconds on the ${one.side}`))}.`,
    paused: (times, side) =>
      `That paused the timer ${times === 1 ? 'once' : `${times} times`} on the ${side}.`,
  },
};
