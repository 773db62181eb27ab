import type { Degrees, Millis, Side } from '../units';
import type { ExerciseId, FaultId } from '../terms/ids';
import type { MovementClass } from '../movement/movement-estimate';
import type { NotSeenReason } from '../terms/not-seen';

/** What was judged of a repetition, and how it came out. */
interface Measured<Outcome extends 'ok' | 'fault'> {
  readonly verdict: Outcome;
  /** The one number: the largest sustained value; null where the fault is no angle. */
  readonly peakDeg: Degrees | null;
  /** Within how many degrees of it 68 % of truths lie. */
  readonly sdDeg?: Degrees;
  /** Within how many 95 % do, where that is not 1.96 times as many. */
  readonly within95Deg?: Degrees;
  /** The leg that is judged, and at fault where there is one; null for the body as a whole. */
  readonly side?: Side | null;
}

/** A judgement of one check over one repetition. "Could not see" is never "good". */
export type Verdict =
  | Measured<'ok'>
  | Measured<'fault'>
  | { readonly verdict: 'not-seen'; readonly reason: NotSeenReason; readonly side?: Side | null };

/** The measure that a verdict was taken on, in the phase that was judged. */
export interface JudgedSignal {
  readonly fault: FaultId;
  readonly side: Side | null;
  /** The value from which this leg's repetition is flagged: how unsure the reading is lies in it. */
  readonly lineDeg: Degrees;
  /** In order of time; positive toward the fault. */
  readonly samples: readonly { readonly atMs: Millis; readonly deg: Degrees; readonly sdDeg: Degrees }[];
}

export type Verdicts = Readonly<Partial<Record<FaultId, Verdict>>>;

/** The verdicts of checks that judge single legs: one for each leg that was judged, with its own number. */
export type LegVerdicts = Readonly<Partial<Record<FaultId, readonly Verdict[]>>>;

/** A counted repetition. Times are of the source's clock. */
export interface Rep {
  /** 1-based within the set, in order of completion. */
  readonly n: number;
  readonly side: Side;
  readonly startMs: Millis;
  readonly peakMs: Millis;
  readonly endMs: Millis;
  /** Timestamp of the frame at which the live app speaks the count. */
  readonly countedAtMs: Millis;
  /** One for each check: of two legs the worse one's. */
  readonly verdicts: Verdicts;
  /** The same, leg by leg. */
  readonly legs?: LegVerdicts;
  /** What the verdicts on angles were taken on. */
  readonly judged?: readonly JudgedSignal[];
}

/** Why an attempt was not counted. */
export const PARTIAL_REASONS = [
  'not-deep-enough',
  'not-crossed',
  'not-lifted',
  'not-lowered',
  'not-travelled',
  'interrupted',
] as const;
export type PartialReason = (typeof PARTIAL_REASONS)[number];

/** An attempt that was not counted; `n` numbers the partials. */
export interface PartialRep extends Rep {
  readonly why: PartialReason;
}

/** A span in which a fault lasted. `flaggedAtMs` is the frame at which the live app would have said so. */
export interface FaultSpan {
  readonly fault: FaultId;
  readonly side: Side | null;
  readonly startMs: Millis;
  readonly endMs: Millis;
  readonly flaggedAtMs: Millis;
  readonly peakDeg: Degrees | null;
}

export interface HoldBreak {
  readonly fault: FaultId;
  readonly startMs: Millis;
  readonly endMs: Millis;
}

/** A timed hold on one side. `inPositionMs` leaves the breaks out. */
export interface Hold {
  readonly side: Side;
  readonly startMs: Millis;
  readonly endMs: Millis;
  readonly inPositionMs: Millis;
  readonly breaks: readonly HoldBreak[];
  /** What its faults were judged on. */
  readonly judged?: JudgedSignal;
}

/** Everything that can happen in a set, in the order in which it became known. `atMs` is the frame that made it known. */
export type ExerciseEvent =
  | { readonly kind: 'ready'; readonly atMs: Millis }
  | { readonly kind: 'tracking-lost'; readonly atMs: Millis; readonly reason: NotSeenReason }
  | { readonly kind: 'tracking-regained'; readonly atMs: Millis }
  | { readonly kind: 'rep-started'; readonly atMs: Millis; readonly side: Side | null }
  | { readonly kind: 'rep-counted'; readonly atMs: Millis; readonly rep: Rep }
  /** A repetition that was counted before, judged again in the light of later ones. Same `n`; only verdicts differ. */
  | { readonly kind: 'rep-revised'; readonly atMs: Millis; readonly rep: Rep }
  | { readonly kind: 'rep-partial'; readonly atMs: Millis; readonly partial: PartialRep }
  | {
      readonly kind: 'fault-raised';
      readonly atMs: Millis;
      readonly fault: FaultId;
      readonly side: Side | null;
    }
  | { readonly kind: 'fault-ended'; readonly atMs: Millis; readonly span: FaultSpan }
  | { readonly kind: 'hold-started'; readonly atMs: Millis; readonly side: Side; readonly startMs: Millis }
  | { readonly kind: 'hold-paused'; readonly atMs: Millis; readonly fault: FaultId | NotSeenReason }
  | { readonly kind: 'hold-resumed'; readonly atMs: Millis }
  | { readonly kind: 'hold-ended'; readonly atMs: Millis; readonly hold: Hold }
  | { readonly kind: 'exercise-recognised'; readonly atMs: Millis; readonly exercise: ExerciseId }
  | {
      readonly kind: 'exercise-doubted';
      readonly atMs: Millis;
      /** The two most likely, best first; `none` for a movement that is none of the five. */
      readonly candidates: readonly (ExerciseId | MovementClass)[];
      /** True when the movement is clearly another one and is not counted. */
      readonly vetoed: boolean;
    };
