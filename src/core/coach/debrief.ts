import type { Hold, Rep } from '../exercise/events';
import type { DoneRep } from '../session/programme-stand';
import { repOutcome, type RepOutcome } from '../session/rep-outcome';
import { findOnset } from '../session/summary';
import type { FaultId } from '../terms/ids';
import { SIDES, toSeconds, type Millis, type Side } from '../units';
import type { CoachWords, CountedAs, DebriefWords } from './coach-words';
import type { CoachedExercise } from './cue';
import { FAULT_ORDER } from './cue-rules';
import { faultText } from './cue-text';

interface RunningHold {
  readonly side: Side;
  readonly inPositionMs: Millis;
}

/** A set that was just done. */
export interface DoneSet {
  readonly reps: readonly Rep[];
  readonly holds: readonly Hold[];
  /** A hold that still runs as the set is done: its time reached what was asked for. */
  readonly running: RunningHold | null;
  /** Its repetitions from before it was interrupted: counted, and not told again in detail. */
  readonly carried: readonly DoneRep[];
}

/** What is told of a set in the rest: one thing that was good, and one to change; null where there is nothing to say. */
export interface Debrief {
  readonly good: string | null;
  readonly change: string | null;
}

export const NO_DEBRIEF: Debrief = { good: null, change: null };

/** What the judged repetitions of a set come to, in two sentences. Only what was judged is said, and of the leg at fault. */
export function debriefSet(set: DoneSet, exercise: CoachedExercise | null, words: CoachWords): Debrief {
  const isHeld = set.holds.length > 0 || set.running !== null;
  return isHeld ? debriefHolds(set, exercise, words) : debriefReps(set, exercise, words);
}

/** As it is said; null when there is nothing to say. */
export const debriefSpeech = ({ good, change }: Debrief): string | null =>
  [good, change].filter((sentence) => sentence !== null).join(' ') || null;

function debriefReps(set: DoneSet, exercise: CoachedExercise | null, words: CoachWords): Debrief {
  const outcomes = [...set.carried.map(({ judged }) => judged), ...set.reps.map(repOutcome)];
  return { good: goodOfReps(outcomes, words.debrief), change: changeOfReps(set, exercise, words) };
}

function goodOfReps(outcomes: readonly RepOutcome[], words: DebriefWords): string | null {
  const total = outcomes.length;
  const clean = outcomes.filter((outcome) => outcome === 'clean').length;
  const judged = outcomes.filter((outcome) => outcome !== 'unjudged').length;
  if (total === 0) return null;
  if (judged === 0) return words.noneJudged(total);
  if (clean === 0) return words.noneClean(total);
  return clean === total ? words.allClean(total) : words.someClean(clean, judged, total);
}

/** A fault of one leg (null: of the body as a whole), and the repetitions that had it. */
interface Found {
  readonly fault: FaultId;
  readonly leg: Side | null;
  readonly reps: readonly Rep[];
}

/** The fault that was there most often; of two as frequent the worse. */
function worstOf(reps: readonly Rep[]): Found | null {
  const found = FAULT_ORDER.flatMap((fault) =>
    [...SIDES, null].map((leg): Found => ({
      fault,
      leg,
      reps: reps.filter(({ verdicts }) => {
        const verdict = verdicts[fault];
        return verdict?.verdict === 'fault' && (verdict.side ?? null) === leg;
      }),
    })),
  );
  return found.reduce<Found | null>(
    (worst, next) => (next.reps.length > (worst?.reps.length ?? 0) ? next : worst),
    null,
  );
}

function changeOfReps(
  { reps, carried }: DoneSet,
  exercise: CoachedExercise | null,
  words: CoachWords,
): string | null {
  const worst = worstOf(reps);
  if (worst === null) return null;
  const { fault, leg } = worst;
  const advice = (side: Side | null): string => faultText(words, exercise, fault, side).long;
  const when = whenSeen(worst, reps, countedAs(reps, carried, exercise), words.debrief);
  const isLegNamed = leg === null || advice('left') !== advice('right');
  return [advice(leg), when, ...(isLegNamed ? [] : [words.debrief.onLeg(leg)])].join(' ');
}

/** How often a fault may be told by its repetitions' numbers: more are not kept in mind while one hears them. */
const MOST_NUMBERS = 3;

function whenSeen(
  { fault, leg, reps: faulty }: Found,
  reps: readonly Rep[],
  names: Names,
  words: DebriefWords,
): string {
  const judged = reps.flatMap((rep) => {
    const verdict = rep.verdicts[fault];
    if (verdict === undefined || verdict.verdict === 'not-seen' || (verdict.side ?? null) !== leg) return [];
    return [{ n: rep.n, ofSide: rep.n, isFaulty: verdict.verdict === 'fault' }];
  });
  const nameOf = (n: number): CountedAs => names.get(n) ?? { side: null, n };
  const onset = findOnset(judged);
  if (onset?.kind === 'from') return words.began(nameOf(onset.n));
  if (faulty.length > MOST_NUMBERS) return words.often(faulty.length, reps.length);
  return words.seenIn(faulty.map(({ n }) => nameOf(n)));
}

/** What each repetition's number was called when it was counted. */
type Names = ReadonlyMap<number, CountedAs>;

/** As the coach counts: each side from one where one side is done after the other, else through the set. */
function countedAs(
  reps: readonly Rep[],
  carried: readonly DoneRep[],
  exercise: CoachedExercise | null,
): Names {
  const prescription = exercise?.prescription;
  const isPerSide = prescription?.kind === 'reps' && prescription.order === 'each-side';
  const all = [...carried.map(({ side }) => side), ...reps.map(({ side }) => side)];
  return new Map(
    reps.map(({ n, side }, index) => {
      const before = all.slice(0, carried.length + index + 1);
      const ofSide = before.filter((one) => one === side).length;
      return [n, isPerSide ? { side, n: ofSide } : { side: null, n: before.length }];
    }),
  );
}

function debriefHolds(
  { holds, running }: DoneSet,
  exercise: CoachedExercise | null,
  words: CoachWords,
): Debrief {
  const all = running === null ? holds : [...holds, running];
  const held = SIDES.flatMap((side) => {
    const own = all.filter((hold) => hold.side === side);
    const seconds = Math.floor(own.reduce((sum, { inPositionMs }) => sum + toSeconds(inPositionMs), 0));
    return own.length === 0 ? [] : [{ side, seconds }];
  });
  return { good: words.debrief.held(held), change: changeOfHolds(holds, exercise, words) };
}

function changeOfHolds(
  holds: readonly Hold[],
  exercise: CoachedExercise | null,
  words: CoachWords,
): string | null {
  const breaks = holds.flatMap(({ side, breaks: all }) => all.map(({ fault }) => ({ fault, side })));
  const found = FAULT_ORDER.flatMap((fault) =>
    SIDES.map((side) => ({
      fault,
      side,
      times: breaks.filter((one) => one.fault === fault && one.side === side).length,
    })),
  );
  const worst = found.reduce((most, next) => (next.times > most.times ? next : most));
  if (worst.times === 0) return null;
  const { fault, side, times } = worst;
  return [faultText(words, exercise, fault, side).long, words.debrief.paused(times, side)].join(' ');
}
