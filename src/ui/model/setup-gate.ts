import { DARKEST } from '../../core/pose/brightness';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { LANDMARK, type LandmarkName } from '../../core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../core/pose/pose-frame';
import type { Millis } from '../../core/units';

export const SETUP_CHECKS = ['person', 'whole', 'distance', 'light', 'still'] as const;
export type SetupCheckId = (typeof SETUP_CHECKS)[number];

/** `todo` asks the person for something; `waiting` cannot be told before an earlier check is fine. */
export type CheckState = 'ok' | 'todo' | 'waiting';

export interface GateState {
  readonly checks: Readonly<Record<SetupCheckId, CheckState>>;
  /** The first thing to mend; null when all is well. */
  readonly todo: SetupCheckId | null;
  /** For `distance`: which way. */
  readonly tooNear: boolean;
  /** 0 … 1: how much of the quiet time has passed. */
  readonly progress: number;
  readonly ready: boolean;
  /** Recent places of the body, for the stillness; oldest first. */
  readonly trail: readonly Place[];
}

interface Place {
  readonly atMs: Millis;
  readonly x: number;
  readonly y: number;
}

/** How long the person must stand quietly before work begins. */
const QUIET_MS = 2000;
/** The body may sway by this share of its own length. Landmarks of a quiet person jitter by about 0.5 %. */
const QUIET_SWAY = 0.04;
/** Nose to ankles as a share of the picture's height (lying: width). Beyond 4 m the pose model is out of its scope. */
const FARTHEST = { 'standing-front': 0.36, 'lying-side': 0.3 } as const;
const NEAREST = { 'standing-front': 0.9, 'lying-side': 0.92 } as const;
/** A landmark this near the border may be cut off already. */
const MARGIN = 0.012;
const SEEN = 0.5;

export const startGate = (): GateState => ({
  checks: { person: 'todo', whole: 'waiting', distance: 'waiting', light: 'waiting', still: 'waiting' },
  todo: 'person',
  tooNear: false,
  progress: 0,
  ready: false,
  trail: [],
});

/**
 * Moves the gate by one frame. Pure: time is the frame's.
 *
 * @param brightness mean brightness of the picture, 0 … 1; null when there is no picture to measure
 */
export function stepGate(
  state: GateState,
  pose: PoseFrame,
  view: ExerciseDefinition['view'],
  brightness: number | null,
): GateState {
  const body = measureBody(pose, view);
  if (body === null) return { ...startGate(), checks: { ...startGate().checks, light: lightOf(brightness) } };
  const tooNear = body.length > NEAREST[view];
  const distance: CheckState = tooNear || body.length < FARTHEST[view] ? 'todo' : 'ok';
  const whole: CheckState = body.whole ? 'ok' : 'todo';
  const light = lightOf(brightness);
  const placed = whole === 'ok' && distance === 'ok' && light !== 'todo';
  const trail = placed ? addPlace(state.trail, { ...body.centre, atMs: pose.timestampMs }) : [];
  const quietMs = placed ? quietTime(trail, body.reach) : 0;
  const still: CheckState = !placed ? 'waiting' : quietMs >= QUIET_MS ? 'ok' : 'todo';
  const checks = { person: 'ok', whole, distance, light, still } as const;
  return {
    checks,
    todo: SETUP_CHECKS.find((id) => checks[id] === 'todo') ?? null,
    tooNear: tooNear || !body.whole,
    progress: Math.min(1, quietMs / QUIET_MS),
    ready: still === 'ok',
    trail,
  };
}

const lightOf = (brightness: number | null): CheckState =>
  brightness !== null && brightness < DARKEST ? 'todo' : 'ok';

interface Body {
  readonly whole: boolean;
  /** Nose to ankles, as a share of the picture's height (standing) or width (lying). */
  readonly length: number;
  readonly centre: { readonly x: number; readonly y: number };
  /** Nose to ankles in the units of `centre`. */
  readonly reach: number;
}

const NEEDED: readonly LandmarkName[] = ['nose', 'left-shoulder', 'right-shoulder', 'left-hip', 'right-hip'];
const FEET: readonly LandmarkName[] = ['left-ankle', 'right-ankle'];

/** Null when no one is in view. Lengths are taken in units of the picture's height, so that they are undistorted. */
function measureBody(pose: PoseFrame, view: ExerciseDefinition['view']): Body | null {
  const image = pose.landmarks?.image;
  if (!image) return null;
  const aspect = pose.width / pose.height;
  const at = (name: LandmarkName) => {
    const index = LANDMARK[name] * IMAGE_STRIDE;
    const [x = 0, y = 0, , visibility = 0] = image.subarray(index, index + IMAGE_STRIDE);
    const inside = x > MARGIN && x < 1 - MARGIN && y > MARGIN && y < 1 - MARGIN;
    return { x: x * aspect, y, visible: visibility >= SEEN && inside, visibility };
  };
  const trunk = NEEDED.map(at);
  if (trunk.filter((point) => point.visibility >= SEEN).length < 3) return null;
  const [nose, , , leftHip, rightHip] = trunk;
  const feet = FEET.map(at);
  if (!nose || !leftHip || !rightHip) return null;
  const feetSeen = feet.filter((point) => point.visible).length;
  const reach = Math.max(...feet.map((foot) => Math.hypot(foot.x - nose.x, foot.y - nose.y)));
  return {
    whole: nose.visible && feetSeen >= (view === 'lying-side' ? 1 : 2),
    length: view === 'lying-side' ? reach / aspect : reach,
    centre: { x: (leftHip.x + rightHip.x) / 2, y: (leftHip.y + rightHip.y) / 2 },
    reach,
  };
}

/** Keeps a little more than the quiet time. */
const addPlace = (trail: readonly Place[], place: Place): readonly Place[] => [
  ...trail.filter((one) => place.atMs - one.atMs <= QUIET_MS + 200 && one.atMs < place.atMs),
  place,
];

/** Milliseconds up to now over which the body stayed within its sway. */
function quietTime(trail: readonly Place[], reach: number): number {
  const now = trail.at(-1);
  if (!now) return 0;
  let since = now.atMs;
  for (const place of [...trail].reverse()) {
    if (Math.hypot(place.x - now.x, place.y - now.y) > QUIET_SWAY * reach) break;
    since = place.atMs;
  }
  return now.atMs - since;
}
