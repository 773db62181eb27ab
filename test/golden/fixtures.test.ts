import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findClips, ownExercise, type Clip } from '../../scripts/evaluate/clips';
import { applyCondition, AS_RECORDED, type Condition } from '../../scripts/evaluate/conditions';
import { FIXTURES } from '../../scripts/evaluate/options';
import { runClip } from '../../scripts/evaluate/run-clip';
import { isExact, scoreClip } from '../../scripts/evaluate/score';
import { mirrorTruth } from '../../scripts/evaluate/truth';
import type { ExerciseId } from '../../src/core/terms/ids';
import type { Side } from '../../src/core/units';
import { exercises } from '../../src/exercises/registry';
import type { Analysis } from '../../src/pipeline/analysis';

/**
 * Landmarks that went through the real pose model, in; what the app makes of them, out. Geometry alone: the movement
 * model has its own test. `UPDATE_GOLDEN=1 npx vitest run test/golden` writes what comes out now; read the
 * difference before it is committed.
 */
const clips = findClips(FIXTURES);
const ours = clips.filter((clip) => ownExercise(clip) !== null);
const idle = clips.filter((clip) => ownExercise(clip) === null);

const analyse = (clip: Clip, exercise: ExerciseId, condition: Condition = AS_RECORDED): Analysis => {
  const frames = applyCondition(clip.recorded('full') ?? [], condition);
  return runClip(clip.name, exercise, frames, []).analysis;
};

/** All that was found; of the judged curves, how long they are and how far they go. */
const found = ({ reps, partials, holds, faults, totals }: Analysis) => ({
  reps: reps.map(withoutSamples),
  partials: partials.map(withoutSamples),
  holds: holds.map(({ judged, ...hold }) => ({ ...hold, judged: judged && courseOf(judged) })),
  faults,
  totals,
});

type Judged = NonNullable<Analysis['reps'][number]['judged']>;

const courseOf = ({ fault, side, deg }: Judged[number]): string =>
  `${fault} ${side ?? 'body'}: ${String(deg.length)} samples, at most ${Math.max(...deg).toFixed(1)}°`;

/** Of the verdicts, the second leg's beside the worse one's. */
const withoutSamples = ({ judged = [], legs = {}, ...rep }: Analysis['reps'][number]) => ({
  ...rep,
  legs: Object.entries(legs).map(
    ([fault, verdicts]) => `${fault}: ${verdicts.map((one) => `${one.side} ${one.verdict}`).join(', ')}`,
  ),
  judged: judged.map(courseOf),
});

const own = (clip: Clip): ExerciseId => ownExercise(clip) ?? 'side-plank';
const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');

describe.each(ours.map((clip) => [clip.name, clip] as const))('%s', (name, clip) => {
  it('gives the events of the golden file', () => {
    const path = join(import.meta.dirname, 'events', `${name}.json`);
    const now = found(analyse(clip, own(clip)));
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, `${JSON.stringify(now, null, 1)}\n`);
    expect(existsSync(path), 'a golden file is missing: UPDATE_GOLDEN=1 writes it').toBe(true);
    expect(now).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });

  it('counts every true repetition on its side, and nothing else', () => {
    expectExact(analyse(clip, own(clip)), clip);
  });

  it('gives the same when it is run again', () => {
    expect(analyse(clip, own(clip))).toEqual(analyse(clip, own(clip)));
  });

  it('counts the same with 30 % of the frames lost', () => {
    expectExact(analyse(clip, own(clip), { ...AS_RECORDED, drop: 0.3 }), clip);
  });

  it('counts the same at 10 frames a second', () => {
    expectExact(analyse(clip, own(clip), { ...AS_RECORDED, fps: 10 }), clip);
  });

  it('swaps the sides in the mirror, and nothing else', () => {
    const plain = analyse(clip, own(clip));
    const mirrored = analyse(clip, own(clip), { ...AS_RECORDED, mirror: true });
    const { phantom, missed } = scoreClip(mirrored, mirrorTruth(clip.truth));
    expect({ phantom, missed }).toEqual({ phantom: 0, missed: 0 });
    expect(mirrored.reps.map((rep) => rep.side)).toEqual(plain.reps.map((rep) => other(rep.side)));
    expect(mirrored.holds.map((hold) => hold.side)).toEqual(plain.holds.map((hold) => other(hold.side)));
  });
});

describe.each(idle.map((clip) => [clip.name, clip] as const))('%s', (_, clip) => {
  it.each(exercises.map(({ id }) => id))('counts nothing with %s selected', (exercise) => {
    const { reps, holds, faults } = analyse(clip, exercise);
    expect({ reps, holds, faults }).toEqual({ reps: [], holds: [], faults: [] });
  });
});

describe('side planks', () => {
  const planks = ours.filter((clip) => clip.truth.exercise === 'side-plank');

  it.each(planks.map((clip) => [clip.name, clip] as const))(
    '%s: time in position within 1 s in 30, every sag found within half a second',
    (_, clip) => {
      const { holdSeenS, holdTrueS, windows, flagLatencyS, holdSidesRight } = scoreClip(
        analyse(clip, 'side-plank'),
        clip.truth,
      );
      expect(holdSidesRight).toBe(true);
      expect(Math.abs(holdSeenS - holdTrueS)).toBeLessThanOrEqual(holdTrueS / 30);
      expect(windows['hip-drop'].flagged).toBe(windows['hip-drop'].of);
      for (const latencyS of flagLatencyS) expect(latencyS).toBeLessThanOrEqual(0.5);
    },
  );
});

function expectExact(analysis: Analysis, clip: Clip): void {
  const score = scoreClip(analysis, clip.truth);
  expect(
    { missed: score.missed, phantom: score.phantom, wrongSide: score.wrongSide },
    `${String(score.counted)} counted of ${String(score.truth)}`,
  ).toEqual({ missed: 0, phantom: 0, wrongSide: 0 });
  expect(isExact(score)).toBe(true);
}
