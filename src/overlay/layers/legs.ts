import { SIDES, type Side } from '../../core/units';
import { drawDot, drawFaultLabel, drawLine, wholeDegrees, type Layer } from '../draw';
import { raised, seen, type Scene } from '../scene';

/** Both leg lines, hip–knee–ankle; a collapsed knee turns amber against the straight line from hip to foot. */
export const legsLayer: Layer = (context, scene) => {
  for (const side of SIDES) {
    const [hip, knee, ankle] = [
      seen(scene, `${side}-hip`),
      seen(scene, `${side}-knee`),
      seen(scene, `${side}-ankle`),
    ];
    if (!hip || !knee) continue;
    const fault = raised(scene, 'knee-collapse', side);
    const colour = fault ? scene.palette.fault : scene.palette.line;
    if (fault && ankle) {
      const dash = [scene.stroke * 0.4, scene.stroke * 1.3];
      drawLine(context, scene, [hip, ankle], {
        colour: scene.palette.level,
        width: scene.stroke * 0.4,
        dash,
      });
    }
    const points = ankle ? [hip, knee, ankle] : [hip, knee];
    drawLine(context, scene, points, { colour, width: scene.stroke * (fault ? 1.35 : 1) });
    for (const joint of points) drawDot(context, scene, joint, scene.stroke * 0.75, scene.palette.joint);
    if (fault) labelKnee(context, scene, side, knee, fault.deg);
  }
};

/** The label stands outside the body, on the knee's own side of the screen. */
function labelKnee(
  context: CanvasRenderingContext2D,
  scene: Scene,
  side: Side,
  knee: { x: number; y: number },
  degrees: number | null,
): void {
  const outward = (side === 'left') === scene.viewport.mirrored ? -1 : 1;
  const text = scene.labels.knee(degrees === null ? null : wholeDegrees(degrees));
  const at = { x: knee.x + outward * scene.stroke * 5, y: knee.y };
  drawFaultLabel(context, scene, text, at, outward);
}
