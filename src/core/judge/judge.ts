import type { Attempt, SettledAttempt } from '../exercise/attempt';
import type { Check, MeasuredCheck } from '../exercise/checks';
import type { LiveStatus } from '../exercise/definition';
import type { ExerciseEvent, Rep, Verdict } from '../exercise/events';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { createTimeWindow } from '../signal/quantile';
import type { FaultId } from '../terms/ids';
import { millis, type Millis } from '../units';
import { spanOf } from './judged-signal';
import {
  judgeInSet,
  readAttempt,
  readingsOf,
  unjudgedRep,
  wholeRepVerdicts,
  type CheckReadings,
} from './judgement';
import { createLiveWatch, type Raised } from './live-watch';

/**
 * The one judge of a set. Evidence of every kind goes in (geometry, movement model, the set's other repetitions), and for each leg
 * that is judged one verdict with one number and its deviation comes out. What a body, its clothes and the camera add to a reading is
 * the same in every repetition, so each repetition says something about the others: the first ones are judged again when
 * later ones have come.
 */
export interface Judge {
  /** Remembers a frame; before anything is settled in it. */
  see(frame: KinematicFrame): void;
  /** The repetition that is under way. @returns what became sure within it in this frame */
  watch(frame: KinematicFrame, running: Attempt | null): readonly ExerciseEvent[];
  /**
   * A repetition or a partial one is over: the event that says so with its verdicts, the faults that only its end made sure, and
   * what it changes about earlier ones.
   *
   * @param n its number within the set
   * @param atMs the frame that made it known
   */
  settle(finished: SettledAttempt, n: number, atMs: Millis): readonly ExerciseEvent[];
  /** It was another movement: what was raised in it is forgotten. */
  discard(): void;
  /** The frames are gone through again from an earlier one on. */
  rewind(): void;
  /** Faults that are raised at this moment. */
  live(): LiveStatus['faults'];
  /** The set is over: earlier repetitions as all of it shows them. */
  finish(atMs: Millis): readonly ExerciseEvent[];
}

/** Longer than any repetition. */
const MEMORY_MS = millis(15_000);
/** A number that moves by less than this is worth no revision while the set runs. Degrees. */
const REVISED_FROM = 1;
/** At the end of the set every number that is shown or kept is the last one. Degrees. */
const REVISED_AT_END_FROM = 0.05;

interface Judged {
  readonly rep: Rep;
  readonly readings: CheckReadings;
}

/** One judge serves one set. */
export function createJudge(checks: readonly Check[]): Judge {
  const measured = checks.filter((check): check is MeasuredCheck => check.kind === 'measured');
  const memory = createTimeWindow<KinematicFrame>(MEMORY_MS);
  let judged: readonly Judged[] = [];

  const framesOf = (startMs: Millis, endMs: Millis): readonly KinematicFrame[] =>
    memory.entries
      .map(({ value }) => value)
      .filter(({ timestampMs }) => timestampMs >= startMs && timestampMs <= endMs);
  const allReadings = (): readonly CheckReadings[] => judged.map(({ readings }) => readings);
  const live = createLiveWatch(measured, (check) => readingsOf(allReadings(), check), framesOf);

  /** Judges all earlier repetitions again. */
  const revise = (atMs: Millis, fromDeg: number): readonly ExerciseEvent[] => {
    const before = judged;
    judged = reviseAll(measured, before, fromDeg);
    return judged.flatMap(({ rep }, i) =>
      rep === before[i]?.rep ? [] : [{ kind: 'rep-revised', atMs, rep } as const],
    );
  };

  return {
    see(frame) {
      memory.push(frame, frame.timestampMs);
    },
    watch: (frame, running) => live.step(frame, running),
    settle({ attempt, outcome, endMs }, n, atMs) {
      const isRep = outcome.kind !== 'partial';
      const readings = readAttempt(measured, attempt, framesOf(attempt.startMs, endMs));
      const all = isRep ? [...allReadings(), readings] : allReadings();
      const { verdicts, ...found } = judgeInSet(measured, readings, all);
      const rep: Rep = {
        ...unjudgedRep(attempt, n, endMs, atMs),
        verdicts: { ...verdicts, ...wholeRepVerdicts(checks, attempt, isRep) },
        ...found,
      };
      const spans = faultSpans(rep, checks, live.take(), atMs);
      if (outcome.kind === 'partial')
        return [...spans, { kind: 'rep-partial', atMs, partial: { ...rep, why: outcome.why } }];
      judged = [...judged, { rep, readings }];
      const revised = revise(atMs, REVISED_FROM);
      return [{ kind: 'rep-counted', atMs, rep }, ...spans, ...revised.filter((event) => !isOf(event, n))];
    },
    discard: () => {
      live.take();
    },
    rewind() {
      memory.clear();
      live.take();
    },
    live: () => live.faults(),
    finish: (atMs) => revise(atMs, REVISED_AT_END_FROM),
  };
}

/** The repetitions of a set as all of it shows them now; one whose number moved by no more than `fromDeg` stays as it is. */
function reviseAll(
  checks: readonly MeasuredCheck[],
  judged: readonly Judged[],
  fromDeg: number,
): readonly Judged[] {
  const all = judged.map(({ readings }) => readings);
  return judged.map((known) => {
    const { verdicts, ...found } = judgeInSet(checks, known.readings, all);
    const rep = { ...known.rep, verdicts: { ...known.rep.verdicts, ...verdicts }, ...found };
    return differs(known.rep, rep, fromDeg) ? { ...known, rep } : known;
  });
}

const isOf = (event: ExerciseEvent, n: number): boolean => event.kind === 'rep-revised' && event.rep.n === n;

/** Whether two judgements of one repetition differ: in a verdict, or in a number or a line by more than `fromDeg`. */
function differs(before: Rep, after: Rep, fromDeg: number): boolean {
  const words = ({ verdicts, legs = {} }: Rep): string =>
    JSON.stringify(
      [...Object.values(verdicts), ...Object.values(legs).flat()].map(({ verdict, side }) => [verdict, side]),
    );
  const numbers = ({ judged = [] }: Rep): readonly number[] =>
    judged.flatMap(({ lineDeg, samples }) => [
      lineDeg,
      samples.reduce((most, { deg }) => Math.max(most, deg), -Infinity),
    ]);
  const now = numbers(after);
  return (
    words(before) !== words(after) ||
    numbers(before).some((was, index) => Math.abs(was - (now[index] ?? was)) > fromDeg)
  );
}

/** What was found of a check: leg by leg where legs are judged. */
const verdictsOf = (rep: Rep, fault: FaultId): readonly Verdict[] => {
  const whole = rep.verdicts[fault];
  return rep.legs?.[fault] ?? (whole ? [whole] : []);
};

/** The spans of a repetition's faults; those that were not said before are raised now. */
function faultSpans(
  rep: Rep,
  checks: readonly Check[],
  raised: readonly Raised[],
  atMs: Millis,
): readonly ExerciseEvent[] {
  return checks.flatMap((check) =>
    verdictsOf(rep, check.fault).flatMap((verdict): readonly ExerciseEvent[] => {
      if (verdict.verdict !== 'fault') return [];
      const { fault } = check;
      const side = verdict.side ?? null;
      const said = raised.find((one) => one.fault === fault && one.side === side);
      const span = spanOf(rep, check, verdict, said?.atMs ?? atMs);
      return [
        ...(said ? [] : [{ kind: 'fault-raised', atMs, fault, side } as const]),
        { kind: 'fault-ended', atMs, span },
      ];
    }),
  );
}
