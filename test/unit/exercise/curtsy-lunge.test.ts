import { describe, expect, it } from 'vitest';
import { plainPlans, runSet } from '../../support/run-set';
import { AVERAGE_BUILD, film, simulateMovement, type RepPlan } from '../../support/simulator';

const lunges = (over: (n: number) => Partial<RepPlan>) => {
  const plans = plainPlans('curtsy-lunge', 4).map((plan, n) => ({ ...plan, ...over(n) }));
  const { poses, truth } = film(simulateMovement('curtsy-lunge', AVERAGE_BUILD, plans));
  return { ...runSet('curtsy-lunge', poses).state, truth };
};

describe('a curtsy lunge', () => {
  it('says that the foot did not cross when it went straight back', () => {
    const { reps, partials, truth } = lunges((n) => ({ isStraight: n === 2 }));
    expect(partials.map(({ side, why }) => [side, why])).toEqual([[truth[2]?.side, 'not-crossed']]);
    expect(reps).toHaveLength(3);
  });

  it('makes nothing of a shallow lunge straight back', () => {
    const { reps, partials } = lunges((n) => (n === 2 ? { isStraight: true, range: 0.4, full: false } : {}));
    expect([reps.length, partials]).toEqual([3, []]);
  });
});
