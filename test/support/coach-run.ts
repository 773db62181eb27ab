import { coach as words } from '../../src/ui/messages/en/coach';
import { startCoach, stepCoach } from '../../src/core/coach/coach';
import type { CoachConfig, CoachInput, Cue } from '../../src/core/coach/cue';
import type { CueText, Prescription } from '../../src/core/exercise/definition';
import type { FAULT_IDS } from '../../src/core/terms/ids';
import { millis } from '../../src/core/units';
import { exerciseName } from '../../src/exercises/cards';
import { aRep, clean } from './set-builders';

/** Whatever a coach hears of. */
export type Event = CoachInput['events'][number];

export const CONFIG: CoachConfig = {
  words,
  nameOf: exerciseName,
  equipmentOf: () => null,
  newViewOf: () => null,
  saySide: 'on-change',
};
export const EACH_SIDE: Prescription = {
  kind: 'reps',
  reps: 10,
  order: 'each-side',
  sets: 3,
  firstSide: 'right',
  restS: 30,
};

/** A repetition, counted at a time. */
export const countedAt = (timeMs: number, n: number, side: 'left' | 'right', verdicts = clean()): Event => ({
  kind: 'rep-counted',
  atMs: millis(timeMs),
  rep: aRep({ n, side, countedAtMs: millis(timeMs), verdicts }),
});

/** A fault, raised at a time. */
export const raisedAt = (
  timeMs: number,
  fault: (typeof FAULT_IDS)[number],
  side: 'left' | 'right' | null,
): Event => ({
  kind: 'fault-raised',
  atMs: millis(timeMs),
  fault,
  side,
});

/** Runs the coach at 20 frames a second and gives every cue. Each event arrives on the first frame at or after it. */
export function coach(
  events: readonly Event[],
  options: {
    untilMs?: number;
    prescription?: Prescription | null;
    live?: (atMs: number) => CoachInput['live'];
    config?: CoachConfig;
    betweenSets?: CueText | null;
  } = {},
): readonly Cue[] {
  const { untilMs = 12_000, prescription = null, live = () => null, config = CONFIG } = options;
  const { betweenSets = null } = options;
  const waiting = [...events];
  const cues: Cue[] = [];
  let state = startCoach();
  for (let time = 0; time <= untilMs; time += 50) {
    const due = waiting.filter((event) => event.atMs <= time);
    waiting.splice(0, due.length);
    const exercise = { id: 'hip-hike', cues: {}, prescription, betweenSets } as const;
    const step = stepCoach(state, { atMs: millis(time), exercise, events: due, live: live(time) }, config);
    state = step.state;
    cues.push(...step.cues);
  }
  return cues;
}

/** What is said, and when. */
export const spoken = (cues: readonly Cue[]): [number, string][] =>
  cues.flatMap((cue) => (cue.speech === null ? [] : [[cue.atMs, cue.speech.text] as [number, string]]));
/** What sounds, and when. */
export const tones = (cues: readonly Cue[]): [number, string][] =>
  cues.flatMap((cue) => (cue.tone === null ? [] : [[cue.atMs, cue.tone] as [number, string]]));
