import type { Hold, PartialRep, Rep, Verdicts } from '../../src/core/exercise/events';
import type { FaultId } from '../../src/core/terms/ids';
import { deg, millis } from '../../src/core/units';

/** Both named faults judged and found good. */
export const clean = (): Verdicts => ({
  'hip-drop': { verdict: 'ok', peakDeg: deg(2), sdDeg: deg(1) },
  'knee-collapse': { verdict: 'ok', peakDeg: deg(3), sdDeg: deg(1.5) },
});

/** Both named faults judged, one of them found. */
export const faulty = (fault: FaultId, peak = 9): Verdicts => ({
  ...clean(),
  [fault]: { verdict: 'fault', peakDeg: deg(peak), sdDeg: deg(1) },
});

/** A counted repetition that takes two seconds; the n-th begins three seconds after the one before. */
export function aRep(given: Partial<Rep> = {}): Rep {
  const startMs = given.startMs ?? millis(((given.n ?? 1) - 1) * 3000);
  return {
    n: 1,
    side: 'left',
    startMs,
    peakMs: millis(startMs + 1000),
    endMs: millis(startMs + 2000),
    countedAtMs: millis(startMs + 2000),
    verdicts: clean(),
    ...given,
  };
}

export const aPartial = (given: Partial<PartialRep> = {}): PartialRep => ({
  ...aRep(given),
  why: 'not-deep-enough',
  ...given,
});

export const aHold = (given: Partial<Hold> = {}): Hold => ({
  side: 'left',
  startMs: millis(2000),
  endMs: millis(32_000),
  inPositionMs: millis(30_000),
  breaks: [],
  ...given,
});
