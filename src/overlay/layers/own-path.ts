import type { OwnPath } from '../../core/session/own-path';
import { drawLine, type Context, type Layer } from '../draw';
import { middle, raised, seen, type Scene } from '../scene';
import { tiltedRightward, type ScreenPoint } from '../viewport';

/** Faint: it stands behind what is measured, and must not be taken for it. Its edges are what is seen from three metres. */
const FAINT = { area: 0.22, edge: 0.6 } as const;
const AMBER = { area: 0.4, edge: 1 } as const;
/** Width of an edge, in strokes. */
const EDGE = 0.22;
/**
 * What the corridor leaves beside the middle of the line that runs in it, in strokes: half of that line with its dark rim (0.8), and a
 * gap in which the picture shows. A narrower one would lie hidden behind the line.
 */
const BESIDE = 1.7;
/** How far the pelvis' corridor reaches from the middle, in hip distances: past the line, over the body's width. */
const REACH = 2.6;

/** Both edges of a corridor, each from one end to the other. */
type Edges = readonly [readonly ScreenPoint[], readonly ScreenPoint[]];

/**
 * The person's own path in clean repetitions, as corridors: how level the pelvis was kept, how straight the loaded knee. What turns
 * one amber is the fault that the judge has raised for that leg, never the corridor's own edge.
 */
export const ownPathLayer: Layer = (context, scene) => {
  for (const path of scene.paths ?? []) {
    const edges = path.fault === 'hip-drop' ? pelvisEdges(scene, path) : kneeEdges(scene, path);
    if (edges !== null) drawCorridor(context, scene, edges, raised(scene, path.fault, path.side) !== null);
  }
};

function drawCorridor(context: Context, scene: Scene, [one, other]: Edges, isLeft: boolean): void {
  const { area, edge } = isLeft ? AMBER : FAINT;
  const colour = isLeft ? scene.palette.fault : scene.palette.level;
  context.beginPath();
  [...one, ...[...other].reverse()].forEach(({ x, y }, index) =>
    index === 0 ? context.moveTo(x, y) : context.lineTo(x, y),
  );
  context.closePath();
  context.globalAlpha = area;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = edge;
  for (const points of [one, other]) drawLine(context, scene, points, { colour, width: scene.stroke * EDGE });
  context.globalAlpha = 1;
}

/** Standing on the right, a pelvis that drops has its right side high: obliquity is positive. On the left it is the other way. */
function pelvisEdges(scene: Scene, { side, leastDeg, mostDeg }: OwnPath): Edges | null {
  const [left, right] = [seen(scene, 'left-hip'), seen(scene, 'right-hip')];
  if (!left || !right || !isLoaded(scene, side)) return null;
  const centre = middle(left, right);
  const reach = Math.max(Math.hypot(right.x - left.x, right.y - left.y) / 2, scene.stroke * 4) * REACH;
  const sign = side === 'right' ? 1 : -1;
  const lines = [leastDeg, mostDeg].map((one) => tiltedRightward(scene.viewport, sign * one));
  // Wedges that meet in the middle, made wider by the line's own width: an upper edge and a lower one.
  const edge = (of: -1 | 1): readonly ScreenPoint[] =>
    [-reach, 0, reach].map((length) => {
      const heights = lines.map(({ x, y }) => centre.y + y * length * Math.sign(x));
      const y = of < 0 ? Math.min(...heights) : Math.max(...heights);
      return { x: centre.x + length, y: y + of * BESIDE * scene.stroke };
    });
  return [edge(-1), edge(1)];
}

/** Between the straight line from hip to ankle and where the knee went, on the inside of the leg where that is positive. */
function kneeEdges(scene: Scene, path: OwnPath): Edges | null {
  if (path.fault !== 'knee-collapse' || !isLoaded(scene, path.side)) return null;
  const [hip, ankle] = [seen(scene, `${path.side}-hip`), seen(scene, `${path.side}-ankle`)];
  if (!hip || !ankle) return null;
  const length = Math.hypot(ankle.x - hip.x, ankle.y - hip.y);
  if (length === 0) return null;
  // Thigh and shank are about as long: a knee bent inward by an angle stands half a leg's tangent of half of it beside the line.
  const beside = (one: number): number => (length / 2) * Math.tan((one * Math.PI) / 360);
  const inward = (path.side === 'left') === scene.viewport.mirrored ? 1 : -1;
  const across = { x: (ankle.y - hip.y) / length, y: -(ankle.x - hip.x) / length };
  const moved = (from: ScreenPoint, inwardPx: number): ScreenPoint => ({
    x: from.x + inward * across.x * inwardPx,
    y: from.y + inward * across.y * inwardPx,
  });
  const room = BESIDE * scene.stroke;
  const edge = (kneeDeg: number, wider: number): readonly ScreenPoint[] => [
    moved(hip, wider),
    moved(middle(hip, ankle), beside(kneeDeg) + wider),
    moved(ankle, wider),
  ];
  return [edge(path.mostDeg, room), edge(path.leastDeg, -room)];
}

/** A free leg has no path of its own; where it is not known which one stands, both are shown. */
const isLoaded = (scene: Scene, side: OwnPath['side']): boolean =>
  ![side === 'left' ? 'right' : 'left', 'none'].includes(scene.frame?.loaded ?? 'both');
