import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../scripts/evaluate/conditions';
import type { ExerciseEvent } from '../../../src/core/exercise/events';
import type { KinematicFrame } from '../../../src/core/kinematics/kinematic-frame';
import { deg, millis } from '../../../src/core/units';
import banded from '../../../src/exercises/banded-lateral-step.exercise';
import { standingAt } from '../../support/body-points-builder';
import { feetAt, lateralSteps, type FootStep } from '../../support/feet-script';
import { aKinematicFrame } from '../../support/kinematic-frame-builder';
import { runCounting } from '../../support/run-counting';

const START = { left: 0.12, right: -0.12 };
const STANCE = {
  kind: 'quiet' as const,
  body: standingAt(START.left, START.right),
  feet: 'level' as const,
  yawDeg: deg(0),
  updatedMs: millis(500),
};

interface Run {
  readonly fps?: number;
  readonly toS?: number;
  /** Standard deviation of a foot's place, body lengths; planted feet of recordings wander by 0.003. */
  readonly noise?: number;
  readonly seed?: number;
  readonly instead?: (t: number) => Partial<KinematicFrame> | null;
  /** The whole picture moves by this much at a time: a camera that pans. */
  readonly pan?: (t: number) => number;
}

const run = (steps: readonly FootStep[], options: Run = {}): readonly ExerciseEvent[] => {
  const { fps = 15, toS = 20, noise = 0, seed = 1, instead = () => null, pan = () => 0 } = options;
  const random = seededRandom(seed);
  const wander = (): number => noise * (random() + random() + random() + random() - 2) * 1.7;
  const frames = Array.from({ length: Math.floor(toS * fps) + 1 }, (_, i) => {
    const t = i / fps;
    const { left, right, lifted } = feetAt(START, steps, t);
    const body = standingAt(left + wander() + pan(t), right + wander() + pan(t), lifted);
    const frame = { timestampMs: millis(t * 1000), body, stance: t >= 0.6 ? STANCE : null, yawDeg: deg(0) };
    return aKinematicFrame({ ...frame, ...instead(t) });
  });
  return runCounting(banded, frames);
};

const repsOf = (events: readonly ExerciseEvent[]) =>
  events.flatMap((event) => (event.kind === 'rep-counted' ? [event.rep] : []));
const partialsOf = (events: readonly ExerciseEvent[]) =>
  events.flatMap((event) => (event.kind === 'rep-partial' ? [event.partial] : []));

const plan = (side: 'left' | 'right', count: number, way = 0.15) =>
  Array.from({ length: count }, () => ({ side, way, lastsS: 1.1, pauseS: 0.2 }));

describe('banded lateral steps', () => {
  it('count ten to the right and ten back to the left', () => {
    const { steps, reps } = lateralSteps(START, [...plan('right', 10), ...plan('left', 10)]);
    const counted = repsOf(run(steps, { toS: 30 }));
    expect(counted.map((rep) => rep.side)).toEqual(reps.map((rep) => rep.side));
    counted.forEach((rep, i) => {
      expect(rep.n).toBe(i + 1);
      // A frame at 15 frames a second, and the slow ends of a foot's way.
      expect(Math.abs(rep.startMs / 1000 - (reps[i]?.startS ?? 0))).toBeLessThan(0.2);
      expect(Math.abs(rep.endMs / 1000 - (reps[i]?.endS ?? 0))).toBeLessThan(0.2);
      expect(rep.countedAtMs / 1000 - (reps[i]?.endS ?? 0)).toBeLessThan(0.25);
    });
  });

  it('take a step out and back for a partial', () => {
    const events = run([
      { foot: 'right', fromS: 2, toS: 2.6, to: -0.3 },
      { foot: 'right', fromS: 3, toS: 3.6, to: START.right },
    ]);
    expect(repsOf(events)).toEqual([]);
    expect(partialsOf(events)).toMatchObject([{ side: 'right', why: 'not-travelled' }]);
  });

  it('do not count a stance that widens, nor one that narrows', () => {
    const wider: FootStep[] = [
      { foot: 'right', fromS: 2, toS: 2.5, to: -0.25 },
      { foot: 'left', fromS: 3, toS: 3.5, to: 0.25 },
    ];
    const narrower: FootStep[] = [
      { foot: 'right', fromS: 5, toS: 5.5, to: -0.12 },
      { foot: 'left', fromS: 6, toS: 6.5, to: 0.12 },
    ];
    expect(repsOf(run([...wider, ...narrower]))).toEqual([]);
  });

  it('do not count a camera that pans', () => {
    const pan = (t: number): number => (t < 3 ? 0 : t < 4 ? (t - 3) * 0.3 : 0.3);
    expect(repsOf(run([], { pan }))).toEqual([]);
  });

  it('do not count somebody who walks through: the feet pass one another', () => {
    const walk: FootStep[] = Array.from({ length: 8 }, (_, i) => ({
      foot: i % 2 === 0 ? ('right' as const) : ('left' as const),
      fromS: 2 + i * 0.6,
      toS: 2.5 + i * 0.6,
      to: -0.4 - i * 0.4,
    }));
    expect(repsOf(run(walk))).toEqual([]);
  });

  it('do not count before the stance is known', () => {
    const { steps } = lateralSteps(START, plan('left', 3));
    expect(repsOf(run(steps, { instead: () => ({ stance: null }) }))).toEqual([]);
  });

  it('count on after a loss, without a phantom for the step that was lost', () => {
    const { steps, reps } = lateralSteps(START, [
      ...plan('right', 2),
      { side: 'right', way: 0.15, lastsS: 1.1, pauseS: 1.5 },
      ...plan('right', 2),
    ]);
    const gone = reps[2] ?? { startS: 0, endS: 0 };
    const lost = (t: number) =>
      t > gone.startS - 0.1 && t < gone.endS + 0.2 ? ({ lost: 'not-tracked', body: null } as const) : null;
    expect(repsOf(run(steps, { instead: lost }))).toHaveLength(4);
  });

  it('judge the knee of either leg, and report not-seen without the movement model', () => {
    const { steps } = lateralSteps(START, plan('right', 1));
    const collapsed = { left: { deg: deg(-3), sd: deg(1) }, right: { deg: deg(15), sd: deg(1) } };
    const seen = run(steps, { instead: (t) => (t > 2.3 ? { kneeFppa: collapsed } : null) });
    expect(repsOf(seen)[0]?.verdicts['knee-collapse']).toMatchObject({ verdict: 'fault' });
    expect(seen.find((event) => event.kind === 'fault-raised')).toMatchObject({
      fault: 'knee-collapse',
      side: 'right',
    });
    const blind = run(steps, { instead: () => ({ source: 'geometry', kneeFppa: collapsed }) });
    expect(repsOf(blind)[0]?.verdicts['knee-collapse']).toMatchObject({
      verdict: 'not-seen',
      reason: 'too-uncertain',
    });
  });

  it('judge the pelvis on the leg that stands: the trail leg first, then the lead leg', () => {
    const { steps } = lateralSteps(START, plan('right', 1));
    // To the right the left leg stands first: there, the right side sinks, which is a negative obliquity.
    const dropped = (fromS: number, toS: number, value: number) =>
      run(steps, {
        instead: (t) => ({ pelvisObliquity: { deg: deg(t > fromS && t < toS ? value : 0), sd: deg(0.8) } }),
      }).find((event) => event.kind === 'fault-raised' && event.fault === 'hip-drop');
    expect(dropped(2.1, 2.45, -10)).toMatchObject({ fault: 'hip-drop', side: 'left' });
    expect(dropped(2.6, 3.05, 10)).toMatchObject({ fault: 'hip-drop', side: 'right' });
    expect(dropped(2.1, 2.45, 10)).toBeUndefined();
  });
});

