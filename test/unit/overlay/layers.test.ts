import { words } from '../../../src/ui/language';
import { describe, expect, it } from 'vitest';
import type { LiveStatus } from '../../../src/core/exercise/definition';
import { deg } from '../../../src/core/units';
import type { Layer } from '../../../src/overlay/draw';
import { headLayer } from '../../../src/overlay/layers/head';
import { legsLayer } from '../../../src/overlay/layers/legs';
import { ownPathLayer } from '../../../src/overlay/layers/own-path';
import { pelvisLayer } from '../../../src/overlay/layers/pelvis';
import { skeletonLayer } from '../../../src/overlay/layers/skeleton';
import type { Scene } from '../../../src/overlay/scene';
import { fitPicture } from '../../../src/overlay/viewport';
import { aKinematicFrame } from '../../support/kinematic-frame-builder';
import { officialPose } from '../../support/official-pose';
import { NAMED_PALETTE, RecordingContext } from '../../support/recording-context';

const SCREEN = { width: 1280, height: 960 };
const frame = (obliquityDeg: number | null, sdDeg: number) =>
  aKinematicFrame({
    loaded: 'both',
    pelvisObliquity: obliquityDeg === null ? null : { deg: deg(obliquityDeg), sd: deg(sdDeg) },
  });

function draw(
  layer: Layer,
  obliquityDeg: number | null,
  faults: LiveStatus['faults'] = [],
  sdDeg = 1,
  paths: Scene['paths'] = [],
  free?: Scene['free'],
): RecordingContext {
  const pose = officialPose('d13_5s.png');
  const context = new RecordingContext();
  const scene: Scene = {
    viewport: fitPicture(pose, SCREEN, true),
    pose,
    frame: frame(obliquityDeg, sdDeg),
    faults,
    paths,
    view: 'standing-front',
    palette: NAMED_PALETTE,
    labels: words.hud.drawn,
    stroke: 8,
    ...(free && { free }),
  };
  layer(context as unknown as CanvasRenderingContext2D, scene);
  return context;
}

describe('the pelvis line', () => {
  it('is drawn at the measured angle, higher on the right of the mirrored screen when the right side is higher', () => {
    const [line] = draw(pelvisLayer, 10).linesIn('line');
    const [from, to] = [line?.at(0), line?.at(-1)].sort((a, b) => (a?.x ?? 0) - (b?.x ?? 0));
    const tilt = Math.atan2((from?.y ?? 0) - (to?.y ?? 0), (to?.x ?? 0) - (from?.x ?? 0));
    // A thousandth of a degree: it is the same number, through one sine and one arctangent.
    expect((tilt * 180) / Math.PI).toBeCloseTo(10, 3);
  });

  it('stands against a level line', () => {
    const [level] = draw(pelvisLayer, 10).linesIn('level');
    expect(level?.at(0)?.y).toBe(level?.at(-1)?.y);
  });

  it('turns amber with its degrees and a sign when the hip drops', () => {
    const context = draw(pelvisLayer, 9, [{ fault: 'hip-drop', side: 'left', deg: deg(9.4) }]);
    expect(context.linesIn('fault')).not.toHaveLength(0);
    expect(context.linesIn('line')).toHaveLength(0);
    expect(context.texts).toEqual(['hip 9°']);
  });

  it('is thin and claims no angle where nothing was measured', () => {
    const context = draw(pelvisLayer, null);
    expect(context.linesIn('line')).toHaveLength(0);
    expect(context.linesIn('bone')).toHaveLength(1);
  });
});

it('claims no angle that it is too unsure of', () => {
  const context = draw(pelvisLayer, 10, [], 5);
  expect(context.linesIn('line')).toHaveLength(0);
  expect(context.linesIn('bone')).toHaveLength(1);
});

describe('the leg lines', () => {
  it('turn amber on the collapsing side alone, its label on that side of the mirrored screen', () => {
    const context = draw(legsLayer, 0, [{ fault: 'knee-collapse', side: 'left', deg: deg(14) }]);
    expect(context.linesIn('fault')).toHaveLength(1);
    expect(context.linesIn('line')).toHaveLength(1);
    expect(context.texts).toEqual(['knee 14° in']);
    const knee = context.linesIn('fault')[0]?.[1];
    expect(context.labels[0]?.left).toBeLessThan(knee?.x ?? 0);
  });
});

