import { isSure } from '../certainty';
import { drawDot, drawFaultLabel, drawLine, wholeDegrees, type Layer } from '../draw';
import { middle, raised, seen, type Scene } from '../scene';
import { tiltedRightward, type ScreenPoint } from '../viewport';

/** How far the pelvis line and the level line reach beyond the hips, in hip distances from the middle. */
const PELVIS_REACH = 1.15;
const LEVEL_REACH = 2;

/**
 * The pelvis line against a thin level line. The line shows the *measured* obliquity, since the raw hip landmarks hide
 * most of it; where nothing is measured, or too unsurely, it is the landmarks' line, thin and quiet.
 */
export const pelvisLayer: Layer = (context, scene) => {
  const [left, right] = [seen(scene, 'left-hip'), seen(scene, 'right-hip')];
  if (!left || !right) return;
  const centre = middle(left, right);
  const half = Math.max(Math.hypot(right.x - left.x, right.y - left.y) / 2, scene.stroke * 4);
  drawLevel(context, scene, centre, half * LEVEL_REACH);
  const measured = scene.frame?.pelvisObliquity ?? null;
  if (!isSure(measured)) {
    drawLine(context, scene, [left, right], { colour: scene.palette.bone, width: scene.stroke * 0.55 });
    return;
  }
  const fault = raised(scene, 'hip-drop');
  const colour = fault ? scene.palette.fault : scene.palette.line;
  const toRight = tiltedRightward(scene.viewport, measured.deg);
  const ends = [-1, 1].map((sign) => along(centre, toRight, sign * half * PELVIS_REACH));
  drawLine(context, scene, ends, { colour, width: scene.stroke * (fault ? 1.5 : 1.1) });
  for (const end of ends) drawDot(context, scene, end, scene.stroke * 0.8, colour);
  if (fault) labelLowerEnd(context, scene, ends, fault.deg ?? measured.deg);
};

const along = (from: ScreenPoint, direction: ScreenPoint, length: number): ScreenPoint => ({
  x: from.x + direction.x * length,
  y: from.y + direction.y * length,
});

function drawLevel(context: CanvasRenderingContext2D, scene: Scene, at: ScreenPoint, reach: number): void {
  const ends = [
    { x: at.x - reach, y: at.y },
    { x: at.x + reach, y: at.y },
  ];
  const dash = [scene.stroke * 0.2, scene.stroke * 1.1];
  drawLine(context, scene, ends, { colour: scene.palette.level, width: scene.stroke * 0.32, dash });
}

/** The number stands at the hip that sinks, outside the body. */
function labelLowerEnd(
  context: CanvasRenderingContext2D,
  scene: Scene,
  ends: readonly ScreenPoint[],
  degrees: number,
): void {
  const [a, b] = ends;
  if (!a || !b) return;
  const lower = a.y > b.y ? a : b;
  const outward = lower.x < (a.x + b.x) / 2 ? -1 : 1;
  const at = { x: lower.x + outward * scene.stroke * 4, y: lower.y };
  const text = scene.labels.hip(wholeDegrees(degrees));
  drawFaultLabel(context, scene, text, at, outward);
}
