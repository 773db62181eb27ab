import { describe, expect, it } from 'vitest';
import type { StepPlan } from '../../../src/core/exercise/travel';
import { footprintsLayer } from '../../../src/overlay/layers/footprints';
import { fitPicture } from '../../../src/overlay/viewport';
import { words } from '../../../src/ui/language';
import { officialPose } from '../../support/official-pose';
import { NAMED_PALETTE, RecordingContext } from '../../support/recording-context';

const SCREEN = { width: 1280, height: 960 };
const PLAN: StepPlan = {
  room: 8,
  steps: 3,
  of: 3,
  firstSide: 'right',
  moveTo: null,
  marks: [0.7, 0.6, 0.5, 0.4],
  floor: 0.9,
  bodyLength: 0.5,
};

function draw(side: 'left' | 'right' | null): RecordingContext {
  const pose = officialPose('d13_5s.png');
  const context = new RecordingContext();
  footprintsLayer(context as unknown as CanvasRenderingContext2D, {
    viewport: fitPicture(pose, SCREEN, true),
    pose,
    frame: null,
    faults: [],
    steps: { plan: PLAN, side },
    view: 'standing-front',
    palette: NAMED_PALETTE,
    labels: words.hud.drawn,
    stroke: 8,
  });
  return context;
}

describe('the footprints', () => {
  it('are numbered where the steps end, from left to right on the mirrored screen for steps to the right', () => {
    const { texts, writtenAt } = draw('right');
    expect(texts).toEqual(['1', '2', '3']);
    expect(writtenAt.map(({ x }) => Math.round((x / SCREEN.width) * 100))).toEqual([40, 50, 60]);
    // On the floor: below the toes.
    expect(writtenAt.every(({ y }) => y > PLAN.floor * SCREEN.height)).toBe(true);
  });

  it('are counted from the other end on the way back, and from the first side on before it is known', () => {
    expect(draw('left').texts).toEqual(['3', '2', '1']);
    expect(draw(null).texts).toEqual(['1', '2', '3']);
  });
});
