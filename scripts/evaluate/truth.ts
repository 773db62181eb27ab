import type { ExerciseId, FaultId } from '../../src/core/terms/ids';
import type { Side } from '../../src/core/units';
import { exerciseById } from '../../src/exercises/registry';

/** What really happened in a clip, whatever file it was read from. Times in seconds of the clip. */
export interface ClipTruth {
  /** `none`: nobody does one of the five. */
  readonly exercise: ExerciseId | 'none';
  readonly reps: readonly TrueRep[];
  /** How many repetitions of another movement it shows, where somebody counted them. */
  readonly foreignReps?: number;
  readonly holds: readonly TrueHold[];
  readonly faultWindows: readonly TrueWindow[];
  /** Empty when only counts are known. */
  readonly frames: readonly TrueFrame[];
}

export interface TrueRep {
  readonly side: Side;
  readonly startS: number;
  readonly endS: number;
  /** False: an attempt that must not be counted. Null: between the two; counted or not, it is not scored. */
  readonly full: boolean | null;
  readonly faults: readonly FaultId[];
  /** Faults whose measured peak lies between clean and faulty: not scored. */
  readonly grey: readonly FaultId[];
  /** How far the pelvis sank on the free side beyond the own stance, degrees, where the truth says so. */
  readonly dropDeg?: number;
  /** The largest inward angle of each knee that is judged, degrees, where the truth says so. */
  readonly kneeDeg?: Readonly<Record<Side, number | null>>;
  /** False: done badly on purpose, whether or not a hip dropped. */
  readonly isDoneWell?: boolean;
}

export interface TrueHold {
  /** Null when nobody wrote it down. */
  readonly side: Side | null;
  readonly startS: number;
  readonly endS: number;
  /** Length without the sagging spans. */
  readonly inPositionS: number;
}

export interface TrueWindow {
  readonly fault: FaultId;
  readonly side: Side | null;
  readonly startS: number;
  readonly endS: number;
}

/** Measures of one picture, signs as in the core. Null where they mean nothing. */
export interface TrueFrame {
  readonly t: number;
  readonly pelvisObliquityDeg: number | null;
  readonly trunkLeanDeg: number | null;
  readonly kneeFppaDeg: Readonly<Record<Side, number | null>>;
  /** + = sagging, as the core has it. */
  readonly bodyLineDeg: number | null;
  /** Within a repetition or hold, when the measures are judged. */
  readonly loaded: boolean;
  /** The one leg that carries the weight, where it is one and the truth says so. */
  readonly standing?: Side | null;
}

interface RawTruth {
  readonly schema: string;
  readonly exercise: string;
  readonly reps?: readonly {
    readonly side: Side;
    readonly start_s: number;
    readonly end_s: number;
    readonly full?: boolean;
    readonly faults?: readonly string[];
    readonly grey?: readonly string[];
  }[];
  readonly holds?: readonly {
    readonly side: Side;
    readonly start_s: number;
    readonly end_s: number;
    readonly in_position_s?: number;
  }[];
  readonly faultWindows?: readonly {
    readonly fault: string;
    readonly side?: Side | null;
    readonly start_s: number;
    readonly end_s: number;
  }[];
  readonly frames?: readonly RawFrame[];
}

interface RawFrame {
  readonly t: number;
  readonly pelvisObliquityDeg?: number | null;
  readonly trunkLeanDeg?: number | null;
  readonly kneeFppaDeg?: Readonly<Record<Side, number>>;
  readonly fppaValid?: Readonly<Record<Side, boolean>>;
  readonly bodyLineDeg?: number | null;
}

export const TRUTH_SCHEMA = 'hipline.truth/1';

/** Reads a `hipline.truth/1` object. Throws when it is something else. */
export const readTruth = (json: unknown): ClipTruth => {
  const raw = json as RawTruth;
  if (raw.schema !== TRUTH_SCHEMA) throw new Error(`not a ${TRUTH_SCHEMA} file`);
  const reps = (raw.reps ?? []).map((rep) => ({
    side: rep.side,
    startS: rep.start_s,
    endS: rep.end_s,
    full: rep.full ?? true,
    faults: (rep.faults ?? []).map(asFault),
    grey: (rep.grey ?? []).map(asFault),
  }));
  const holds = (raw.holds ?? []).map((hold) => ({
    side: hold.side,
    startS: hold.start_s,
    endS: hold.end_s,
    inPositionS: hold.in_position_s ?? hold.end_s - hold.start_s,
  }));
  const spans = [...reps, ...holds];
  return {
    exercise: exerciseById(raw.exercise)?.id ?? 'none',
    reps,
    holds,
    faultWindows: (raw.faultWindows ?? []).map((window) => ({
      fault: asFault(window.fault),
      side: window.side ?? null,
      startS: window.start_s,
      endS: window.end_s,
    })),
    frames: (raw.frames ?? []).map((frame) => readFrame(frame, isWithin(frame.t, spans))),
  };
};

const readFrame = (raw: RawFrame, loaded: boolean): TrueFrame => ({
  t: raw.t,
  pelvisObliquityDeg: raw.pelvisObliquityDeg ?? null,
  trunkLeanDeg: raw.trunkLeanDeg ?? null,
  kneeFppaDeg: { left: validFppa(raw, 'left'), right: validFppa(raw, 'right') },
  bodyLineDeg: raw.bodyLineDeg === undefined || raw.bodyLineDeg === null ? null : -raw.bodyLineDeg,
  loaded,
});

const validFppa = (raw: RawFrame, side: Side): number | null =>
  raw.fppaValid?.[side] ? (raw.kneeFppaDeg?.[side] ?? null) : null;

/** The truth files write some names with underscores. */
const asFault = (name: string): FaultId => name.replaceAll('_', '-') as FaultId;

export const isWithin = (
  t: number,
  spans: readonly { readonly startS: number; readonly endS: number }[],
): boolean => spans.some((span) => t >= span.startS && t <= span.endS);

/** The same clip seen in a mirror: only the sides swap, and the signs of what leans. */
export const mirrorTruth = (truth: ClipTruth): ClipTruth => ({
  ...truth,
  reps: truth.reps.map(({ kneeDeg, ...rep }) => ({
    ...rep,
    side: swap(rep.side),
    ...(kneeDeg ? { kneeDeg: { left: kneeDeg.right, right: kneeDeg.left } } : {}),
  })),
  holds: truth.holds.map((hold) => ({ ...hold, side: hold.side && swap(hold.side) })),
  faultWindows: truth.faultWindows.map((window) => ({
    ...window,
    side: window.side && swap(window.side),
  })),
  frames: truth.frames.map((frame) => ({
    ...frame,
    pelvisObliquityDeg: negate(frame.pelvisObliquityDeg),
    trunkLeanDeg: negate(frame.trunkLeanDeg),
    kneeFppaDeg: { left: frame.kneeFppaDeg.right, right: frame.kneeFppaDeg.left },
    ...(frame.standing ? { standing: swap(frame.standing) } : {}),
  })),
});

const swap = (side: Side): Side => (side === 'left' ? 'right' : 'left');
const negate = (value: number | null): number | null => (value === null ? null : -value);
