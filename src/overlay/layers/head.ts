import { drawLine, type Layer } from '../draw';
import { middle, seen } from '../scene';

/** Half a head's height as a share of the trunk's length, shoulders to hips. */
const RADIUS_SHARE = 0.2;
/** Points of the outline: round to the eye at any size. */
const CORNERS = 28;

/** A bare outline where the head is, for a skeleton without a picture behind it. */
export const headLayer: Layer = (context, scene) => {
  const nose = seen(scene, 'nose');
  const [left, right] = [seen(scene, 'left-shoulder'), seen(scene, 'right-shoulder')];
  const [leftHip, rightHip] = [seen(scene, 'left-hip'), seen(scene, 'right-hip')];
  if (!nose || !left || !right || !leftHip || !rightHip) return;
  const neck = middle(left, right);
  const hips = middle(leftHip, rightHip);
  const radius = Math.hypot(neck.x - hips.x, neck.y - hips.y) * RADIUS_SHARE;
  // Where the neck leaves the head's outline.
  const share = radius / Math.max(1, Math.hypot(neck.x - nose.x, neck.y - nose.y));
  const outline = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const angle = (corner * 2 * Math.PI) / CORNERS;
    return { x: nose.x + radius * Math.cos(angle), y: nose.y + radius * Math.sin(angle) };
  });
  const chin = { x: nose.x + (neck.x - nose.x) * share, y: nose.y + (neck.y - nose.y) * share };
  const style = { colour: scene.palette.bone, width: scene.stroke * 0.55 };
  drawLine(context, scene, outline, style);
  if (share < 1) drawLine(context, scene, [chin, neck], style);
};
