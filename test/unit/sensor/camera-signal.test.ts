import { describe, expect, it } from 'vitest';
import { cameraSignal, sessionSignal } from '../../../src/core/sensor/camera-signal';
import { emptySet, type CurvesRecord, type SetRecord } from '../../../src/core/session/record';
import { sensorView } from '../../../src/ui/model/sensor-view';
import { aSetStart } from '../../support/session-builders';

const curves = (t: readonly number[], deg: readonly (number | null)[]): CurvesRecord => ({
  t,
  pelvisObliquityDeg: deg,
  kneeFppaDeg: { left: t.map(() => null), right: t.map(() => null) },
  bodyLineDeg: t.map(() => null),
});
const set = (n: number, own: CurvesRecord | null): SetRecord => ({
  ...emptySet(n, aSetStart()),
  curves: own,
});

describe('what the camera measured', () => {
  it('is the pelvis where it was sure, and not while the person lies', () => {
    const lying = { ...curves([0, 1, 2], [3, null, 5]), bodyLineDeg: [null, null, 8] };
    expect(cameraSignal(lying)).toEqual({ timesS: [0, 1, 2], deg: [3, NaN, NaN] });
  });

  it('goes on over the sets of a session', () => {
    const sets = [set(1, curves([0, 1], [1, 2])), set(2, null), set(3, curves([9, 10], [3, 4]))];
    expect(sessionSignal(sets)).toEqual({ timesS: [0, 1, 9, 10], deg: [1, 2, 3, 4] });
  });

  it('is that of the clock with the most on it, where a reload began a new one', () => {
    const sets = [
      set(1, curves([50, 51], [1, null])),
      set(2, curves([0, 1], [3, 4])),
      set(3, curves([2, 3], [5, 6])),
    ];
    expect(sessionSignal(sets)).toEqual({ timesS: [0, 1, 2, 3], deg: [3, 4, 5, 6] });
    expect(sessionSignal([])).toEqual({ timesS: [], deg: [] });
  });
});

describe('what is shown of the comparison', () => {
  const pairs = [0, 0.1, 0.2, 5, 5.1].map((timeS) => ({ timeS, cameraDeg: 1, sensorDeg: -2.25 }));
  const comparison = {
    ...{ n: 5, biasDeg: 3.25, sdDeg: 0, lowerDeg: 3.25, upperDeg: 3.25, r: null },
    ...{
      driftDegPerMin: 0,
      offsetS: -0.004,
      screen: 'in' as const,
      isScreenGiven: false,
      heldOut: null,
      pairs,
    },
  };

  it('breaks the curves in a pause, and reads both out with their signs', () => {
    const view = sensorView(comparison, { badRows: 0 });
    expect(view.timesS).toEqual([0, 0.1, 0.2, 2.6, 5, 5.1]);
    expect(view.curves.map(({ values }) => values[3])).toEqual([null, null]);
    expect(view.readouts[0]?.words).toBe('0.0 s: Camera 1.0°; Phone −2.3°');
    expect(view.rows[0]).toEqual(['0.0 s', '1.0°', '−2.3°', '3.3°']);
    expect(view.notes[0]).toContain('offset 0.00 s');
  });

  it('says of drift and lost rows only where there are some', () => {
    expect(sensorView(comparison, { badRows: 0 }).notes).toHaveLength(4);
    const worse = sensorView({ ...comparison, driftDegPerMin: -0.8 }, { badRows: 1 }).notes;
    expect(worse).toHaveLength(6);
    expect(worse.join(' ')).toMatch(/−0\.8° a minute.*One row/);
  });
});
