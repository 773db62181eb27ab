import type { Joint } from '../pose/access';
import { median } from '../signal/quantile';
import { millis, SIDES } from '../units';
import { pictureJoint, type Skeleton } from './skeleton';
import { bodyLength } from './stance';
import { distance, type Vec2 } from './vector';

/** Takes a turned camera out of the picture. */
export interface CameraSteadier {
  /**
   * @param width of the picture, pixels
   * @returns the skeleton where it would be had the camera never turned
   */
  step(skeleton: Skeleton, width: number, height: number): Skeleton;
  /** What comes next has nothing to do with what came before: somebody else, or a gap. */
  interrupt(): void;
}

const WATCHED: readonly Joint[] = ['shoulder', 'hip', 'knee', 'ankle'];
/** Frames farther apart than this are not compared: a person can be anywhere by then. */
const NEAR_MS = millis(150);
/** A whole body that moves by this in one frame was moved by the camera. Body lengths; 2–3° of tilt. */
const LEAST_KNOCK = 0.04;
/** Farther than this (12°) it is rather somebody else in the same pose. */
const GREATEST_KNOCK = 0.45;
/**
 * Joints are where a turn of the camera puts them within this, or this share of the move. Two of the eight may move on
 * their own meanwhile, by a little more: a foot that is just being set down.
 */
const ALIKE = { least: 0.012, share: 0.2, most: 0.03 };
const ON_ITS_OWN = { least: 0.012, share: 0.35, most: 0.06 };
const ON_THEIR_OWN = 2;
/** From this move on four joints are enough, if they agree that well: the turn put the others out of the picture. */
const GREAT_KNOCK = 0.15;
const GREAT_ALIKE = { least: 0, share: 0.1, most: 0.02 };
const GREAT_JOINTS = 4;
/** A body that jumps moves as one, too, but not out of rest: the frame before moved by less than this share. */
const OUT_OF_REST = 0.4;
/** A knock that undoes an earlier one but for this share put the camera back where it was. */
const BACK_SHARE = 0.35;
/** Focal length of a laptop's camera in widths of its picture: 64° across. Most have 60–70°. */
const FOCAL = 0.8;

/** How far the camera has turned, radians: to its side and upward, as points of the picture move. */
interface Turn {
  readonly pan: number;
  readonly tilt: number;
}

const NO_TURN: Turn = { pan: 0, tilt: 0 };

/** The picture's middle and focal length, pixels. */
interface Lens {
  readonly centre: Vec2;
  readonly focal: number;
}

/**
 * A laptop that is knocked, or whose lid gives way, moves the whole body in the picture at once, feet and all, which nobody
 * does who stands on them. Such turns are added up and taken out again, so that floor and stance stay where they were.
 */
export function createCameraSteadier(): CameraSteadier {
  let turned = NO_TURN;
  let before: Skeleton | null = null;
  /** Where the joints were the frame before that: what moves goes on moving. */
  let earlier: Skeleton | null = null;
  /** Largest move of a joint in the frame before, body lengths. */
  let lastMove = Infinity;

  return {
    step(skeleton, width, height) {
      const lens = { centre: { x: width / 2, y: height / 2 }, focal: FOCAL * width };
      if (before && skeleton.timestampMs - before.timestampMs <= NEAR_MS) {
        const seen = lookAt(expected(before, earlier), skeleton, lens);
        const isTurned = isKnock(seen) && lastMove < OUT_OF_REST * seen.move;
        if (isTurned) turned = add(turned, seen.turn);
        // The jump itself says nothing of how the body moves on.
        earlier = isTurned ? null : before;
        lastMove = largestMove(before, skeleton);
      } else {
        lastMove = Infinity;
        earlier = null;
      }
      before = skeleton;
      return turned === NO_TURN ? skeleton : turnBack(skeleton, turned, lens);
    },
    interrupt() {
      before = null;
    },
  };
}

/** What happened between two frames, lengths in body lengths. */
interface Seen {
  /** The turn of the camera that explains most joints best. */
  readonly turn: Turn;
  /** How far it moves a joint. */
  readonly move: number;
  /** How far each joint is from where the turn alone would put it, ascending. */
  readonly apart: readonly number[];
}

