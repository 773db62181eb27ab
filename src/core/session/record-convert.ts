import type { ExerciseEvent, FaultSpan, Hold, PartialRep, Rep, Verdict, Verdicts } from '../exercise/events';
import type { FaultId } from '../terms/ids';
import { deg, millis, type Degrees, type Millis } from '../units';
import type {
  FaultRecord,
  HoldRecord,
  PartialRecord,
  RepRecord,
  SetEntry,
  SetRecord,
  VerdictRecord,
} from './record';
import type { SetState } from './set-engine';

/** Milliseconds to seconds, kept to the millisecond: a camera's frames are 16 ms apart or more. */
export const toRecordedSeconds = (timeMs: Millis): number => Math.round(timeMs) / 1000;

/** Seconds of a record back to milliseconds; exact for what {@link toRecordedSeconds} wrote. */
export const fromRecordedSeconds = (timeS: number): Millis => millis(Math.round(timeS * 1000));

/** Angles are kept to a hundredth of a degree, far below what any measure resolves. */
const toRecordedDegrees = (angle: Degrees): number => Math.round(angle * 100) / 100 + 0;

const toVerdictRecord = (verdict: Verdict): VerdictRecord =>
  verdict.verdict === 'not-seen'
    ? { verdict: 'not-seen', reason: verdict.reason }
    : {
        verdict: verdict.verdict,
        peakDeg: verdict.peakDeg === null ? null : toRecordedDegrees(verdict.peakDeg),
        ...(verdict.sdDeg === undefined ? {} : { sdDeg: toRecordedDegrees(verdict.sdDeg) }),
      };

const fromVerdictRecord = (record: VerdictRecord): Verdict =>
  record.verdict === 'not-seen'
    ? record
    : {
        verdict: record.verdict,
        peakDeg: record.peakDeg === null ? null : deg(record.peakDeg),
        ...(record.sdDeg === undefined ? {} : { sdDeg: deg(record.sdDeg) }),
      };

const mapVerdicts = <From, To>(
  verdicts: Readonly<Partial<Record<FaultId, From>>>,
  convert: (verdict: From) => To,
): Readonly<Partial<Record<FaultId, To>>> => {
  const converted: Partial<Record<FaultId, To>> = {};
  for (const [fault, verdict] of Object.entries(verdicts)) converted[fault as FaultId] = convert(verdict);
  return converted;
};

export const toRepRecord = (rep: Rep): RepRecord => ({
  n: rep.n,
  side: rep.side,
  startS: toRecordedSeconds(rep.startMs),
  peakS: toRecordedSeconds(rep.peakMs),
  endS: toRecordedSeconds(rep.endMs),
  countedAtS: toRecordedSeconds(rep.countedAtMs),
  verdicts: mapVerdicts(rep.verdicts, toVerdictRecord),
});

export const fromRepRecord = (record: RepRecord): Rep => ({
  n: record.n,
  side: record.side,
  startMs: fromRecordedSeconds(record.startS),
  peakMs: fromRecordedSeconds(record.peakS),
  endMs: fromRecordedSeconds(record.endS),
  countedAtMs: fromRecordedSeconds(record.countedAtS),
  verdicts: mapVerdicts(record.verdicts, fromVerdictRecord) satisfies Verdicts,
});

export const toPartialRecord = (partial: PartialRep): PartialRecord => ({
  ...toRepRecord(partial),
  why: partial.why,
});

export const fromPartialRecord = (record: PartialRecord): PartialRep => ({
  ...fromRepRecord(record),
  why: record.why,
});

export const toHoldRecord = (hold: Hold): HoldRecord => ({
  side: hold.side,
  startS: toRecordedSeconds(hold.startMs),
  endS: toRecordedSeconds(hold.endMs),
  inPositionS: toRecordedSeconds(hold.inPositionMs),
  breaks: hold.breaks.map((pause) => ({
    fault: pause.fault,
    startS: toRecordedSeconds(pause.startMs),
    endS: toRecordedSeconds(pause.endMs),
  })),
});

export const fromHoldRecord = (record: HoldRecord): Hold => ({
  side: record.side,
  startMs: fromRecordedSeconds(record.startS),
  endMs: fromRecordedSeconds(record.endS),
  inPositionMs: fromRecordedSeconds(record.inPositionS),
  breaks: record.breaks.map((pause) => ({
    fault: pause.fault,
    startMs: fromRecordedSeconds(pause.startS),
    endMs: fromRecordedSeconds(pause.endS),
  })),
});

export const toFaultRecord = (span: FaultSpan): FaultRecord => ({
  fault: span.fault,
  side: span.side,
  startS: toRecordedSeconds(span.startMs),
  endS: toRecordedSeconds(span.endMs),
  flaggedAtS: toRecordedSeconds(span.flaggedAtMs),
  peakDeg: span.peakDeg === null ? null : toRecordedDegrees(span.peakDeg),
});

export const fromFaultRecord = (record: FaultRecord): FaultSpan => ({
  fault: record.fault,
  side: record.side,
  startMs: fromRecordedSeconds(record.startS),
  endMs: fromRecordedSeconds(record.endS),
  flaggedAtMs: fromRecordedSeconds(record.flaggedAtS),
  peakDeg: record.peakDeg === null ? null : deg(record.peakDeg),
});

/** What of an event is to be kept; null for events that only matter in the moment. */
export function entryOfEvent(event: ExerciseEvent): SetEntry | null {
  switch (event.kind) {
    case 'rep-counted':
    case 'rep-revised':
      return { kind: 'rep', rep: toRepRecord(event.rep) };
    case 'rep-partial':
      return { kind: 'partial', partial: toPartialRecord(event.partial) };
    case 'hold-ended':
      return { kind: 'hold', hold: toHoldRecord(event.hold) };
    case 'fault-ended':
      return { kind: 'fault', fault: toFaultRecord(event.span) };
    case 'exercise-recognised':
      return { kind: 'exercise', exercise: event.exercise };
    default:
      return null;
  }
}

/** The four lists of `hipline.analysis/1` and of a set, from the state of a set. */
export const toRecordedLists = (
  state: SetState,
): Pick<SetRecord, 'reps' | 'partials' | 'holds' | 'faults'> => ({
  reps: state.reps.map(toRepRecord),
  partials: state.partials.map(toPartialRecord),
  holds: state.holds.map(toHoldRecord),
  faults: state.faults.map(toFaultRecord),
});

/** The state a kept set stands for, for everything that works on a running set. */
export const stateOfRecord = (set: SetRecord): SetState => ({
  exercise: set.exercise,
  reps: set.reps.map(fromRepRecord),
  partials: set.partials.map(fromPartialRecord),
  holds: set.holds.map(fromHoldRecord),
  faults: set.faults.map(fromFaultRecord),
});
