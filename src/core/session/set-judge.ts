import { round } from '../exercise/checks';
import type { LiveStatus } from '../exercise/definition';
import type { ExerciseEvent, FaultSpan, Rep } from '../exercise/events';
import type { ExerciseId, FaultId } from '../terms/ids';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { SUSTAINED_MS } from '../movement/rep-peak';
import { createTimeWindow } from '../signal/quantile';
import { deg, millis, type Degrees, type Millis, type Side } from '../units';
import { isReadByModel, readingsOf, verdictOf, type FaultReadings, type JudgedReading } from './set-readings';

/**
 * Judges pelvis and knee by what the movement model read in the whole set. What a body, its clothes and the camera add
 * to a reading is the same in every repetition, so each repetition says something about the others: the first ones are
 * judged again when later ones have come.
 *
 * Takes the place of the frame-by-frame checks of these faults wherever the model read the repetition; elsewhere their
 * verdict stands.
 */
export interface SetJudge {
  /** Sees every frame. @returns what became sure within the running repetition */
  observe(frame: KinematicFrame, exercise: ExerciseId | null): readonly ExerciseEvent[];
  /** The event as it stands in the light of the set, followed by what it changes about earlier repetitions. */
  judge(event: ExerciseEvent, exercise: ExerciseId | null): readonly ExerciseEvent[];
  /** The live status, with the faults this judge raised in place of those it speaks for. */
  show(live: LiveStatus): LiveStatus;
}

/** Longer than any repetition. */
const MEMORY_MS = millis(15_000);
/**
 * Probability from which a fault is said in the middle of a repetition. Higher than for the verdict at its end: a
 * spoken word cannot be taken back.
 */
const SURE_LIVE = 0.75;

interface Raised {
  readonly fault: FaultId;
  readonly side: Side;
  readonly atMs: Millis;
  readonly peakDeg: Degrees;
}

/** One fault, judged over the whole set so far. */
interface Judgement extends Pick<FaultReadings, 'fault' | 'sureFault'> {
  readonly byRep: ReadonlyMap<number, JudgedReading>;
}

interface Running {
  readonly side: Side;
  readonly startMs: Millis;
  raised: readonly Raised[];
}

