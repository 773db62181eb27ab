import type { Scene } from './scene';
import type { ScreenPoint } from './viewport';

export type Context = CanvasRenderingContext2D;
export type Layer = (context: Context, scene: Scene) => void;

export interface LineStyle {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

/** An open line through the points. A dark edge keeps it visible on a white wall. */
export function drawLine(
  context: Context,
  scene: Scene,
  points: readonly ScreenPoint[],
  style: LineStyle,
): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.setLineDash([...(style.dash ?? [])]);
  context.beginPath();
  points.forEach((point, index) =>
    index === 0 ? context.moveTo(point.x, point.y) : context.lineTo(point.x, point.y),
  );
  context.strokeStyle = scene.palette.edge;
  context.lineWidth = style.width + Math.max(2, scene.stroke * 0.45);
  context.stroke();
  context.strokeStyle = style.colour;
  context.lineWidth = style.width;
  context.stroke();
  context.setLineDash([]);
}

export function drawDot(
  context: Context,
  scene: Scene,
  at: ScreenPoint,
  radius: number,
  colour: string,
): void {
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.strokeStyle = scene.palette.edge;
  context.lineWidth = Math.max(1.5, scene.stroke * 0.3);
  context.fill();
  context.stroke();
}

/** On a smaller drawing the number would be cut off at its edge: the sign stands alone. */
const NUMBER_FITS_FROM_PX = 320;

/** A pill with the fault's number, warning sign first: the fault is never shown by colour alone. */
export function drawFaultLabel(
  context: Context,
  scene: Scene,
  text: string,
  at: ScreenPoint,
  grow: -1 | 1,
): void {
  const size = Math.max(20, scene.stroke * 3.4);
  context.font = `700 ${size}px ${scene.palette.font}`;
  context.textBaseline = 'middle';
  const sign = size * 0.95;
  const pad = size * 0.5;
  const isNumbered = scene.viewport.width >= NUMBER_FITS_FROM_PX;
  const width = isNumbered ? context.measureText(text).width + sign + pad * 2.7 : sign + pad * 2;
  const height = size * 1.65;
  // Seen whole: a number that is cut off is none. It moves over its joint rather than to the other leg.
  const { viewport, free } = scene;
  const first = Math.max(viewport.left, free?.left ?? 0);
  const last = Math.min(viewport.left + viewport.width, free?.right ?? Infinity) - width;
  const left = Math.max(first, Math.min(last, grow > 0 ? at.x : at.x - width));
  context.beginPath();
  context.roundRect(left, at.y - height / 2, width, height, height / 2);
  context.fillStyle = scene.palette.fault;
  context.fill();
  drawWarningSign(context, scene, { x: left + pad + sign / 2, y: at.y }, sign);
  if (!isNumbered) return;
  context.fillStyle = scene.palette.onFault;
  context.textAlign = 'left';
  context.fillText(text, left + pad * 1.7 + sign, at.y + size * 0.05);
}

function drawWarningSign(context: Context, scene: Scene, at: ScreenPoint, size: number): void {
  const half = size / 2;
  context.strokeStyle = scene.palette.onFault;
  context.lineWidth = size * 0.12;
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(at.x, at.y - half * 0.85);
  context.lineTo(at.x + half, at.y + half * 0.8);
  context.lineTo(at.x - half, at.y + half * 0.8);
  context.closePath();
  context.moveTo(at.x, at.y - half * 0.25);
  context.lineTo(at.x, at.y + half * 0.2);
  context.moveTo(at.x, at.y + half * 0.5);
  context.lineTo(at.x, at.y + half * 0.51);
  context.stroke();
}

/** "11°", without a sign: the words say the direction. */
export const wholeDegrees = (degrees: number): string => `${Math.round(Math.abs(degrees))}°`;
