import type { PartialReason } from '../exercise/events';
import { revisedSpan } from '../exercise/revised-span';
import type { NotSeenReason } from '../terms/not-seen';
import type { Prescription } from '../exercise/definition';
import type { ExerciseId, FaultId } from '../terms/ids';
import type { LandmarkName } from '../pose/landmark';
import type { PerSide, Side } from '../units';
import type { Felt } from './felt';

/**
 * The kept session, `hipline.session/1`: what is stored, exported and imported. Plain JSON.
 *
 * Repetitions, partials, holds and faults have exactly the shapes of `hipline.analysis/1`: times are seconds of the
 * source's clock, angles are degrees. Names that end in `At` are epoch milliseconds, handed in from outside.
 */
export const SESSION_SCHEMA = 'hipline.session/1';

export type VerdictRecord =
  | {
      readonly verdict: 'ok' | 'fault';
      readonly peakDeg: number | null;
      /** Within how many degrees of it 68 % of truths lie. */
      readonly sdDeg?: number;
      /** Within how many 95 % do, where that is not 1.96 times as many. */
      readonly within95Deg?: number;
      /** The leg that is judged, and at fault where there is one; null for the body as a whole. Missing in old records. */
      readonly side?: Side | null;
    }
  | { readonly verdict: 'not-seen'; readonly reason: NotSeenReason; readonly side?: Side | null };

/**
 * The measure that a verdict was taken on, in the phase that was judged: columns as long as `t` (seconds). Positive toward the
 * fault; its largest value is the verdict's number.
 */
export interface JudgedRecord {
  readonly fault: FaultId;
  readonly side: Side | null;
  /** The value from which this leg's repetition is flagged; in old records the middle of the check's limits. */
  readonly lineDeg: number;
  readonly t: readonly number[];
  readonly deg: readonly number[];
  readonly sdDeg: readonly number[];
}

export interface RepRecord {
  readonly n: number;
  readonly side: Side;
  readonly startS: number;
  readonly peakS: number;
  readonly endS: number;
  readonly countedAtS: number;
  /** One for each check: of two legs the worse one's. */
  readonly verdicts: Readonly<Partial<Record<FaultId, VerdictRecord>>>;
  /** Leg by leg, of the checks that judge legs; each names its leg. Missing in old records: `verdictsByLeg` reads both. */
  readonly legs?: Readonly<Partial<Record<FaultId, readonly VerdictRecord[]>>>;
  /** Missing in old records. */
  readonly judged?: readonly JudgedRecord[];
}

export interface PartialRecord extends RepRecord {
  readonly why: PartialReason;
}

export interface HoldRecord {
  readonly side: Side;
  readonly startS: number;
  readonly endS: number;
  readonly inPositionS: number;
  readonly breaks: readonly { readonly fault: FaultId; readonly startS: number; readonly endS: number }[];
  /** Missing in old records. */
  readonly judged?: JudgedRecord;
}

export interface FaultRecord {
  readonly fault: FaultId;
  readonly side: Side | null;
  readonly startS: number;
  readonly endS: number;
  readonly flaggedAtS: number;
  readonly peakDeg: number | null;
}

/**
 * Measured values over a set, one column per measure, all as long as `t` (seconds, not decreasing). Null where nothing
 * was measured. Signs as in {@link KinematicFrame}.
 */
export interface CurvesRecord {
  readonly t: readonly number[];
  readonly pelvisObliquityDeg: readonly (number | null)[];
  readonly kneeFppaDeg: PerSide<readonly (number | null)[]>;
  readonly bodyLineDeg: readonly (number | null)[];
}

/** What a replay keeps of a body: its joints and, of the face, only where the head is. */
export const REPLAY_LANDMARKS = [
  'nose',
  'left-shoulder',
  'right-shoulder',
  'left-elbow',
  'right-elbow',
  'left-wrist',
  'right-wrist',
  'left-hip',
  'right-hip',
  'left-knee',
  'right-knee',
  'left-ankle',
  'right-ankle',
  'left-foot-index',
  'right-foot-index',
] as const satisfies readonly LandmarkName[];

/** Landmarks of one repetition for the skeleton replay; never a picture. About ten kilobytes. */
export interface ReplayRecord {
  readonly of: 'rep' | 'partial';
  /** The `n` of that repetition or partial. */
  readonly n: number;
  /** Width of the picture divided by its height, so that the skeleton is drawn undistorted. */
  readonly aspect: number;
  readonly frames: readonly ReplayFrame[];
}

export interface ReplayFrame {
  readonly t: number;
  /** {@link REPLAY_LANDMARKS} × [x, y, visibility], normalised by the picture, not mirrored; null: nobody was seen. */
  readonly points: readonly number[] | null;
}

/** One set of one exercise, in the order in which things happened. */
export interface SetRecord {
  /** 1-based within the session. */
  readonly n: number;
  /** Null when *auto* was chosen and nothing was recognised yet. */
  readonly exercise: ExerciseId | null;
  readonly startedAt: number;
  /** What was to be done; null when the person just moves. */
  readonly target: Prescription | null;
  readonly reps: readonly RepRecord[];
  readonly partials: readonly PartialRecord[];
  readonly holds: readonly HoldRecord[];
  readonly faults: readonly FaultRecord[];
  /** The person's own count per side. The app's count stays what `reps` says: both are kept. */
  readonly correctedReps: PerSide<number> | null;
  readonly curves: CurvesRecord | null;
  readonly replays: readonly ReplayRecord[];
  /** Too few pictures came to count exactly: the fewest a second. Missing where there were enough. */
  readonly slowestFps?: number;
}

