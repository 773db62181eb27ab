import { LANDMARK, type LandmarkName } from '../core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../core/pose/pose-frame';
import type { FaultId } from '../core/terms/ids';
import type { KinematicFrame } from '../core/kinematics/kinematic-frame';
import type { LiveStatus } from '../core/exercise/definition';
import type { OwnPath } from '../core/session/own-path';
import type { Side } from '../core/units';
import type { ShownSteps } from './layers/footprints';
import { toScreen, type ScreenPoint, type Viewport } from './viewport';

/** The angles that are drawn as measured. */
export type DrawnAngles = Pick<KinematicFrame, 'pelvisObliquity' | 'bodyLine'> &
  Partial<Pick<KinematicFrame, 'loaded'>>;

/** What is written beside a fault; the angle where it is known. */
export interface FaultLabels {
  readonly hip: (angle: string) => string;
  readonly knee: (angle: string | null) => string;
  readonly sag: (angle: string | null) => string;
}

/** What a layer may use to draw one frame. */
export interface Scene {
  readonly viewport: Viewport;
  readonly pose: PoseFrame;
  /** Null while nothing is measured yet (set-up). */
  readonly frame: DrawnAngles | null;
  readonly faults: LiveStatus['faults'];
  /** The person's own paths, as far as they are known. */
  readonly paths?: readonly OwnPath[];
  /** Where the steps of an exercise that travels go. */
  readonly steps?: ShownSteps;
  /** From where to where nothing stands over the picture, in CSS pixels; without it, everywhere. */
  readonly free?: Span;
  /** Which lines are drawn: pelvis and legs for standing work, the body line for lying work. */
  readonly view: 'standing-front' | 'lying-side';
  readonly palette: Palette;
  readonly labels: FaultLabels;
  /** Thickness of the main lines, in CSS pixels: grows with the picture, so that 3 m away it is still seen. */
  readonly stroke: number;
}

/** A stretch across the screen. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** Colours as the canvas wants them, read from the theme. */
export interface Palette {
  readonly line: string;
  readonly bone: string;
  readonly joint: string;
  readonly level: string;
  readonly fault: string;
  readonly onFault: string;
  readonly edge: string;
  readonly font: string;
}

/** Below this the model itself says it is guessing: such limbs are not drawn. */
const DRAWN_FROM_VISIBILITY = 0.5;

/** A landmark on the screen; null where it was not seen. */
export function seen(scene: Scene, name: LandmarkName): ScreenPoint | null {
  const image = scene.pose.landmarks?.image;
  if (!image) return null;
  const at = LANDMARK[name] * IMAGE_STRIDE;
  if ((image[at + 3] ?? 0) < DRAWN_FROM_VISIBILITY) return null;
  return toScreen(scene.viewport, image[at] ?? 0, image[at + 1] ?? 0);
}

/** The raised fault of a kind, on a side if one is given. */
export const raised = (scene: Scene, fault: FaultId, side?: Side): LiveStatus['faults'][number] | null =>
  scene.faults.find((one) => one.fault === fault && (side === undefined || one.side === side)) ?? null;

export const middle = (a: ScreenPoint, b: ScreenPoint): ScreenPoint => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
});
