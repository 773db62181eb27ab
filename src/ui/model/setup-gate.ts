import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { Light } from '../../core/pose/light';
import { LANDMARK, type LandmarkName } from '../../core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../core/pose/pose-frame';
import type { Millis } from '../../core/units';

export const SETUP_CHECKS = ['person', 'whole', 'distance', 'light', 'still'] as const;
export type SetupCheckId = (typeof SETUP_CHECKS)[number];

/** `todo` asks the person for something; `waiting` cannot be told before an earlier check is fine. */
export type CheckState = 'ok' | 'todo' | 'waiting';

/** What it is that keeps the first open check from being fine, where that is known better. */
export type SetupHint = 'other' | 'aside' | 'turned' | 'tilted' | 'backlit';

export interface GateState {
  readonly checks: Readonly<Record<SetupCheckId, CheckState>>;
  /** The first thing to mend; null when all is well. */
  readonly todo: SetupCheckId | null;
  readonly hint: SetupHint | null;
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
/** The hips' middle beyond this share of the picture's width: stepping to the middle brings the body in, stepping back need not. */
const ASIDE = { from: 0.2, to: 0.8 } as const;
/**
 * Shoulders nearer to one another than this, in trunk lengths, are those of somebody turned by about 50°: from the front they
 * are 0.65 to 0.8 apart, at 27° (a recording that is judged well) 0.6.
 */
const TURNED_WIDTH = 0.42;
/** Shoulders over ankles off the vertical by more than this: nobody stands so, the camera is tilted. */
const TILTED = Math.tan((12 * Math.PI) / 180);

export const startGate = (): GateState => ({
  checks: { person: 'todo', whole: 'waiting', distance: 'waiting', light: 'waiting', still: 'waiting' },
  todo: 'person',
  hint: null,
  tooNear: false,
  progress: 0,
  ready: false,
  trail: [],
});

/**
 * Moves the gate by one frame. Pure: time is the frame's.
 *
 * @param lit how the person is lit; null when there is no picture to measure
 */
export function stepGate(
  state: GateState,
  pose: PoseFrame,
  view: ExerciseDefinition['view'],
  lit: Light | null,
  isOther = false,
): GateState {
  if (isOther) return { ...startGate(), hint: 'other' };
  const body = measureBody(pose, view);
  if (body === null) return { ...startGate(), checks: { ...startGate().checks, light: checkOf(lit) } };
  const tooNear = body.length > NEAREST[view];
  const distance: CheckState = tooNear || body.length < FARTHEST[view] ? 'todo' : 'ok';
  const whole: CheckState = body.whole ? 'ok' : 'todo';
  const light = checkOf(lit);
  const placed = whole === 'ok' && distance === 'ok' && light !== 'todo' && body.askew === null;
  const trail = placed ? addPlace(state.trail, { ...body.centre, atMs: pose.timestampMs }) : [];
  const quietMs = placed ? quietTime(trail, body.reach) : 0;
  const isAskew = whole === 'ok' && body.askew !== null;
  const still: CheckState = isAskew ? 'todo' : !placed ? 'waiting' : quietMs >= QUIET_MS ? 'ok' : 'todo';
  const checks = { person: 'ok', whole, distance, light, still } as const;
  const todo = SETUP_CHECKS.find((id) => checks[id] === 'todo') ?? null;
  return {
    checks,
    todo,
    hint: hintOf(todo, body, lit),
    tooNear: tooNear || !body.whole,
    progress: Math.min(1, quietMs / QUIET_MS),
    ready: still === 'ok',
    trail,
  };
}

/** What it is that has to be mended, where that is known better than the check says. */
function hintOf(todo: SetupCheckId | null, body: Body, lit: Light | null): SetupHint | null {
  if (todo === 'whole') return body.isAside ? 'aside' : null;
  if (todo === 'light') return lit === 'backlit' ? 'backlit' : null;
  return todo === 'still' ? body.askew : null;
}

const checkOf = (lit: Light | null): CheckState => (lit === null || lit === 'fine' ? 'ok' : 'todo');

interface Body {
  readonly whole: boolean;
  /** Nose to ankles, as a share of the picture's height (standing) or width (lying). */
  readonly length: number;
  readonly centre: { readonly x: number; readonly y: number };
  /** Nose to ankles in the units of `centre`. */
  readonly reach: number;
  readonly isAside: boolean;
  /** Not as it should stand before the camera; null lying down, where neither is known. */
  readonly askew: 'turned' | 'tilted' | null;
}

const NEEDED: readonly LandmarkName[] = ['nose', 'left-shoulder', 'right-shoulder', 'left-hip', 'right-hip'];

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
  const [nose, leftShoulder, rightShoulder, leftHip, rightHip] = trunk;
  const feet = [at('left-ankle'), at('right-ankle')] as const;
  if (!nose || !leftShoulder || !rightShoulder || !leftHip || !rightHip) return null;
  const centre = middleOf(leftHip, rightHip);
  const feetSeen = feet.filter((point) => point.visible).length;
  const reach = Math.max(...feet.map((foot) => Math.hypot(foot.x - nose.x, foot.y - nose.y)));
  return {
    whole: nose.visible && feetSeen >= (view === 'lying-side' ? 1 : 2),
    length: view === 'lying-side' ? reach / aspect : reach,
    centre,
    reach,
    isAside: centre.x / aspect < ASIDE.from || centre.x / aspect > ASIDE.to,
    askew:
      view === 'lying-side'
        ? null
        : askewOf({ leftShoulder, rightShoulder, hips: centre, feet: middleOf(...feet) }),
  };
}

type Point = Pick<Place, 'x' | 'y'>;

const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

interface Standing {
  readonly leftShoulder: Point;
  readonly rightShoulder: Point;
  readonly hips: Point;
  readonly feet: Point;
}

/** Whether somebody who stands is turned away, or the picture is tilted. */
function askewOf({ leftShoulder, rightShoulder, hips, feet }: Standing): Body['askew'] {
  const shoulders = middleOf(leftShoulder, rightShoulder);
  const trunk = Math.hypot(shoulders.x - hips.x, shoulders.y - hips.y);
  const width = Math.hypot(leftShoulder.x - rightShoulder.x, leftShoulder.y - rightShoulder.y);
  if (width < TURNED_WIDTH * trunk) return 'turned';
  const isTilted = Math.abs(shoulders.x - feet.x) > TILTED * Math.abs(shoulders.y - feet.y);
  return isTilted ? 'tilted' : null;
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