describe('any session of steps', () => {
  const step = fc.record({
    side: fc.constantFrom('left' as const, 'right' as const),
    way: fc.double({ min: 0.06, max: 0.28, noNaN: true }),
    lastsS: fc.double({ min: 0.7, max: 2.4, noNaN: true }),
    pauseS: fc.double({ min: 0.3, max: 1, noNaN: true }),
  });
  const session = fc.record({
    plan: fc.array(step, { minLength: 1, maxLength: 8 }),
    fps: fc.constantFrom(10, 15, 24, 30),
    seed: fc.nat(1_000_000),
  });

  it('is counted exactly, each on its side, at any rate and with the noise of real landmarks', () => {
    fc.assert(
      fc.property(session, ({ plan: steps, fps, seed }) => {
        const script = lateralSteps(START, steps);
        const toS = (script.reps.at(-1)?.endS ?? 0) + 1.5;
        const counted = repsOf(run(script.steps, { fps, seed, toS, noise: 0.0015 }));
        expect(counted.map((rep) => rep.side)).toEqual(steps.map(({ side }) => side));
      }),
      { numRuns: 150 },
    );
  });

  it('gives nothing when nobody moves', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(10, 15, 30), (seed, fps) => {
        const events = run([], { fps, seed, toS: 12, noise: 0.003 });
        expect([...repsOf(events), ...partialsOf(events)]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('standing tall in banded lateral steps', () => {
  const check = banded.checks.find(({ fault }) => fault === 'standing-tall');
  const aboveSquat = (frame: Partial<KinematicFrame>): number | null => {
    if (check?.kind !== 'measured') throw new Error('not measured');
    return check.measure(aKinematicFrame({ stance: STANCE, ...frame }), null)?.deg ?? null;
  };
  const bent = (by: number) => ({ deg: deg(by), sd: deg(6) });
  const read = (left: number, right: number) =>
    aboveSquat({
      body: standingAt(START.left, START.right),
      flexion: { hip: { left: bent(10), right: bent(10) }, knee: { left: bent(left), right: bent(right) } },
    });
  /** A body whose legs look so much shorter or longer, on feet that stand so much lower in the picture. */
  const seen = (legs: number, lower = 0) => {
    const body = standingAt(START.left, START.right, { left: -lower, right: -lower });
    return aboveSquat({ body: { ...body, pelvis: { ...body.pelvis, y: 0.6 * legs - lower } } });
  };

  it('goes by the bend of the knees that the movement model reads, whatever the picture looks like', () => {
    // What people with knees bent by 38° and 4° read, and the limits of the check.
    expect(read(37, 37)).toBeLessThan(-10);
    expect(read(20, 20)).toBeGreaterThan(8);
    expect(read(37, 37)).toBe(read(41, 33));
  });

  it('goes without it by how short the legs look', () => {
    expect(seen(0.93)).toBeLessThan(-15);
    expect(seen(1)).toBe(22);
  });

  it('says nothing of legs that look longer because the camera is nearer', () => {
    expect(seen(0.99, 0.06)).toBeNull();
  });
});
