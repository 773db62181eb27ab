import { describe, expect, it } from 'vitest';
import {
  emptySession,
  emptySet,
  type FaultRecord,
  type HoldRecord,
  type SessionRecord,
} from '../../../src/core/session/record';
import { nextScreeningAt, screeningsOf } from '../../../src/core/session/screening';
import { digestOf } from '../../../src/core/session/session-digest';
import { aSetStart, aStart, EVENING } from '../../support/session-builders';

const stand = (startS: number, lengthS: number, dropDeg: number | null): HoldRecord => ({
  side: 'left',
  startS,
  endS: startS + lengthS,
  inPositionS: lengthS,
  breaks: [],
  ...(dropDeg === null
    ? {}
    : { judged: { fault: 'hip-drop', side: 'left', lineDeg: 7, t: [startS], deg: [dropDeg], sdDeg: [1] } }),
});
const drop = (startS: number, peakDeg: number): FaultRecord => ({
  fault: 'hip-drop',
  side: 'left',
  startS,
  endS: startS + 1,
  flaggedAtS: startS + 0.3,
  peakDeg,
});
const session = (holds: readonly HoldRecord[], faults: readonly FaultRecord[] = []): SessionRecord => ({
  ...emptySession('a', aStart()),
  sets: [{ ...emptySet(1, aSetStart({ exercise: 'single-leg-stand' })), holds, faults }],
});
const leftOf = (record: SessionRecord) => screeningsOf([digestOf(record)])[0]?.legs.left;

describe('the hip test of a leg', () => {
  it('is level when nothing sank for thirty seconds', () => {
    expect(leftOf(session([stand(2, 30.2, 3)]))).toEqual({
      outcome: 'level',
      stoodS: expect.closeTo(30.2, 6) as number,
      firstDropS: null,
      largestDropDeg: 3,
    });
  });

  it('has the time to the first drop and the largest one', () => {
    expect(leftOf(session([stand(2, 31, 8.5)], [drop(20, 8.6), drop(12, 7.2)]))).toMatchObject({
      outcome: 'dropped',
      firstDropS: 10,
      largestDropDeg: 8.6,
    });
  });

  it('takes the longest stand, and no drop of another one', () => {
    const holds = [stand(2, 4, 9), stand(20, 30, 2)];
    expect(leftOf(session(holds, [drop(3, 9)]))).toMatchObject({ outcome: 'level', firstDropS: null });
  });

  it('is short, not judged or not done, and never level then', () => {
    expect(leftOf(session([stand(2, 28.9, 2)]))?.outcome).toBe('short');
    expect(leftOf(session([stand(2, 29, 2)]))?.outcome).toBe('level');
    expect(leftOf(session([stand(2, 30, null)]))?.outcome).toBe('not-measured');
    const right = session([{ ...stand(2, 30, 2), side: 'right' }]);
    expect(leftOf(right)?.outcome).toBe('not-done');
  });

  it('is worth doing again after two weeks', () => {
    const [newest] = screeningsOf([digestOf(session([stand(2, 30, 2)]))]);
    expect(nextScreeningAt(newest)).toBe(EVENING + 14 * 86_400_000);
    expect(nextScreeningAt(undefined)).toBeNull();
  });
});
