import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readFixture } from '../../../scripts/evaluate/fixture-stream';
import type { ExerciseDefinition, Prescription } from '../../../src/core/exercise/definition';
import type { PoseFrame } from '../../../src/core/pose/pose-frame';
import { CHANGE_S } from '../../../src/core/session/programme-state';
import { millis } from '../../../src/core/units';
import { exercises } from '../../../src/exercises/registry';
import { words } from '../../../src/ui/language';
import { kept, stage, WHOLE } from '../../support/live-stage';

const STREAMS = resolve(import.meta.dirname, '../../fixtures/streams');
/** In the order of the programme; hip hikes and the plank take a recording for each side. */
const CLIPS = [
  ['d01_band_clean'],
  ['d07_hike_right_clean', 'd08_hike_left_faults'],
  ['d09_march_kbR_clean'],
  ['d12_curtsy_clean'],
  ['d04_plank_left_clean', 'd05_plank_right_sag'],
] as const;
/** In place and still for so long: the checks, the countdown, and a breath. */
const STILL_S = 8;

/** One recording after the other, as a person would do them: into place in the rest, still, and off. */
function everything(): readonly PoseFrame[] {
  const all: PoseFrame[] = [];
  const add = (poses: readonly PoseFrame[]): void => {
    const from = (all.at(-1)?.timestampMs ?? 0) + 100 - (poses[0]?.timestampMs ?? 0);
    for (const pose of poses) all.push({ ...pose, timestampMs: millis(pose.timestampMs + from) });
  };
  const held = (pose: PoseFrame | undefined, seconds: number): readonly PoseFrame[] =>
    pose ? Array.from({ length: seconds * 10 }, (_, n) => ({ ...pose, timestampMs: millis(n * 100) })) : [];
  CLIPS.forEach((clips, exercise) => {
    clips.forEach((clip, side) => {
      const { frames } = readFixture(join(STREAMS, `${clip}.full.stream.gz`));
      add(held(frames[0], side > 0 ? 1 : (exercise > 0 ? CHANGE_S : 0) + STILL_S));
      add(frames);
      add(held(frames.at(-1), 1));
    });
  });
  return all;
}

/** As much of each as the recordings show. */
const shortened = (definition: ExerciseDefinition): ExerciseDefinition => {
  const asked: Prescription =
    definition.prescription.kind === 'hold'
      ? { ...definition.prescription, holdS: 8, sets: 1, firstSide: 'left' }
      : {
          ...definition.prescription,
          sets: 1,
          reps: definition.id === 'hip-hike' ? 5 : definition.prescription.reps,
        };
  return { ...definition, prescription: asked };
};

it(
  'all five go from the start to the review without a hand on the machine',
  { timeout: 240_000 },
  async () => {
    const { live, sessions, sink, timePasses } = stage(
      [{ ...WHOLE, poses: everything() }],
      { exercise: 'programme', skipSetup: false },
      [],
      () => null,
      { definitions: exercises.map(shortened) },
    );
    const stages: string[] = [];
    live.stage.subscribe(({ kind }) => {
      if (stages.at(-1) !== kind) stages.push(kind);
    });
    const said: (readonly [stage: string, text: string])[] = [];
    const give = sink.give.bind(sink);
    sink.give = (cue) => {
      if (cue.speech) said.push([live.stage.value.kind, cue.speech.text]);
      give(cue);
    };
    live.start();
    const isOver = () => live.stage.value.kind === 'ended' && live.stage.value.isKept;
    await expect.poll(isOver, { timeout: 200_000, interval: 20 }).toBe(true);
    timePasses(60_000);
    expect(live.stage.value).toMatchObject({ kind: 'ended', isTelling: false });
    const each = ['setup', 'countdown', 'work'];
    expect(stages).toEqual([
      'placing',
      'starting',
      ...CLIPS.flatMap((_, n) => (n === 0 ? each : ['rest', ...each])),
      // Passed through within one picture: the last set is done, and so is everything.
      'rest',
      'ended',
    ]);
    const saidIn = (name: string) => said.flatMap(([where, text]) => (where === name ? [text] : []));
    expect(saidIn('countdown')).toEqual(CLIPS.flatMap(() => ['3', '2', '1']));
    const todos: readonly string[] = [...Object.values(words.setup), ...Object.values(words.setupLying)].map(
      ({ todo }) => todo,
    );
    expect(said.filter(([where, text]) => where !== 'setup' && todos.includes(text))).toEqual([]);
    const afterCountdown = said.filter(
      (_, n) => said[n - 1]?.[0] === 'countdown' && said[n - 1]?.[1] === '1',
    );
    expect(afterCountdown).toEqual(CLIPS.map(() => ['work', words.coach.go.short]));
    const sets = (await kept(sessions))[0]?.sets ?? [];
    expect(sets.map(({ exercise, reps, holds }) => [exercise, reps.length, holds.length > 0])).toEqual([
      ['banded-lateral-step', 20, false],
      ['hip-hike', 15, false],
      ['kettlebell-march', 10, false],
      ['curtsy-lunge', 10, false],
      ['side-plank', 0, true],
    ]);
  },
);
