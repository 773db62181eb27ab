import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exercises } from '../../../src/exercises/registry';
import { formatRoute, parseRoute } from '../../../src/ui/router';

describe('addresses', () => {
  it.each([
    ['', { name: 'choose' }],
    ['#/', { name: 'choose' }],
    ['#/history', { name: 'history' }],
    ['#/analyse', { name: 'analyse' }],
    ['#/review/abc', { name: 'review', sessionId: 'abc' }],
    ['#/live', { name: 'live', exercise: 'auto', autostart: false, skipSetup: false, goOn: false }],
    [
      '#/live?exercise=hip-hike&autostart=1',
      { name: 'live', exercise: 'hip-hike', autostart: true, skipSetup: false, goOn: false },
    ],
    [
      '#/live?exercise=programme',
      { name: 'live', exercise: 'programme', autostart: false, skipSetup: false, goOn: false },
    ],
    [
      '#/live?exercise=side-plank&skipSetup=1',
      { name: 'live', exercise: 'side-plank', autostart: false, skipSetup: true, goOn: false },
    ],
  ])('%s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it.each([
    ['#/live?exercise=squat', 'exercise', 'squat'],
    ['#/live?exercise=__proto__', 'exercise', '__proto__'],
    ['#/nowhere', 'address', '#/nowhere'],
    ['#/review/', 'address', '#/review/'],
  ])('%s says what is wrong with it', (hash, why, value) => {
    expect(parseRoute(hash)).toEqual({ name: 'unknown', why, value });
  });

  it('leads back to the same place', () => {
    const live = fc.record({
      name: fc.constant('live' as const),
      exercise: fc.constantFrom('auto' as const, 'programme' as const, ...exercises.map(({ id }) => id)),
      autostart: fc.boolean(),
      skipSetup: fc.boolean(),
      goOn: fc.boolean(),
    });
    const review = fc.record({
      name: fc.constant('review' as const),
      sessionId: fc.string({ minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.oneof(live, review), (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseRoute(`#/${text}`).name).toBeTypeOf('string');
      }),
    );
  });
});
