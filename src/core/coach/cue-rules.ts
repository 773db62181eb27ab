import type { FaultId } from '../terms/ids';
import type { CueKind } from './cue';

/** How one kind of cue is rationed. */
export interface CueRule {
  /** Lower speaks first when two wait for the voice. */
  readonly rank: number;
  /** How long its speech may wait for the voice; then only its tone and banner were given. */
  readonly keepMs: number;
  /** The same cue is not said again within this time. */
  readonly coolDownMs: number;
  /** Its tone is not given again for the same cue within this time. */
  readonly toneGapMs: number;
  readonly reason: string;
}

/**
 * Who speaks first, how long a cue stays worth saying, how often it is said.
 *
 * Cues about a moment (a count, a fault, a second of a countdown) go stale within a second and are dropped. Cues about
 * a state that lasts (switch sides, tracking lost) are as true two seconds later, and missing them would cost the
 * person the set: they wait for the longest utterance there is.
 */
export const CUE_RULES: Readonly<Record<CueKind, CueRule>> = {
  switch: {
    rank: 0,
    keepMs: 2500,
    coolDownMs: 0,
    toneGapMs: 0,
    reason:
      'Happens once per side. Says the last count itself, so that nothing is left for the count to say.',
  },
  lost: {
    rank: 1,
    keepMs: 2500,
    coolDownMs: 10_000,
    toneGapMs: 10_000,
    reason: 'While nobody is seen nothing is counted; unsaid, a whole set is lost. Repeated while it lasts.',
  },
  fault: {
    rank: 2,
    keepMs: 1000,
    coolDownMs: 8000,
    toneGapMs: 2000,
    reason:
      'Can be corrected only now, whereas the count also ticks and stands on the screen: it outranks the count. Eight seconds are two to three repetitions: time to try before hearing it again.',
  },
  hold: { rank: 3, keepMs: 1000, coolDownMs: 0, toneGapMs: 0, reason: 'The clock starts, stops or goes on.' },
  count: {
    rank: 4,
    keepMs: 250,
    coolDownMs: 0,
    toneGapMs: 0,
    reason:
      'A number said later than a quarter of a second belongs to the next repetition; the tick was on time.',
  },
  countdown: {
    rank: 5,
    keepMs: 250,
    coolDownMs: 0,
    toneGapMs: 0,
    reason: 'A late second is a wrong second.',
  },
  partial: {
    rank: 6,
    keepMs: 1000,
    coolDownMs: 8000,
    toneGapMs: 0,
    reason:
      'Every partial sounds, so that a missing count is explained at once; the words come now and then.',
  },
  recognition: {
    rank: 7,
    keepMs: 1000,
    coolDownMs: 10_000,
    toneGapMs: 10_000,
    reason: 'Doubt may come and go from frame to frame; said once it is known.',
  },
  ready: {
    rank: 8,
    keepMs: 1000,
    coolDownMs: 15_000,
    toneGapMs: 15_000,
    reason: 'Worth saying when work begins.',
  },
  praise: {
    rank: 9,
    keepMs: 1000,
    coolDownMs: 30_000,
    toneGapMs: 0,
    reason: 'Rare, or it is worth nothing. Cut by whatever else is to be said.',
  },
  debrief: {
    rank: 10,
    keepMs: 20_000,
    coolDownMs: 0,
    toneGapMs: 0,
    reason:
      'What the set came to. Said in the rest, when its end and what to do have been said: between two exercises that takes longest. Cut only by the work that begins.',
  },
  setup: {
    rank: 11,
    keepMs: 1000,
    coolDownMs: 7000,
    toneGapMs: 0,
    reason:
      'What to do before the work begins. Said again when nothing changes; cut by the countdown, which makes it untrue.',
  },
};

/** What may be cut off in the middle of a word by anything else: half of it lost harms nobody. */
export const CUTTABLE: readonly CueKind[] = ['praise', 'setup'];

/** What belongs to the work: it cuts what is still being said of the set before, and nothing else does. */
export const OF_WORK: readonly CueKind[] = ['switch', 'fault', 'count', 'hold', 'lost'];

/** What is said of a moment in a set, and is not true of the rest that follows it. */
export const OF_SET: readonly CueKind[] = [
  'fault',
  'count',
  'hold',
  'lost',
  'partial',
  'recognition',
  'ready',
  'praise',
];

/**
 * Time between two spoken fault cues, whichever they are. A fault that is worse than the last one said need not wait:
 * a collapsing knee is not silenced by a remark on the trunk.
 */
export const FAULT_GAP_MS = 4000;

/** Worst first: what loads a joint wrongly, then what spoils the exercise, then what is a matter of style. */
export const FAULT_ORDER: readonly FaultId[] = [
  'knee-collapse',
  'hip-drop',
  'stance-knee-bent',
  'not-crossed',
  'standing-tall',
  'feet-together',
  'partial-range',
  'trunk-lean',
  'too-fast',
];

/** A loss of tracking shorter than this is not worth a word: a limb crosses, a frame is blurred. */
export const LOST_AFTER_MS = 1000;

/** Clean repetitions in a row that earn a praise. Half a set: fewer would be flattery. */
export const PRAISE_AFTER_CLEAN_REPS = 5;

/** Someone corrected a fault if the next judged repetition of that side comes within this time of the cue. */
export const CORRECTED_WITHIN_MS = 20_000;

/** Seconds of a countdown that are said as a bare number. A hold's long end is told at ten, five and the last three. */
export const COUNTDOWN_SAID_AT_S: Readonly<Record<'start' | 'rest' | 'hold', readonly number[]>> = {
  start: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
  rest: [3, 2, 1],
  hold: [5, 3, 2, 1],
};
/** Rest and hold also say what is left every so many seconds. */
export const COUNTDOWN_EVERY_S = 10;