describe('the label of a fault', () => {
  const FAULT = [{ fault: 'knee-collapse', side: 'right', deg: deg(14) }] as const;
  const labelled = (free?: Scene['free']) => {
    const context = draw(legsLayer, 0, FAULT, 1, [], free);
    const label = context.labels[0]!;
    return { ...label, right: label.left + label.width, knee: context.linesIn('fault')[0]![1]!.x };
  };

  it('stands on the side of its knee while there is room', () => {
    const { left, knee } = labelled();
    expect(left).toBeGreaterThan(knee);
  });

  it('moves nearer to its knee where something stands over the picture', () => {
    const { right: unmoved, knee } = labelled();
    const moved = labelled({ left: 0, right: unmoved - 20 });
    expect(moved.right).toBe(unmoved - 20);
    expect(moved.left).toBeGreaterThan(knee);
  });

  it('is seen whole, whatever stands over the picture', () => {
    const { width } = labelled();
    for (const left of [0, 200, 500, 800])
      for (const right of [left + width, left + width + 60, SCREEN.width]) {
        const label = labelled({ left, right });
        expect(label.left).toBeGreaterThanOrEqual(left);
        expect(label.right).toBeLessThanOrEqual(right);
      }
  });
});

describe('the head of a skeleton without a picture', () => {
  it('is drawn above the shoulders, as large as a head', () => {
    const [outline = []] = draw(headLayer, 0).linesIn('bone');
    const [ys, xs] = [outline.map(({ y }) => y), outline.map(({ x }) => x)];
    const [shoulders] = draw(skeletonLayer, 0).linesIn('bone');
    const shoulderY = Math.max(...(shoulders ?? []).map(({ y }) => y));
    const shoulderWidth = Math.abs((shoulders?.[0]?.x ?? 0) - (shoulders?.[1]?.x ?? 0));
    expect(Math.min(...ys)).toBeLessThan(shoulderY);
    const width = Math.max(...xs) - Math.min(...xs);
    // A head is between a third and nine tenths as wide as the shoulders.
    expect(width / shoulderWidth).toBeGreaterThan(0.33);
    expect(width / shoulderWidth).toBeLessThan(0.9);
  });
});

describe('the own path', () => {
  const path = (fault: 'hip-drop' | 'knee-collapse', side: 'left' | 'right') =>
    [{ fault, side, leastDeg: deg(-2), mostDeg: deg(4), repSides: [side] }] as const;

  it('is faint as long as the judge has raised nothing, however far it is left', () => {
    for (const fault of ['hip-drop', 'knee-collapse'] as const) {
      const context = draw(ownPathLayer, 20, [], 1, path(fault, 'left'));
      expect(context.areasIn('level')).toHaveLength(1);
      expect(context.areasIn('fault')).toEqual([]);
    }
  });

  it('turns amber with the fault that the judge raises, on that leg alone', () => {
    const onSide = (side: 'left' | 'right') =>
      draw(
        ownPathLayer,
        0,
        [{ fault: 'knee-collapse', side, deg: deg(12) }],
        1,
        path('knee-collapse', 'left'),
      );
    expect(onSide('left').areasIn('fault')).toHaveLength(1);
    expect(onSide('left').areasIn('level')).toEqual([]);
    expect(onSide('right').areasIn('fault')).toEqual([]);
    expect(onSide('right').areasIn('level')).toHaveLength(1);
  });

  it('lies on the inside of the leg where the knee went inward', () => {
    const [corridor] = draw(ownPathLayer, 0, [], 1, path('knee-collapse', 'left')).areasIn('level');
    const [hip, most, , , least] = corridor ?? [];
    // The left leg stands on the left of the mirrored screen: inside is to the right of it.
    expect(most?.x).toBeGreaterThan(least?.x ?? Infinity);
    expect(hip).toBeDefined();
  });

  it('is that of a pelvis lower on the free side: standing on the right, the left side sinks', () => {
    const [corridor] = draw(ownPathLayer, 0, [], 1, path('hip-drop', 'right')).areasIn('level');
    const [upperLeft, , upperRight] = corridor ?? [];
    // Up to 4° to the one side and 2° to the other: the larger one stands higher on the right.
    expect(upperRight?.y).toBeLessThan(upperLeft?.y ?? -Infinity);
  });

  it('shows its edges on both sides of the line that runs in it, however narrow it is', () => {
    const none = { leastDeg: deg(0), mostDeg: deg(0), repSides: ['left'] } as const;
    for (const fault of ['hip-drop', 'knee-collapse'] as const) {
      const [one, other] = draw(ownPathLayer, 0, [], 1, [{ fault, side: 'left', ...none }]).linesIn('level');
      const apart = Math.hypot(
        (one?.[1]?.x ?? 0) - (other?.[1]?.x ?? 0),
        (one?.[1]?.y ?? 0) - (other?.[1]?.y ?? 0),
      );
      // The thickest line that runs in it is 1.5 strokes of 8 px wide and has a rim; between it and either edge the picture shows.
      expect(apart / 2).toBeGreaterThan((1.5 * 8 + Math.max(2, 8 * 0.45)) / 2 + 2);
    }
  });
});
