import { describe, expect, it } from 'vitest';
import type { RepRecord } from '../../src/core/session/record';
import { verdictsByLeg } from '../../src/core/session/verdicts-by-leg';
import { repRecord } from '../support/session-builders';

const signal = (side: 'left' | 'right', ...deg: number[]) => ({
  fault: 'knee-collapse' as const,
  side,
  lineDeg: 9,
  t: deg.map((_, index) => index / 10),
  deg,
  sdDeg: deg.map(() => 2),
});
const older = (verdict: RepRecord['verdicts']['knee-collapse'], ...judged: RepRecord['judged'] & {}) =>
  verdictsByLeg(
    { ...repRecord(1, { side: 'left' }), verdicts: verdict ? { 'knee-collapse': verdict } : {}, judged },
    'knee-collapse',
  );

describe('verdicts by leg', () => {
  it('are those that the judge gave', () => {
    const left = { verdict: 'not-seen', reason: 'too-uncertain', side: 'left' } as const;
    const right = { verdict: 'fault', peakDeg: 12, sdDeg: 2, side: 'right' } as const;
    const rep = {
      ...repRecord(1),
      verdicts: { 'knee-collapse': right },
      legs: { 'knee-collapse': [left, right] },
    };
    expect(verdictsByLeg(rep, 'knee-collapse')).toEqual([
      { side: 'left', verdict: left },
      { side: 'right', verdict: right },
    ]);
    expect(verdictsByLeg(rep, 'hip-drop')).toEqual([]);
  });

  it('of an older record say nothing good of a leg whose verdict was not kept', () => {
    const fault = { verdict: 'fault', peakDeg: 14, sdDeg: 2, side: 'right' } as const;
    expect(older(fault, signal('left', 1, 4), signal('right', 3, 14))).toEqual([
      { side: 'right', verdict: fault },
      { side: 'left', verdict: { verdict: 'not-seen', reason: 'too-uncertain', side: 'left' } },
    ]);
  });

  it('of an older record are fine for both legs where the worse one was', () => {
    const ok = { verdict: 'ok', peakDeg: 4, sdDeg: 2, side: 'right' } as const;
    expect(older(ok, signal('left', 1, 3, 2), signal('right', 3, 4))).toEqual([
      { side: 'right', verdict: ok },
      { side: 'left', verdict: { verdict: 'ok', peakDeg: 3, sdDeg: 2, side: 'left' } },
    ]);
  });

  it('of the oldest records go by the side that moved; the body as a whole has no leg', () => {
    const unnamed = { verdict: 'ok', peakDeg: 4 } as const;
    expect(older(unnamed)).toEqual([{ side: 'left', verdict: unnamed }]);
    const whole = { verdict: 'ok', peakDeg: null, side: null } as const;
    expect(older(whole)).toEqual([{ side: null, verdict: whole }]);
  });
});
