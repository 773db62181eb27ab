import { describe, expect, it } from 'vitest';
import type { Millis } from '../../../src/core/units';
import type { LiveRequest } from '../../../src/ui/live/controller';
import { kept, LUNGES, stage, until, untilKept, WHOLE } from '../../support/live-stage';
import { anOpinion } from '../../support/movement-builder';

describe('where it is not sure which exercise this is', () => {
  const AUTO: LiveRequest = { exercise: 'auto', skipSetup: true };
  /** The model would not have it that these are lunges. */
  const mistaken = (atMs: Millis) => anOpinion(atMs, { 'hip-hike': 0.8, 'curtsy-lunge': 0.03 });

  it('asks, aloud too, and counts what was done before as what the person says', async () => {
    const { live, sessions } = stage([WHOLE], AUTO, [], mistaken);
    live.start();
    await until(() => live.offer.value !== null);
    const offered = live.offer.value ?? [];
    expect(offered).toContain('curtsy-lunge');
    expect(live.spoken.value).toContain('Which one is it?');
    expect(live.spoken.value).toContain(`Press ${offered.indexOf('curtsy-lunge') + 1} for Curtsy lunge.`);
    expect(live.view.value?.count).toBe(0);
    live.choose('curtsy-lunge');
    expect(live.offer.value).toBeNull();
    expect(live.definition.value?.id).toBe('curtsy-lunge');
    await until(() => live.view.value?.count === 10);
    expect(live.offer.value).toBeNull();
    live.end();
    await untilKept(live);
    const [record] = await kept(sessions);
    expect(record?.sets.map(({ exercise, reps }) => [exercise, reps.length])).toEqual([['curtsy-lunge', 10]]);
  });

  it('a choice of what nothing was done of leaves no empty session', async () => {
    const { live, sessions } = stage([{ ...WHOLE, toS: 9 }], AUTO, [], mistaken);
    live.start();
    await until(() => live.offer.value !== null);
    live.choose('side-plank');
    await until(() => live.view.value?.unit === 'seconds');
    live.end();
    await untilKept(live);
    expect(await kept(sessions)).toEqual([]);
  });

  it('what was counted as another exercise stays, in a set of its own', async () => {
    const { live, sessions } = stage([WHOLE], LUNGES, [], (atMs) =>
      atMs < 12_000 ? null : anOpinion(atMs, { 'kettlebell-march': 0.98 }),
    );
    live.start();
    await until(() => live.offer.value !== null);
    expect(live.offer.value).toEqual(['kettlebell-march', 'curtsy-lunge']);
    const before = live.view.value?.count ?? 0;
    expect(before).toBeGreaterThan(0);
    live.choose('kettlebell-march');
    expect(live.definition.value?.id).toBe('kettlebell-march');
    await until(() => live.view.value?.count === 0);
    live.choose('curtsy-lunge');
    await until(() => (live.view.value?.count ?? 0) > 0);
    live.end();
    await untilKept(live);
    const sets = (await kept(sessions))[0]?.sets ?? [];
    expect(sets.map(({ n, exercise }) => [n, exercise])).toEqual([
      [1, 'curtsy-lunge'],
      [2, 'curtsy-lunge'],
    ]);
    expect(sets[0]?.reps).toHaveLength(before);
  });
});
