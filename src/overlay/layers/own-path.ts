import type { OwnPath } from '../../core/session/own-path';
import type { Layer } from '../draw';
import { middle, raised, seen, type Scene } from '../scene';
import { tiltedRightward, type ScreenPoint } from '../viewport';

/** Faint: it stands behind what is measured, and must not be taken for it. */
const FAINT = 0.2;
const AMBER = 0.45;
/** How far the pelvis' corridor reaches from the middle, in hip distances. */
const REACH = 2;

/**
 * The person's own path in clean repetitions, as corridors: how level the pelvis was kept, how straight the loaded knee. What turns
 * one amber is the fault that the judge has raised for that leg, never the corridor's own edge.
 */
export const ownPathLayer: Layer = (context, scene) => {
  for (const path of scene.paths ?? []) {
    const corners = path.fault === 'hip-drop' ? pelvisCorners(scene, path) : kneeCorners(scene, path);
    if (corners === null) continue;
    const isLeft = raised(scene, path.fault, path.side) !== null;
    context.beginPath();
    corners.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.closePath();
    context.globalAlpha = isLeft ? AMBER : FAINT;
    context.fillStyle = isLeft ? scene.palette.fault : scene.palette.level;
    context.fill();
    context.globalAlpha = 1;
  }
};

/** Standing on the right, a pelvis that drops has its right side high: obliquity is positive. On the left it is the other way. */
function pelvisCorners(scene: Scene, { side, leastDeg, mostDeg }: OwnPath): readonly ScreenPoint[] | null {
  const [left, right] = [seen(scene, 'left-hip'), seen(scene, 'right-hip')];
  if (!left || !right || !isLoaded(scene, side)) return null;
  const centre = middle(left, right);
  const reach = Math.max(Math.hypot(right.x - left.x, right.y - left.y) / 2, scene.stroke * 4) * REACH;
  const sign = side === 'right' ? 1 : -1;
  const [from, to] = [leastDeg, mostDeg].map((one) => tiltedRightward(scene.viewport, sign * one));
  if (!from || !to) return null;
  const at = ({ x, y }: ScreenPoint, length: number): ScreenPoint => ({
    x: centre.x + x * length,
    y: centre.y + y * length,
  });
  // Two wedges that meet in the middle.
  return [at(from, -reach), at(to, reach), at(from, reach), at(to, -reach)];
}

/** Between the straight line from hip to ankle and where the knee went, on the inside of the leg where that is positive. */
function kneeCorners(scene: Scene, path: OwnPath): readonly ScreenPoint[] | null {
  if (path.fault !== 'knee-collapse' || !isLoaded(scene, path.side)) return null;
  const [hip, ankle] = [seen(scene, `${path.side}-hip`), seen(scene, `${path.side}-ankle`)];
  if (!hip || !ankle) return null;
  const length = Math.hypot(ankle.x - hip.x, ankle.y - hip.y);
  if (length === 0) return null;
  // Thigh and shank are about as long: a knee bent inward by an angle stands half a leg's tangent of half of it beside the line.
  const beside = (one: number): number => (length / 2) * Math.tan((one * Math.PI) / 360);
  const inward = (path.side === 'left') === scene.viewport.mirrored ? 1 : -1;
  const across = { x: (ankle.y - hip.y) / length, y: -(ankle.x - hip.x) / length };
  const centre = middle(hip, ankle);
  const at = (one: number): ScreenPoint => ({
    x: centre.x + inward * across.x * beside(one),
    y: centre.y + inward * across.y * beside(one),
  });
  return [hip, at(path.mostDeg), ankle, at(path.leastDeg)];
}

/** A free leg has no path of its own; where it is not known which one stands, both are shown. */
const isLoaded = (scene: Scene, side: OwnPath['side']): boolean =>
  ![side === 'left' ? 'right' : 'left', 'none'].includes(scene.frame?.loaded ?? 'both');
