import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../../../scripts/evaluate/fixture-stream';
import type { PoseFrame } from '../../../src/core/pose/pose-frame';
import { millis } from '../../../src/core/units';
import { exercises } from '../../../src/exercises/registry';
import { words } from '../../../src/ui/language';
import { stage, until, WHOLE } from '../../support/live-stage';

const STREAM = resolve(import.meta.dirname, '../../fixtures/streams/d01_band_clean.full.stream.gz');
const BAND = { exercise: 'banded-lateral-step', skipSetup: false } as const;
/** Stands still for so long before the ten steps to either side. */
const STILL_S = 6;

/** The recording, after its first picture was held. */
function poses(): readonly PoseFrame[] {
  const { frames } = readFixture(STREAM);
  const [first] = frames;
  const still = Array.from({ length: STILL_S * 15 }, (_, n) => n / 15);
  return [
    ...still.flatMap((s) => (first ? [{ ...first, timestampMs: millis(s * 1000) }] : [])),
    ...frames.map((pose) => ({ ...pose, timestampMs: millis(pose.timestampMs + STILL_S * 1000) })),
  ];
}

/** As if so many steps to one side were prescribed. */
const asking = (reps: number) =>
  exercises.map((definition) =>
    definition.id === BAND.exercise && definition.prescription.kind === 'reps'
      ? { ...definition, prescription: { ...definition.prescription, reps, sets: 1 } }
      : definition,
  );

describe('the way of band steps', () => {
  it('is said in the set-up where not all steps fit, and turned after five', async () => {
    const take = { ...WHOLE, poses: poses() };
    const { live, sink } = stage([take], BAND, [], () => null, { definitions: asking(20) });
    live.start();
    await until(() => live.banner.value?.short === words.way.turn.short(5));
    expect(live.banner.value?.long).toMatch(/^Only 1\d of 20 fit/);
    await until(() => live.stage.value.kind === 'work' && (live.view.value?.sides.right.count ?? 0) >= 5);
    const said = () => sink.cues.flatMap(({ speech }) => speech?.text ?? []);
    expect(said()).toContain(words.way.turn.short(5));
    await until(() => live.view.value?.activeSide === 'left');
    expect(said().some((text) => text.endsWith(words.coach.changeSide('left').short))).toBe(true);
    // Whoever goes on all the same is counted all the same.
    await until(() => (live.view.value?.sides.right.count ?? 0) >= 10);
    live.dispose();
  });

  it('is no matter where all of them fit', async () => {
    const { live, sink } = stage([{ ...WHOLE, poses: poses() }], BAND);
    live.start();
    const isStillOnTheRight = (): boolean => {
      const { sides, activeSide } = live.view.value ?? {};
      return (sides?.right.count ?? 0) >= 6 && activeSide === 'right';
    };
    await until(isStillOnTheRight);
    expect(sink.cues.some(({ speech }) => speech?.text.includes('Turn after'))).toBe(false);
    live.dispose();
  });
});
