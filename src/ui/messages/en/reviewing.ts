import type { Side } from '../../../core/units';
import type { Outcome } from '../../model/review-view';
import { count } from '../../model/format';

const reps = (value: number): string => count(value, 'repetition');
const often = (times: number): string => (times === 1 ? 'once' : `${times} times`);

/** What a session comes to, and each leg in it. */
export const headline = {
  allClean: (total: number) => `${reps(total)}, every one clean.`,
  noneJudged: (total: number) => `${reps(total)} counted; nothing was found in what the camera could judge.`,
  someJudged: (total: number, clean: number) =>
    `${reps(total)}, ${clean} clean; nothing was found in the others as far as they were judged.`,
  /** @param legs the legs that had one */
  hadFault: (flagged: number, total: number, legs: readonly Side[]) => {
    const found = `${flagged} of ${reps(total)} had a fault.`;
    if (legs.length === 2) return `${found} Look at both legs.`;
    return legs[0] ? `${found} Look at the ${legs[0]} leg.` : found;
  },
  nothing: 'Nothing was counted.',
  /** @param what how the hips did meanwhile */
  held: (inPosition: string, what: string) => `${inPosition} in position, ${what}.`,
  legNotJudged: 'Not judged.',
  legFine: (judged: number) => `Nothing found in ${count(judged, 'judged repetition')}.`,
  wholeBody: 'Whole body',
  /** @param what a leg's words of a fault, "Standing on the left, the pelvis sank" */
  foundOfLeg: (what: string, flagged: number, judged: number, worst: string | null) =>
    `${what} on ${flagged === judged ? `every one of ${judged}` : `${flagged} of ${judged}`}${worst === null ? '' : `, at worst ${worst}`}.`,
  /** @param what a fault's name */
  foundOfBody: (what: string, flagged: number, judged: number) =>
    `${what}: ${flagged === judged ? `every one of ${judged}` : `${flagged} of ${judged}`}.`,
  couldNotJudge: (parts: readonly string[]) => `The camera could not judge: ${parts.join('; ')}.`,
  openPart: (fault: string, open: number, all: number, reasons: readonly string[]) =>
    `${fault} ${open === all ? 'at all' : `${open} of ${all} times`} (${reasons.join(', ')})`,
} as const;

/** Of a hold: lying on a side, or standing on a leg. */
export const holds = {
  lying: {
    sides: { left: 'Left side down', right: 'Right side down' },
    level: 'the hips stayed in line',
    sank: (times: number) => `the hips sagged ${often(times)}`,
    tile: 'Hips sagged',
    why: 'hips sagged',
  },
  standing: {
    sides: { left: 'Standing on the left', right: 'Standing on the right' },
    level: 'the pelvis stayed level',
    sank: (times: number) => `the pelvis sank ${often(times)}`,
    tile: 'Pelvis sank',
    why: 'pelvis sank',
  },
} as const;

/** What came of a repetition: a few words, and a sentence. */
export const outcomes = {
  words: {
    clean: 'clean',
    partly: 'nothing found',
    'not-seen': 'not judged',
    partial: 'partial',
  } satisfies Record<Exclude<Outcome, 'fault'>, string>,
  notCounted: (why: string) => `Not counted: ${why}.`,
  clean: 'Clean in everything that is judged.',
  partly: 'Nothing found in what was judged.',
  notSeen: 'Nothing was judged.',
  found: (faults: readonly string[]) => `Found: ${faults.join('; ')}.`,
  couldNotJudge: (faults: readonly string[]) => `Could not judge: ${faults.join('; ')}.`,
  partial: 'Partial',
  repetition: (n: number) => `Repetition ${n}`,
  repetitionOf: (n: number, side: Side) => `Repetition ${n}${side === 'left' ? 'L' : 'R'}`,
  /** A repetition's number and side in one word. */
  short: (n: number, side: Side) => `${n}${side === 'left' ? 'L' : 'R'}`,
  letters: { left: 'L', right: 'R' },
  hold: (n: number) => `Hold ${n}`,
  nothingFound: (name: string) => `${name}: nothing found`,
} as const;

/** Checks over a whole set. */
export const patternWords = {
  always: (what: string) => `${what} in every repetition.`,
  throughout: (what: string) => `${what} from the first repetitions on.`,
  from: (what: string, n: number) => `${what} from repetition ${n} on.`,
  /** @param more what the leg does, within a sentence */
  difference: (difference: string, more: string, less: string) =>
    `${difference} more ${more} than ${less}: a clear difference.`,
  notJudged: (reps: number) => `${reps} not judged`,
  flagged: (flagged: number, judged: number, notSeen: number) =>
    `${flagged === 0 ? 'none' : flagged} of ${judged} flagged${notSeen === 0 ? '' : `, ${notSeen} not judged`}`,
  mean: (value: string) => `${value} on average`,
} as const;

