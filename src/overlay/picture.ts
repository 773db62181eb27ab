import type { Size, Viewport } from './viewport';

/** Share of the screen over which a picture that is narrower or lower fades into the dark, instead of ending at an edge. */
const FADE_SHARE = 0.05;

/** Draws a picture where the viewport lays it, and lets the edges fade that do not reach the screen's. */
export function drawPicture(
  context: CanvasRenderingContext2D,
  picture: VideoFrame,
  { left, top, width, height, mirrored }: Viewport,
  screen: Size,
): void {
  context.save();
  context.translate(mirrored ? left + width : left, top);
  context.scale(mirrored ? -1 : 1, 1);
  context.drawImage(picture, 0, 0, width, height);
  context.restore();
  if (left > 1) fade(context, screen, { x: left, y: 0 }, { x: left + width, y: 0 });
  if (top > 1) fade(context, screen, { x: 0, y: top }, { x: 0, y: top + height });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Takes away what lies at both ends of a line, more and more toward them. */
function fade(context: CanvasRenderingContext2D, screen: Size, from: Point, to: Point): void {
  const gradient = context.createLinearGradient(from.x, from.y, to.x, to.y);
  gradient.addColorStop(0, '#000');
  gradient.addColorStop(FADE_SHARE, 'transparent');
  gradient.addColorStop(1 - FADE_SHARE, 'transparent');
  gradient.addColorStop(1, '#000');
  context.save();
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = gradient;
  context.fillRect(0, 0, screen.width, screen.height);
  context.restore();
}
