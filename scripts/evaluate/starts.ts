import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { ClipTruth, TrueHold, TrueRep } from './truth';

/** Where a stream begins: as it was recorded, with the first movement, or within it. */
export type Start = 'as recorded' | 'at go' | 'in mid-movement';

/** What there is to see and what is true of it. */
export interface Shown {
  readonly frames: readonly PoseFrame[];
  readonly truth: ClipTruth;
}

/** Somebody is told to go and goes: this long before the first movement, seconds. */
const GO_S = 0.1;
/** Within the first repetition: its way out is half done. */
const WITHIN_SHARE = 0.25;
/** Within the first hold, seconds after its start. */
const WITHIN_HOLD_S = 1;

/**
 * The same clip, its beginning cut away: nobody stands still before the first movement. What is cut in two is not scored; of a hold
 * the rest is.
 */
export const startLate = ({ frames, truth }: Shown, start: Start): Shown => {
  const first = [...truth.reps, ...truth.holds].sort((a, b) => a.startS - b.startS)[0];
  if (start === 'as recorded' || !first) return { frames, truth };
  const fromS = start === 'at go' ? first.startS - GO_S : withinS(first);
  return {
    frames: frames.filter(({ timestampMs }) => timestampMs >= fromS * 1000),
    truth: {
      ...truth,
      reps: truth.reps.map((rep) => (rep.startS < fromS ? { ...rep, full: null } : rep)),
      holds: truth.holds.map((hold) => shorten(hold, fromS)),
      faultWindows: truth.faultWindows.filter((window) => window.startS >= fromS),
      frames: truth.frames.filter((frame) => frame.t >= fromS),
    },
  };
};

const withinS = (first: TrueRep | TrueHold): number =>
  'inPositionS' in first
    ? first.startS + WITHIN_HOLD_S
    : first.startS + WITHIN_SHARE * (first.endS - first.startS);

const shorten = (hold: TrueHold, fromS: number): TrueHold => {
  const cutS = Math.max(0, fromS - hold.startS);
  return { ...hold, startS: hold.startS + cutS, inPositionS: hold.inPositionS - cutS };
};
