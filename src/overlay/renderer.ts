import type { LiveStatus } from '../core/exercise/definition';
import type { KinematicFrame } from '../core/kinematics/kinematic-frame';
import type { PoseFrame } from '../core/pose/pose-frame';
import type { Layer } from './draw';
import { bodyLineLayer } from './layers/body-line';
import { legsLayer } from './layers/legs';
import { pelvisLayer } from './layers/pelvis';
import { skeletonLayer } from './layers/skeleton';
import { readPalette } from './palette';
import type { Palette, Scene } from './scene';
import { fitPicture, type Size, type Viewport } from './viewport';

/** What is drawn for one frame. `frame` is null in the set-up, where nothing is judged. */
export interface OverlayInput {
  readonly pose: PoseFrame;
  readonly frame: KinematicFrame | null;
  readonly faults: LiveStatus['faults'];
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
  'standing-front': [skeletonLayer, legsLayer, pelvisLayer],
  'lying-side': [skeletonLayer, bodyLineLayer],
};

/** Line thickness as a share of the picture's height: about 8 px on a laptop, seen from three metres. */
const STROKE_SHARE = 0.0095;

/** Draws the newest frame over the picture, coalesced by the display's own rhythm. Nothing moves that was not measured. */
export function createOverlay(canvas: HTMLCanvasElement, mirrored: boolean): Overlay {
  const context = canvas.getContext('2d');
  let palette: Palette | null = null;
  let screen: Size = { width: canvas.clientWidth, height: canvas.clientHeight };
  let latest: OverlayInput | null = null;
  let pending = 0;

  const paint = () => {
    pending = 0;
    if (!context) return;
    context.clearRect(0, 0, screen.width, screen.height);
    if (!latest?.pose.landmarks) return;
    palette ??= readPalette(canvas);
    const viewport = fitPicture(latest.pose, screen, mirrored);
    const scene: Scene = { ...latest, viewport, palette, stroke: strokeOf(viewport) };
    for (const layer of LAYERS[scene.view]) layer(context, scene);
  };
  const request = () => {
    if (pending === 0) pending = requestAnimationFrame(paint);
  };

  return {
    show(input) {
      latest = input;
      request();
    },
    resize(size, pixelRatio) {
      screen = size;
      canvas.width = Math.round(size.width * pixelRatio);
      canvas.height = Math.round(size.height * pixelRatio);
      context?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
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

const strokeOf = (viewport: Viewport): number => Math.max(4, viewport.height * STROKE_SHARE);
