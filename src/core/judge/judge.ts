import type { Attempt, SettledAttempt } from '../exercise/attempt';
import type { Check, MeasuredCheck } from '../exercise/checks';
import type { LiveStatus } from '../exercise/definition';
import type { ExerciseEvent, JudgedSignal, LegVerdicts, Rep, Verdict, Verdicts } from '../exercise/events';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { createTimeWindow } from '../signal/quantile';
import type { FaultId } from '../terms/ids';
import { millis, type Millis } from '../units';
import { judgedSignals, spanOf } from './judged-signal';
import { createLiveWatch, type Raised } from './live-watch';
import { isRead, readCheck, type NoReading, type Reading } from './reading';
import { interpret, verdictOn, worstOf } from './verdict';

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

type CheckReadings = ReadonlyMap<FaultId, readonly (Reading | NoReading)[]>;

/** What the measured checks say of one repetition. */
interface Judgement {
  readonly verdicts: Verdicts;
  readonly legs: LegVerdicts;
  readonly judged: readonly JudgedSignal[];
}

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

  /** What the set has read of a check so far. */
  const readingsOf = ({ fault }: MeasuredCheck): readonly Reading[] =>
    judged.flatMap(({ readings }) => (readings.get(fault) ?? []).filter(isRead));

  const live = createLiveWatch(measured, readingsOf, framesOf);

  const readAll = (attempt: Attempt, endMs: Millis): CheckReadings => {
    const frames = framesOf(attempt.startMs, endMs);
    return new Map(
      measured.map((check) => [
        check.fault,
        check.sides(attempt.side).map((side) => readCheck(check, side, attempt, frames)),
      ]),
    );
  };

  /** Verdicts and signals of the measured checks, in the light of the set. */
  const inContext = (readings: CheckReadings, extra: CheckReadings | null): Judgement => {
    const verdicts: Partial<Record<FaultId, Verdict>> = {};
    const legs: Partial<Record<FaultId, readonly Verdict[]>> = {};
    const signals = measured.flatMap((check) => {
      const own = readings.get(check.fault) ?? [];
      const more = (extra?.get(check.fault) ?? []).filter(isRead);
      const interpretation = interpret(check, [...readingsOf(check), ...more]);
      const each = own.map((reading) => verdictOn(reading, interpretation));
      verdicts[check.fault] = worstOf(each);
      if (own.every(({ side }) => side !== null)) legs[check.fault] = each;
      return judgedSignals(check, own.filter(isRead), interpretation);
    });
    return { verdicts, legs, judged: signals };
  };

  const wholeRepVerdicts = (attempt: Attempt, isRep: boolean): Verdicts =>
    Object.fromEntries(
      checks.flatMap((check) =>
        check.kind === 'whole-rep' ? [[check.fault, check.judge(attempt, isRep)]] : [],
      ),
    );

  /** Judges all earlier repetitions again. */
  const revise = (atMs: Millis, fromDeg: number): readonly ExerciseEvent[] => {
    const events: ExerciseEvent[] = [];
    judged = judged.map((known) => {
      const { verdicts, legs, judged: signals } = inContext(known.readings, null);
      const rep = { ...known.rep, verdicts: { ...known.rep.verdicts, ...verdicts }, legs, judged: signals };
      if (!differs(known.rep, rep, fromDeg)) return known;
      events.push({ kind: 'rep-revised', atMs, rep });
      return { ...known, rep };
    });
    return events;
  };

  return {
    see(frame) {
      memory.push(frame, frame.timestampMs);
    },
    watch: (frame, running) => live.step(frame, running),
    settle({ attempt, outcome, endMs }, n, atMs) {
      const isRep = outcome.kind !== 'partial';
      const readings = readAll(attempt, endMs);
      const { verdicts, legs, judged: signals } = inContext(readings, isRep ? readings : null);
      const rep: Rep = {
        n,
        side: attempt.side,
        startMs: attempt.startMs,
        peakMs: attempt.peakMs,
        endMs,
        countedAtMs: atMs,
        verdicts: { ...verdicts, ...wholeRepVerdicts(attempt, isRep) },
        legs,
        judged: signals,
      };
      const raised = live.take();
      const spans = faultSpans(rep, checks, raised, atMs);
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