/** Sets side by side, and the table of the printed page. */
export const tables = {
  asTable: (name: string) => `${name} as a table`,
  inPosition: 'In position',
  counted: 'Counted',
  clean: 'Clean',
  of: (some: number, all: number) => `${some} of ${all}`,
  eachTook: 'Each took',
  withWorst: (some: number, all: number, worst: string) => `${some} of ${all}, worst ${worst}`,
  noneOf: (all: number) => `none of ${all}`,
  notJudged: 'not judged',
  notMeasured: 'not measured',
  leg: 'Leg',
  held: 'Held in position',
  longest: 'Longest',
  firstDropAfter: 'First drop after',
  noDrop: 'no drop',
  cleanOfJudged: (clean: number, judged: number) => `${clean} of ${judged} judged`,
  flaggedOf: (flagged: number, judged: number) => `${flagged} of ${judged} flagged`,
  withMean: (flagged: string, mean: string) => `${flagged}; mean ${mean}`,
  day: 'Day',
  repetition: 'Repetition',
  largest: 'Largest',
  likely: '95 of 100 true values lie',
  between: (low: string, high: string) => `${low} to ${high}`,
  flaggedFrom: 'Flagged from',
  at: 'At',
  side: 'Side',
  from: 'From',
  took: 'Took',
  saw: 'What the camera saw',
  partial: (n: number) => `partial ${n}`,
  sideBySide: 'The sets side by side',
  tableOf: (name: string) => `${name}, table`,
  set: 'Set',
  setN: (n: number) => `Set ${n}`,
  byExercise: 'Exercise by exercise',
  repsAsTable: 'The repetitions as a table',
} as const;

/** The curves of what was judged. */
export const curves = {
  'hip-drop': {
    title: 'Pelvis',
    reading: 'degrees below level on the free side, or below the straight line',
  },
  'knee-collapse': { title: 'Knees', reading: 'degrees inward' },
  flaggedFrom: (value: string, line: string) => `${value} (flagged from ${line})`,
  unseen: 'The camera did not see this surely enough to draw it.',
  peaks: (exercise: string, fault: string) =>
    `${exercise}: ${fault} of each repetition. The table has the sums.`,
  trend: (measure: string, sessions: number) =>
    `${measure}, left and right leg, over ${sessions} sessions. The table has the numbers.`,
} as const;

/** The tiles over a set. */
export const stats = {
  counted: 'Counted',
  clean: 'Clean',
  of: (all: number) => `of ${all}`,
  tempo: 'Tempo',
  partial: (reps: number) => `${reps} partial`,
  /** @param reps how each side was counted */
  countedNote: (reps: readonly string[], own: number | null) =>
    `${reps.join(' · ')}${own === null ? '' : `. You counted ${own}`}`,
  nothingToJudge: 'nothing to judge',
  everythingJudged: 'everything was judged',
  flaggedNotAllJudged: 'of the flagged ones not everything was judged',
  noneJudged: 'the camera could not judge them',
  notFullyJudged: (reps: number) => `${reps} the camera could not fully judge`,
  asSeen: 'as the camera saw it',
  worst: (worst: string, n: number) => `worst ${worst}, in repetition ${n}`,
  pace: (isEven: boolean, fastest: string, slowest: string) =>
    `${isEven ? 'even' : 'uneven'}, from ${fastest} to ${slowest} s each`,
  inPosition: 'in position',
  longestStretch: 'Longest stretch',
  withoutBreak: 'without a break',
  noSag: 'not that the camera saw',
  clockStood: 'the clock stood still meanwhile',
  barCounted: (counted: number, partial: number) =>
    `${counted} counted${partial > 0 ? `, ${partial} partial` : ''}`,
  barFaults: (flagged: number, judged: number) => `at fault in ${flagged} of ${judged} judged`,
} as const;

/** A set in full. */
export const setReview = {
  holds: 'Holds',
  noHold: 'No hold was seen.',
  noRep: 'No repetition was seen in this set.',
  everyRep: 'Every repetition',
  ownCount: 'Your own count',
  ownCountAbout: (left: number, right: number) =>
    `Hipline counted ${left} left and ${right} right. If you counted otherwise, say so: both numbers are kept.`,
  keepOwn: 'Keep my count',
  holdOf: (n: number, side: Side) => `Hold ${n}, ${side === 'left' ? 'Left' : 'Right'}`,
  heldUnbroken: (inPosition: string) => `${inPosition} in position, no break`,
  heldBroken: (inPosition: string, breaks: number, why: string) =>
    `${inPosition} in position, ${count(breaks, 'break')} (${why})`,
  momentOf: (at: string, length: string) => `${at} s of ${length} s`,
} as const;
