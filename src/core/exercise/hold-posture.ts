import type { BodyPoint, BodyPoints } from '../body/body-points';
import type { PerSide, Side } from '../units';

/** Which way up somebody lies, in trunk lengths. */
export interface LyingSide {
  /** How far the left shoulder and hip lie below the right ones, mean; + = the left side is nearest the floor. */
  readonly leftBelow: number;
  /** False when the shoulders are not above one another: lying on the front or the back. */
  readonly stacked: boolean;
}

/**
 * Height of one shoulder above the other from which the body lies on its side. Side planks, rendered and real, show
 * 0.46–0.75; a plank on both arms, seen from the side, near 0. Trunk lengths.
 */
const MIN_STACKED = 0.25;

export function readLyingSide(body: BodyPoints): LyingSide {
  const trunk = Math.max(distance(middle(body.shoulder), middle(body.hip)), 1e-6);
  const shoulder = (body.shoulder.right.y - body.shoulder.left.y) / trunk;
  const hip = (body.hip.right.y - body.hip.left.y) / trunk;
  return { leftBelow: (shoulder + hip) / 2, stacked: Math.abs(shoulder) >= MIN_STACKED };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const middle = (pair: PerSide<BodyPoint>): Point => ({
  x: (pair.left.x + pair.right.x) / 2,
  y: (pair.left.y + pair.right.y) / 2,
});

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The side nearest the floor, from all frames so far: the pose model swaps left and right in single frames. */
export interface SideVote {
  add(lying: LyingSide): void;
  readonly side: Side;
  clear(): void;
}

export function createSideVote(): SideVote {
  let total = 0;
  return {
    add(lying) {
      total += lying.leftBelow;
    },
    get side() {
      return total >= 0 ? 'left' : 'right';
    },
    clear() {
      total = 0;
    },
  };
}