/** One judge serves one set. */
export function createSetJudge(): SetJudge {
  const memory = createTimeWindow<KinematicFrame>(MEMORY_MS);
  let reps: readonly Rep[] = [];
  let readings: readonly FaultReadings[] = [];
  let judged: ExerciseId | null = null;
  let running: Running | null = null;

  const know = (exercise: ExerciseId): void => {
    if (judged === exercise) return;
    judged = exercise;
    readings = readingsOf(exercise);
  };

  const framesOf = (startMs: Millis, endMs: Millis): KinematicFrame[] =>
    memory.entries
      .map(({ value }) => value)
      .filter(({ timestampMs }) => timestampMs >= startMs && timestampMs <= endMs);

  /** Whether this judge speaks for the fault at this moment, so that the frame-by-frame check must not. */
  const speaksFor = (fault: FaultId): boolean =>
    isReadByModel(memory.entries.at(-1)?.value) && readings.some((reading) => reading.fault === fault);

  /** Keeps the repetition, judges all again, and says which earlier ones look different now. */
  const count = (rep: Rep): { rep: Rep; revised: readonly Rep[]; judgements: readonly Judgement[] } => {
    const frames = framesOf(rep.startMs, rep.endMs);
    for (const reading of readings) reading.add(rep.n, rep.side, frames);
    const judgements = readings.map(({ fault, sureFault, judge }) => ({ fault, sureFault, byRep: judge() }));
    const before = reps;
    reps = [...reps, rep].map((known) => judgements.reduce(withVerdict, known));
    const revised = reps.filter((known, i) => before[i] && known !== before[i]);
    return { rep: reps.at(-1) ?? rep, revised, judgements };
  };

  /** Faults that only the finished repetition made sure. */
  const lateFaults = (rep: Rep, judgements: readonly Judgement[], atMs: Millis): Raised[] =>
    judgements.flatMap(({ fault, byRep }) => {
      const verdict = rep.verdicts[fault];
      const reading = byRep.get(rep.n);
      const isSaid = running?.raised.some((known) => known.fault === fault) ?? false;
      if (verdict?.verdict !== 'fault' || !reading || isSaid) return [];
      return [{ fault, side: reading.side, atMs, peakDeg: verdict.peakDeg ?? deg(0) }];
    });

  const take = (): readonly Raised[] => {
    const raised = running?.raised ?? [];
    running = null;
    return raised;
  };

  return {
    observe(frame, exercise) {
      memory.push(frame, frame.timestampMs);
      if (!running || exercise === null || !isReadByModel(frame)) return [];
      know(exercise);
      const found = liveFaults(readings, running, framesOf(running.startMs, frame.timestampMs));
      const { raised } = running;
      running.raised = found.map((fault) => strongerOf(raised.find(isSameAs(fault)), fault));
      // What was said is not unsaid by a later frame of the same repetition.
      running.raised = [...running.raised, ...raised.filter((known) => !found.some(isSameAs(known)))];
      return found
        .filter((fault) => !raised.some(isSameAs(fault)))
        .map(({ fault, side, atMs }) => ({ kind: 'fault-raised', atMs, fault, side }));
    },
    judge(event, exercise) {
      if (exercise === null) return [event];
      know(exercise);
      switch (event.kind) {
        case 'rep-started':
          running = event.side === null ? null : { side: event.side, startMs: event.atMs, raised: [] };
          return [event];
        case 'rep-counted': {
          const { atMs } = event;
          const { rep, revised, judgements } = count(event.rep);
          const late = lateFaults(rep, judgements, atMs);
          return [
            { kind: 'rep-counted', atMs, rep },
            ...late.map(({ fault, side }): ExerciseEvent => ({ kind: 'fault-raised', atMs, fault, side })),
            ...[...take(), ...late].map((fault) => spanOf(fault, rep.endMs, atMs)),
            ...revised.map((earlier): ExerciseEvent => ({ kind: 'rep-revised', atMs, rep: earlier })),
          ];
        }
        case 'rep-partial':
          return [event, ...take().map((fault) => spanOf(fault, event.partial.endMs, event.atMs))];
        case 'fault-raised':
          return speaksFor(event.fault) ? [] : [event];
        case 'fault-ended':
          return speaksFor(event.span.fault) ? [] : [event];
        default:
          return [event];
      }
    },
    show(live) {
      const others = live.faults.filter(({ fault }) => !speaksFor(fault));
      const own = (running?.raised ?? []).map(({ fault, side, peakDeg }) => ({ fault, side, deg: peakDeg }));
      return { ...live, faults: [...others, ...own] };
    },
  };
}

/** The repetition with this fault's verdict; the same object when the verdict is the same. */
function withVerdict(rep: Rep, { fault, sureFault, byRep }: Judgement): Rep {
  const reading = byRep.get(rep.n);
  if (!reading) return rep;
  const verdict = verdictOf(reading, sureFault);
  // A change of the number alone is worth no revision.
  if (rep.verdicts[fault]?.verdict === verdict.verdict) return rep;
  return { ...rep, verdicts: { ...rep.verdicts, [fault]: verdict } };
}

/** What is sure enough to be said before the repetition has ended. */
function liveFaults(
  readings: readonly FaultReadings[],
  { side }: Running,
  frames: readonly KinematicFrame[],
): Raised[] {
  const atMs = frames.at(-1)?.timestampMs ?? millis(0);
  return readings.flatMap(({ fault, judgeRunning }) =>
    judgeRunning(side, frames)
      .filter((reading) => reading.fault >= SURE_LIVE)
      .map((reading) => ({ fault, side: reading.side, atMs, peakDeg: round(reading.peak.deg) })),
  );
}

const isSameAs =
  (a: Raised) =>
  (b: Raised): boolean =>
    a.fault === b.fault && a.side === b.side;

/** A fault that goes on keeps the moment it was said, and the worst it came to. */
const strongerOf = (known: Raised | undefined, now: Raised): Raised =>
  known ? { ...known, peakDeg: deg(Math.max(known.peakDeg, now.peakDeg)) } : now;

function spanOf(
  { fault, side, atMs: flaggedAtMs, peakDeg }: Raised,
  repEndMs: Millis,
  atMs: Millis,
): ExerciseEvent {
  // What is read is a mean over this time: the fault began that much earlier.
  const startMs = millis(flaggedAtMs - SUSTAINED_MS);
  const endMs = millis(Math.max(repEndMs, startMs));
  const span: FaultSpan = { fault, side, startMs, endMs, flaggedAtMs, peakDeg };
  return { kind: 'fault-ended', atMs, span };
}
