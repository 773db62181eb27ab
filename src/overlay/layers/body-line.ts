import { SIDES, type Side } from '../../core/units';
import { drawDot, drawFaultLabel, drawLine, wholeDegrees, type Layer } from '../draw';
import { middle, raised, seen, type Scene } from '../scene';

/** Lying on a side: shoulders–hips–ankles against the straight line from head to heels. */
export const bodyLineLayer: Layer = (context, scene) => {
  const points = (['shoulder', 'hip', 'ankle'] as const).map((joint) => pairMiddle(scene, joint));
  const [shoulder, hip, ankle] = points;
  if (!shoulder || !hip || !ankle) return;
  const fault = raised(scene, 'hip-drop');
  const colour = fault ? scene.palette.fault : scene.palette.line;
  const dash = [scene.stroke * 0.2, scene.stroke * 1.1];
  drawLine(context, scene, [shoulder, ankle], {
    colour: scene.palette.level,
    width: scene.stroke * 0.4,
    dash,
  });
  drawLine(context, scene, [shoulder, hip, ankle], { colour, width: scene.stroke * (fault ? 1.5 : 1.1) });
  for (const joint of [shoulder, hip, ankle])
    drawDot(context, scene, joint, scene.stroke * 0.75, scene.palette.joint);
  if (!fault) return;
  const degrees = fault.deg ?? scene.frame?.bodyLine?.deg ?? null;
  const text = scene.labels.sag(degrees === null ? null : wholeDegrees(degrees));
  drawFaultLabel(context, scene, text, { x: hip.x, y: hip.y + scene.stroke * 8 }, 1);
};

/** The middle of both sides, or the one side that is seen: lying, one often hides the other. */
function pairMiddle(scene: Scene, joint: 'shoulder' | 'hip' | 'ankle') {
  const [left, right] = SIDES.map((side: Side) => seen(scene, `${side}-${joint}`));
  return left && right ? middle(left, right) : (left ?? right ?? null);
}
