import type {
  ExerciseEvent,
  FaultSpan,
  Hold,
  JudgedSignal,
  LegVerdicts,
  PartialRep,
  Rep,
  Verdict,
  Verdicts,
} from '../exercise/events';
import type { Degrees, Millis } from '../units';
import type {
  FaultRecord,
  HoldRecord,
  JudgedRecord,
  PartialRecord,
  RepRecord,
  SetEntry,
  SetRecord,
  VerdictRecord,
} from './record';
import type { SetState } from './set-engine';

/** Milliseconds to seconds, kept to the millisecond: a camera's frames are 16 ms apart or more. */
export const toRecordedSeconds = (timeMs: Millis): number => Math.round(timeMs) / 1000;

/** Angles are kept to a hundredth of a degree, far below what any measure resolves. */
const toRecordedDegrees = (angle: Degrees): number => Math.round(angle * 100) / 100 + 0;

const toVerdictRecord = (verdict: Verdict): VerdictRecord =>
  verdict.verdict === 'not-seen'
    ? {
        verdict: 'not-seen',
        reason: verdict.reason,
        ...(verdict.side === undefined ? {} : { side: verdict.side }),
      }
    : {
        verdict: verdict.verdict,
        peakDeg: verdict.peakDeg === null ? null : toRecordedDegrees(verdict.peakDeg),
        ...(verdict.sdDeg === undefined ? {} : { sdDeg: toRecordedDegrees(verdict.sdDeg) }),
        ...(verdict.within95Deg === undefined ? {} : { within95Deg: toRecordedDegrees(verdict.within95Deg) }),
        ...(verdict.side === undefined ? {} : { side: verdict.side }),
      };

const toVerdictRecords = (verdicts: Verdicts): RepRecord['verdicts'] =>
  Object.fromEntries(Object.entries(verdicts).map(([fault, verdict]) => [fault, toVerdictRecord(verdict)]));

const toLegRecords = (legs: LegVerdicts): NonNullable<RepRecord['legs']> =>
  Object.fromEntries(Object.entries(legs).map(([fault, each]) => [fault, each.map(toVerdictRecord)]));

const toJudgedRecord = ({ fault, side, lineDeg, samples }: JudgedSignal): JudgedRecord => ({
  fault,
  side,
  lineDeg: toRecordedDegrees(lineDeg),
  t: samples.map(({ atMs }) => toRecordedSeconds(atMs)),
  deg: samples.map((sample) => toRecordedDegrees(sample.deg)),
  sdDeg: samples.map((sample) => toRecordedDegrees(sample.sdDeg)),
});

export const toRepRecord = (rep: Rep): RepRecord => ({
  n: rep.n,
  side: rep.side,
  startS: toRecordedSeconds(rep.startMs),
  peakS: toRecordedSeconds(rep.peakMs),
  endS: toRecordedSeconds(rep.endMs),
  countedAtS: toRecordedSeconds(rep.countedAtMs),
  verdicts: toVerdictRecords(rep.verdicts),
  ...(rep.legs === undefined ? {} : { legs: toLegRecords(rep.legs) }),
  ...(rep.judged === undefined ? {} : { judged: rep.judged.map(toJudgedRecord) }),
});

export const toPartialRecord = (partial: PartialRep): PartialRecord => ({
  ...toRepRecord(partial),
  why: partial.why,
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
  ...(hold.judged === undefined ? {} : { judged: toJudgedRecord(hold.judged) }),
});

export const toFaultRecord = (span: FaultSpan): FaultRecord => ({
  fault: span.fault,
  side: span.side,
  startS: toRecordedSeconds(span.startMs),
  endS: toRecordedSeconds(span.endMs),
  flaggedAtS: toRecordedSeconds(span.flaggedAtMs),
  peakDeg: span.peakDeg === null ? null : toRecordedDegrees(span.peakDeg),
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
