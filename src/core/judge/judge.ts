import type { Attempt, SettledAttempt } from '../exercise/attempt';
import { round, type Check, type MeasuredCheck } from '../exercise/checks';
import type { LiveStatus } from '../exercise/definition';
import type { ExerciseEvent, JudgedSignal, Rep, Verdict, Verdicts } from '../exercise/events';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { createTimeWindow } from '../signal/quantile';
import type { FaultId } from '../terms/ids';
import { millis, type Millis } from '../units';
import { judgedSignals, spanOf } from './judged-signal';
import { createLiveWatch } from './live-watch';
import { isRead, readCheck, type NoReading, type Reading } from './reading';
import { interpret, verdictOn } from './verdict';

/**
 * The one judge of a set. Evidence of every kind goes in (geometry, movement model, the set's other repetitions), and one verdict
 * with one number, its deviation and the leg at fault comes out. What a body, its clothes and the camera add to a reading is
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

type CheckReadings = ReadonlyMap<FaultId, readonly (Reading | NoReading)[]>;

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
  const inContext = (
    readings: CheckReadings,
    extra: CheckReadings | null,
  ): { readonly verdicts: Verdicts; readonly judged: readonly JudgedSignal[] } => {
    const verdicts: Partial<Record<FaultId, Verdict>> = {};
    const signals = measured.flatMap((check) => {
      const own = readings.get(check.fault) ?? [];
      const more = (extra?.get(check.fault) ?? []).filter(isRead);
      const interpretation = interpret(check, [...readingsOf(check), ...more]);
      verdicts[check.fault] = verdictOn(own, interpretation);
      return judgedSignals(check, own.filter(isRead), interpretation);
    });
    return { verdicts, judged: signals };
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
      const { verdicts, judged: signals } = inContext(known.readings, null);
      const rep = { ...known.rep, verdicts: { ...known.rep.verdicts, ...verdicts }, judged: signals };
      if (!differs(known.rep.verdicts, rep.verdicts, fromDeg)) return known;
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
      const { verdicts, judged: signals } = inContext(readings, isRep ? readings : null);
      const rep: Rep = {
        n,
        side: attempt.side,
        startMs: attempt.startMs,
        peakMs: attempt.peakMs,
        endMs,
        countedAtMs: atMs,
        verdicts: { ...verdicts, ...wholeRepVerdicts(attempt, isRep) },
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
    finish: (atMs) => revise(atMs, 0),
  };
}

const isOf = (event: ExerciseEvent, n: number): boolean => event.kind === 'rep-revised' && event.rep.n === n;

/** Whether two judgements of one repetition differ by more than `fromDeg`. */
function differs(before: Verdicts, after: Verdicts, fromDeg: number): boolean {
  return Object.entries(after).some(([fault, now]) => {
    const was = before[fault as FaultId];
    if (was?.verdict !== now.verdict) return true;
    if (was.verdict === 'not-seen' || now.verdict === 'not-seen') return false;
    return was.side !== now.side || Math.abs((was.peakDeg ?? 0) - (now.peakDeg ?? 0)) > fromDeg;
  });
}

/** The spans of a repetition's faults; those that were not said before are raised now. */
function faultSpans(
  rep: Rep,
  checks: readonly Check[],
  raised: readonly { readonly fault: FaultId; readonly atMs: Millis }[],
  atMs: Millis,
): ExerciseEvent[] {
  return checks.flatMap(({ fault }): ExerciseEvent[] => {
    const verdict = rep.verdicts[fault];
    if (verdict?.verdict !== 'fault') return [];
    const said = raised.find((one) => one.fault === fault);
    const side = verdict.side ?? null;
    const span = spanOf(rep, fault, verdict, said?.atMs ?? atMs);
    return [
      ...(said ? [] : [{ kind: 'fault-raised', atMs, fault, side } as const]),
      {
        kind: 'fault-ended',
        atMs,
        span: { ...span, peakDeg: verdict.peakDeg === null ? null : round(verdict.peakDeg) },
      },
    ];
  });
}