export const SESSION_ENDS = ['running', 'finished', 'interrupted'] as const;
/** `running` exists only while it runs: a stored one that nobody runs is shown as `interrupted`. */
export type SessionEnd = (typeof SESSION_ENDS)[number];

export const SESSION_SOURCES = ['camera', 'video-file', 'landmark-stream'] as const;
export const SESSION_MODELS = ['lite', 'full', 'heavy'] as const;
export const SESSION_DELEGATES = ['CPU', 'GPU'] as const;
export const SESSION_ENGINES = ['mediapipe', 'litert'] as const;

/** What is known when a session begins. */
export interface SessionStart {
  readonly startedAt: number;
  readonly appVersion: string;
  readonly source: (typeof SESSION_SOURCES)[number];
  readonly model: (typeof SESSION_MODELS)[number];
  readonly delegate: (typeof SESSION_DELEGATES)[number];
  /** Missing in sessions from before there was a choice. */
  readonly engine?: (typeof SESSION_ENGINES)[number];
  /** True when the movement model judged; false when geometry did. */
  readonly movementModel: boolean;
}

export interface SessionRecord extends SessionStart {
  readonly schema: typeof SESSION_SCHEMA;
  readonly id: string;
  readonly ended: SessionEnd;
  /** Epoch milliseconds of the regular end; null while running and after an interruption. */
  readonly endedAt: number | null;
  /** What the person said of it afterwards; missing while nothing was said, and in old records. */
  readonly felt?: Felt;
  readonly sets: readonly SetRecord[];
}

/** What is known when a set begins. */
export interface SetStart {
  readonly exercise: ExerciseId | null;
  readonly startedAt: number;
  readonly target: Prescription | null;
}

/** Something that belongs to a set and is kept the moment it happens. */
export type SetEntry =
  | { readonly kind: 'rep'; readonly rep: RepRecord }
  | { readonly kind: 'partial'; readonly partial: PartialRecord }
  | { readonly kind: 'hold'; readonly hold: HoldRecord }
  | { readonly kind: 'fault'; readonly fault: FaultRecord }
  /** *Auto* recognised the exercise. */
  | { readonly kind: 'exercise'; readonly exercise: ExerciseId }
  /** The next stretch of the curves. */
  | { readonly kind: 'curves'; readonly curves: CurvesRecord }
  | { readonly kind: 'replay'; readonly replay: ReplayRecord }
  /** Too few pictures a second came to count exactly. */
  | { readonly kind: 'slow'; readonly fps: number };

export const emptySet = (n: number, start: SetStart): SetRecord => ({
  n,
  ...start,
  reps: [],
  partials: [],
  holds: [],
  faults: [],
  correctedReps: null,
  curves: null,
  replays: [],
});

export const emptySession = (id: string, start: SessionStart): SessionRecord => ({
  schema: SESSION_SCHEMA,
  id,
  ...start,
  ended: 'running',
  endedAt: null,
  sets: [],
});

/** A repetition behind the others, or in the place of the one it revises: numbers are given once. */
function withRep(set: SetRecord, rep: RepRecord): SetRecord {
  if (!set.reps.some(({ n }) => n === rep.n)) return { ...set, reps: [...set.reps, rep] };
  return {
    ...set,
    reps: set.reps.map((known) => (known.n === rep.n ? rep : known)),
    faults: set.faults.map((span) =>
      span.startS < rep.endS && span.endS > rep.startS ? revisedSpan(span, rep) : span,
    ),
  };
}

/** The set with one more entry. Entries of one kind stay in the order in which they came. */
export function addEntry(set: SetRecord, entry: SetEntry): SetRecord {
  switch (entry.kind) {
    case 'rep':
      return withRep(set, entry.rep);
    case 'partial':
      return { ...set, partials: [...set.partials, entry.partial] };
    case 'hold':
      return { ...set, holds: [...set.holds, entry.hold] };
    case 'fault':
      return { ...set, faults: [...set.faults, entry.fault] };
    case 'exercise':
      return { ...set, exercise: entry.exercise };
    case 'curves':
      return { ...set, curves: joinCurves(set.curves, entry.curves) };
    case 'replay':
      return { ...set, replays: [...set.replays, entry.replay] };
    case 'slow':
      return { ...set, slowestFps: Math.min(set.slowestFps ?? entry.fps, entry.fps) };
  }
}

/** One stretch of curves behind the other. */
export function joinCurves(head: CurvesRecord | null, tail: CurvesRecord): CurvesRecord {
  if (head === null) return tail;
  return {
    t: [...head.t, ...tail.t],
    pelvisObliquityDeg: [...head.pelvisObliquityDeg, ...tail.pelvisObliquityDeg],
    kneeFppaDeg: {
      left: [...head.kneeFppaDeg.left, ...tail.kneeFppaDeg.left],
      right: [...head.kneeFppaDeg.right, ...tail.kneeFppaDeg.right],
    },
    bodyLineDeg: [...head.bodyLineDeg, ...tail.bodyLineDeg],
  };
}
