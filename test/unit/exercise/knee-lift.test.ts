import { describe, expect, it } from 'vitest';
import type { BodyPoint, BodyPoints } from '../../../src/core/body/body-points';
import type { Posed } from '../../../src/core/exercise/body-signals';
import { kneeLiftDeg, toesUp } from '../../../src/core/exercise/knee-lift';
import { aKinematicFrame } from '../../support/kinematic-frame-builder';
import { aStance } from '../../support/stance-builder';

/** Length of the thigh of {@link aStance}, body lengths. */
const THIGH = 0.28;

interface Told {
  /** Flexion of the left hip; its thigh comes toward the camera, and its foot rises with it. */
  readonly liftDeg: number;
  /** Where the toes of the left foot are, against its ankle. */
  readonly toeDy?: number;
  /** False: both feet are below the picture, then and in the stance, and are guessed on the floor. */
  readonly feetSeen?: boolean;
}

const pose = ({ liftDeg, toeDy = -0.03, feetSeen = true }: Told): Posed => {
  const stance = aStance();
  const up = THIGH * (1 - Math.cos((liftDeg * Math.PI) / 180));
  const foot = (point: BodyPoint): BodyPoint => ({ ...point, visibility: feetSeen ? 1 : 0 });
  const seen = (body: BodyPoints): BodyPoints => ({
    ...body,
    ankle: { left: foot(body.ankle.left), right: foot(body.ankle.right) },
    toe: { left: foot(body.toe.left), right: foot(body.toe.right) },
  });
  const standing = seen(stance.body);
  const rise = feetSeen ? up : 0;
  const body: BodyPoints = {
    ...standing,
    knee: { ...standing.knee, left: { ...standing.knee.left, y: standing.knee.left.y + up } },
    ankle: { ...standing.ankle, left: { ...standing.ankle.left, y: rise } },
    toe: { ...standing.toe, left: { ...standing.toe.left, y: rise + toeDy } },
  };
  const summary = { ...stance, body: standing };
  return { frame: aKinematicFrame({ body, stance: summary }), body, stance: summary };
};

describe('how high a knee is lifted', () => {
  it.each([30, 60, 90])('reads %i° from thigh and foot', (liftDeg) => {
    // Thigh and foot are weighed, and the foot's thigh is a typical one: within 8°.
    expect(Math.abs(kneeLiftDeg(pose({ liftDeg }), 'left') - liftDeg)).toBeLessThan(8);
    expect(kneeLiftDeg(pose({ liftDeg }), 'right')).toBeLessThan(1);
  });

  it('is none as long as the foot stays on the floor', () => {
    const lifted = pose({ liftDeg: 60 });
    const grounded = { ...lifted, body: { ...lifted.body, ankle: lifted.stance.body.ankle } };
    expect(kneeLiftDeg(grounded, 'left')).toBe(0);
  });

  it.each([30, 60, 90])('reads %i° from the thigh alone where the feet are below the picture', (liftDeg) => {
    const cut = pose({ liftDeg, feetSeen: false });
    // The thigh's foreshortening is exact here.
    expect(kneeLiftDeg(cut, 'left')).toBeCloseTo(liftDeg, 6);
    expect(kneeLiftDeg(cut, 'right')).toBe(0);
  });
});

describe('toes above the ankle', () => {
  it('tell a leg that is raised straight from one that hangs', () => {
    expect(toesUp(pose({ liftDeg: 60 }), 'left')).toBeCloseTo(0, 10);
    expect(toesUp(pose({ liftDeg: 60, toeDy: 0.05 }), 'left')).toBeCloseTo(0.08, 10);
  });

  it('say nothing where the stance had no toes in the picture', () => {
    expect(toesUp(pose({ liftDeg: 60, toeDy: 0.05, feetSeen: false }), 'left')).toBe(0);
  });
});
