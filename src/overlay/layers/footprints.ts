import type { StepPlan } from '../../core/exercise/travel';
import type { Side } from '../../core/units';
import type { Context, Layer } from '../draw';
import type { Scene } from '../scene';
import { toScreen, type ScreenPoint } from '../viewport';

/** Where the steps go, and in which direction they are counted. */
export interface ShownSteps {
  readonly plan: StepPlan;
  /** The side that is to be worked now; null: the first one. */
  readonly side: Side | null;
}

/** Sizes in body lengths: a sole as it is seen from the front, the two of a pair, and the number before the toes. */
const SOLE = { across: 0.018, along: 0.026, apart: 0.024 } as const;
const NUMBER = { size: 0.075, below: 0.075 } as const;
/** Drawn on the floor, and never louder than what is measured. */
const FAINT = 0.85;

/** Numbered footprints on the floor of the picture; the start has none. On the way back they are counted from the other end. */
export const footprintsLayer: Layer = (context, scene) => {
  if (scene.steps === undefined) return;
  const { plan, side } = scene.steps;
  const unit = plan.bodyLength * scene.viewport.height;
  const isBack = side !== null && side !== plan.firstSide;
  context.globalAlpha = FAINT;
  plan.marks.forEach((x, index) => {
    const at = toScreen(scene.viewport, x, plan.floor);
    const n = isBack ? plan.steps - index : index;
    drawPair(context, scene, at, unit, n > 0);
    if (n > 0) drawNumber(context, scene, { x: at.x, y: at.y + NUMBER.below * unit }, NUMBER.size * unit, n);
  });
  context.globalAlpha = 1;
};

/** Both soles; those at the start are outlines. */
function drawPair(context: Context, scene: Scene, at: ScreenPoint, unit: number, isFilled: boolean): void {
  for (const of of [-1, 1]) {
    context.beginPath();
    context.ellipse(
      at.x + of * SOLE.apart * unit,
      at.y,
      SOLE.across * unit,
      SOLE.along * unit,
      0,
      0,
      2 * Math.PI,
    );
    context.fillStyle = isFilled ? scene.palette.level : scene.palette.edge;
    context.strokeStyle = isFilled ? scene.palette.edge : scene.palette.level;
    context.lineWidth = Math.max(1.5, scene.stroke * 0.25);
    context.fill();
    context.stroke();
  }
}

function drawNumber(context: Context, scene: Scene, at: ScreenPoint, size: number, n: number): void {
  context.font = `700 ${size}px ${scene.palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = size * 0.2;
  context.strokeStyle = scene.palette.edge;
  context.strokeText(String(n), at.x, at.y);
  context.fillStyle = scene.palette.level;
  context.fillText(String(n), at.x, at.y);
}