function lookAt(from: Skeleton, to: Skeleton, lens: Lens): Seen {
  const scale = bodyLength(from);
  const pairs = jointPairs(from, to);
  const angle = (point: Vec2, axis: 'x' | 'y'): number =>
    Math.atan((point[axis] - lens.centre[axis]) / lens.focal);
  const turnOf = (axis: 'x' | 'y'): number =>
    median(pairs.map(([a, b]) => angle(b, axis) - angle(a, axis))) ?? 0;
  const turn = { pan: turnOf('x'), tilt: turnOf('y') };
  const move = (median(pairs.map(([a, b]) => distance(a, b))) ?? 0) / scale;
  const apart = pairs.map(([a, b]) => distance(turnPoint(a, turn, lens), b) / scale).sort((a, b) => a - b);
  return { turn, move, apart };
}

const jointPairs = (from: Skeleton, to: Skeleton): (readonly [Vec2, Vec2])[] =>
  SIDES.flatMap((side) =>
    WATCHED.map((joint) => [pictureJoint(from, side, joint), pictureJoint(to, side, joint)] as const),
  );

const largestMove = (from: Skeleton, to: Skeleton): number =>
  Math.max(...jointPairs(from, to).map(([a, b]) => distance(a, b))) / bodyLength(from);

/** Where the joints would be now had they gone on as before; after a knock or a gap where they were. */
function expected(before: Skeleton, earlier: Skeleton | null): Skeleton {
  if (!earlier) return before;
  return {
    ...before,
    picture: before.picture.map((value, at) => 2 * value - (earlier.picture[at] ?? value)),
  };
}

/** How far a joint may be from where a turn that moves it by so much would put it. */
const tolerance = (move: number, { least, share, most }: typeof ALIKE): number =>
  Math.max(least, Math.min(most, share * move));

function isKnock({ move, apart }: Seen): boolean {
  if (move < LEAST_KNOCK || move > GREATEST_KNOCK) return false;
  const [few = Infinity, many = Infinity, all = Infinity] = [
    apart[GREAT_JOINTS - 1],
    apart.at(-1 - ON_THEIR_OWN),
    apart.at(-1),
  ];
  if (move >= GREAT_KNOCK && few <= tolerance(move, GREAT_ALIKE)) return true;
  return many <= tolerance(move, ALIKE) && all <= tolerance(move, ON_ITS_OWN);
}

function add(turned: Turn, turn: Turn): Turn {
  const now = { pan: turned.pan + turn.pan, tilt: turned.tilt + turn.tilt };
  const isBack = Math.hypot(now.pan, now.tilt) < BACK_SHARE * Math.hypot(turned.pan, turned.tilt);
  return isBack ? NO_TURN : now;
}

function turnBack(skeleton: Skeleton, { pan, tilt }: Turn, lens: Lens): Skeleton {
  const back = { pan: -pan, tilt: -tilt };
  const picture = skeleton.picture.slice();
  for (let at = 0; at + 1 < picture.length; at += 2) {
    const point = turnPoint({ x: picture[at] ?? 0, y: picture[at + 1] ?? 0 }, back, lens);
    picture[at] = point.x;
    picture[at + 1] = point.y;
  }
  return { ...skeleton, picture };
}

/** Where a point of the picture goes when the camera turns: its ray, turned, and seen again. */
function turnPoint({ x, y }: Vec2, { pan, tilt }: Turn, { centre, focal }: Lens): Vec2 {
  const [dx, dy] = [x - centre.x, y - centre.y];
  const up = dy * Math.cos(tilt) + focal * Math.sin(tilt);
  const ahead = focal * Math.cos(tilt) - dy * Math.sin(tilt);
  const aside = dx * Math.cos(pan) + ahead * Math.sin(pan);
  const depth = ahead * Math.cos(pan) - dx * Math.sin(pan);
  return { x: centre.x + (focal * aside) / depth, y: centre.y + (focal * up) / depth };
}
