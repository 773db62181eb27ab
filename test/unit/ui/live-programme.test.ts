import { describe, expect, it } from 'vitest';
import { MORE_REST_S } from '../../../src/core/session/programme-state';
import { kept, stage, until, untilKept, WHOLE } from '../../support/live-stage';

describe('the rest', () => {
  const resting = async () => {
    const staged = stage([WHOLE]);
    staged.live.start();
    await until(() => staged.live.stage.value.kind === 'rest');
    return staged;
  };

  it('shows what comes, can be prolonged, and ends when the person is ready', async () => {
    const { live } = await resting();
    expect(live.rest.value).toMatchObject({ set: 2, sets: 2, isOther: false, next: { id: 'curtsy-lunge' } });
    const leftS = live.rest.value?.leftS ?? 0;
    live.prolongRest();
    expect(live.rest.value?.leftS).toBe(leftS + MORE_REST_S);
    live.skipRest();
    expect(live.stage.value.kind).toBe('work');
    expect(live.rest.value).toBeNull();
    expect(live.ownReps.value).toBeNull();
    // No count of the set before, until the first picture of this one.
    expect(live.view.value).toBeNull();
    live.dispose();
  });

  it('takes the person’s own count of the set, and keeps both numbers', async () => {
    const { live, sessions } = await resting();
    expect(live.ownReps.value).toEqual({ left: 5, right: 5 });
    live.correct('left', 6);
    live.end();
    await untilKept(live);
    const [set] = (await kept(sessions))[0]?.sets ?? [];
    expect(set?.reps).toHaveLength(10);
    expect(set?.correctedReps).toEqual({ left: 6, right: 5 });
  });
});

describe('all five exercises in turn', () => {
  it('change over by themselves or when asked to, and are kept as one session', async () => {
    const { live, sessions } = stage([WHOLE], { exercise: 'programme', skipSetup: true });
    live.start();
    await until(() => live.stage.value.kind === 'work');
    expect(live.definition.value?.id).toBe('banded-lateral-step');
    expect(live.position.value).toEqual({ n: 1, of: 5 });
    live.skipExercise();
    live.skipExercise();
    live.skipExercise();
    expect(live.stage.value.kind).toBe('rest');
    expect(live.rest.value).toMatchObject({ isOther: true, next: { id: 'curtsy-lunge' } });
    expect(live.ownReps.value).toBeNull();
    live.skipRest();
    expect(live.stage.value.kind).toBe('work');
    expect(live.definition.value?.id).toBe('curtsy-lunge');
    await until(() => (live.view.value?.count ?? 0) >= 3);
    const count = live.view.value?.count;
    expect(live.position.value).toEqual({ n: 4, of: 5 });
    live.skipExercise();
    expect(live.rest.value).toMatchObject({ isOther: true, next: { id: 'side-plank' } });
    live.skipExercise();
    await untilKept(live);
    // Nothing was done to its end: nothing is told of it.
    expect(live.stage.value).toMatchObject({ isTelling: false });
    const sets = (await kept(sessions))[0]?.sets ?? [];
    expect(sets.map(({ exercise, reps }) => [exercise, reps.length])).toEqual([['curtsy-lunge', count]]);
  });

  it('check the person’s place before each', async () => {
    const { live } = stage([WHOLE], { exercise: 'programme', skipSetup: false });
    live.start();
    await until(() => live.stage.value.kind === 'setup');
    live.skipSetup();
    live.skipExercise();
    live.skipRest();
    expect(live.definition.value?.id).toBe('hip-hike');
    expect(live.stage.value.kind).toBe('setup');
    expect(live.gate.value.progress).toBe(0);
    live.dispose();
  });
});
