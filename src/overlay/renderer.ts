import type { LiveStatus } from '../core/exercise/definition';
import type { OwnPath } from '../core/session/own-path';
import type { PoseFrame } from '../core/pose/pose-frame';
import type { Layer } from './draw';
import { bodyLineLayer } from './layers/body-line';
import { footprintsLayer, type ShownSteps } from './layers/footprints';
import { headLayer } from './layers/head';
import { ownPathLayer } from './layers/own-path';
import { legsLayer } from './layers/legs';
import { pelvisLayer } from './layers/pelvis';
import { skeletonLayer } from './layers/skeleton';
import { readPalette } from './palette';
import type { DrawnAngles, FaultLabels, Palette, Scene, Span } from './scene';
import { fitPicture, type Size, type Viewport } from './viewport';

/** What is drawn for one frame. `frame` is null in the set-up, where nothing is judged. */
export interface OverlayInput {
  readonly pose: PoseFrame;
  /**
   * The picture under the drawing, as the camera has it: whoever shows the canvas turns it round where it is shown as in a mirror.
   * Without one the canvas is clear.
   */
  readonly picture?: ImageData | null;
  readonly frame: DrawnAngles | null;
  readonly faults: LiveStatus['faults'];
  /** The person's own paths, as far as they are known. */
  readonly paths?: readonly OwnPath[];
  /** Where the steps of an exercise that travels go. */
  readonly steps?: ShownSteps;
  /** Where nothing stands over the picture. */
  readonly free?: Span;
  /** Pelvis and legs for standing work, the body line for lying work. */
  readonly view: Scene['view'];
}

export interface Overlay {
  /** Draws this frame at the next repaint; several calls before it draw once. */
  show(input: OverlayInput): void;
  /** New size of the screen area, in CSS pixels. */
  resize(screen: Size, pixelRatio: number): void;
  clear(): void;
  dispose(): void;
}

const LAYERS: Readonly<Record<Scene['view'], readonly Layer[]>> = {
  'standing-front': [footprintsLayer, ownPathLayer, skeletonLayer, legsLayer, pelvisLayer],
  'lying-side': [skeletonLayer, bodyLineLayer],
};

export interface OverlayOptions {
  /** Shown as in a mirror. */
  readonly mirrored: boolean;
  /** Whether the person is in the picture behind; else the skeleton gets a head of its own. */
  readonly onPicture: boolean;
  readonly labels: FaultLabels;
}

/**
 * Line thickness as a share of the picture's height: about 8 px on a laptop, seen from three metres; alone the skeleton
 * is drawn small, and seen from near.
 */
const STROKE_SHARE = { onPicture: 0.0095, alone: 0.0145 } as const;

/** Draws the newest frame over the picture, coalesced by the display's own rhythm. Nothing moves that was not measured. */
export function createOverlay(
  canvas: HTMLCanvasElement,
  { mirrored, onPicture, labels }: OverlayOptions,
): Overlay {
  const context = canvas.getContext('2d');
  let palette: Palette | null = null;
  let screen: Size = { width: canvas.clientWidth, height: canvas.clientHeight };
  let pixelRatio = 1;
  let latest: OverlayInput | null = null;
  let pending = 0;

  const paint = () => {
    pending = 0;
    if (!context) return;
    const viewport = latest && fitPicture(latest.pose, screen, mirrored);
    if (latest?.picture && viewport) layPicture(context, latest.picture, viewport);
    else layClear(context, screen, pixelRatio);
    if (!latest?.pose.landmarks || !viewport) return;
    palette ??= readPalette(canvas);
    const share = onPicture ? STROKE_SHARE.onPicture : STROKE_SHARE.alone;
    const stroke = Math.max(4, viewport.height * share);
    const scene: Scene = { ...latest, viewport, palette, labels, stroke };
    const layers = onPicture ? LAYERS[scene.view] : [headLayer, ...LAYERS[scene.view]];
    for (const layer of layers) layer(context, scene);
  };
  const request = () => {
    if (pending === 0) pending = requestAnimationFrame(paint);
  };

  return {
    show(input) {
      latest = input;
      request();
    },
    resize(size, ratio) {
      screen = size;
      pixelRatio = ratio;
      request();
    },
    clear() {
      latest = null;
      request();
    },
    dispose() {
      cancelAnimationFrame(pending);
    },
  };
}

/** The canvas is as large as the screen, and clear. */
function layClear(context: CanvasRenderingContext2D, screen: Size, pixelRatio: number): void {
  setSize(context.canvas, Math.round(screen.width * pixelRatio), Math.round(screen.height * pixelRatio));
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, screen.width, screen.height);
}

/**
 * The canvas is the picture, pixel by pixel: whoever shows it lays it where the viewport is. One layer is composed then, and
 * nothing is scaled twice. In a mirror that one is turned round as a whole, which costs nothing, so what is drawn is turned before.
 */
function layPicture(
  context: CanvasRenderingContext2D,
  picture: ImageData,
  { left, top, width, mirrored }: Viewport,
): void {
  setSize(context.canvas, picture.width, picture.height);
  context.putImageData(picture, 0, 0);
  const scale = picture.width / width;
  if (mirrored) context.setTransform(-scale, 0, 0, scale, (left + width) * scale, -top * scale);
  else context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
}

/** Setting a size clears a canvas, even the size that it has. */
function setSize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
