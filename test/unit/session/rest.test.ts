import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prolong, restLeftS, startRest, stepRest } from '../../../src/core/session/rest';
import { millis } from '../../../src/core/units';

/** A camera's clock has fractions, and their sum may come out a little above. */
const clock = fc.double({ min: 0, max: 1e7, noNaN: true });
const seconds = fc.integer({ min: 10, max: 180 });

describe('the rest', () => {
  it('begins with the whole of its seconds, never one more, whatever the clock', () => {
    fc.assert(
      fc.property(clock, seconds, (atMs, restS) => {
        const rest = startRest(millis(atMs), restS);
        expect(restLeftS(rest, millis(atMs))).toBe(restS);
        expect(restLeftS(prolong(rest, 30), millis(atMs))).toBe(restS + 30);
        expect(stepRest(rest, millis(atMs))).toEqual({ rest, events: [] });
      }),
    );
  });

  it('has nothing left when it is over', () => {
    const rest = startRest(millis(0), 10);
    expect(restLeftS(rest, millis(10_000))).toBe(0);
    expect(restLeftS(rest, millis(60_000))).toBe(0);
    expect(stepRest(rest, millis(10_000))).toBeNull();
  });
});
