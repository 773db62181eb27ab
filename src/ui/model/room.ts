import type { StepPlan } from '../../core/exercise/travel';
import type { PoseFrame } from '../../core/pose/pose-frame';
import { IMAGE_STRIDE } from '../../core/pose/pose-frame';
import type { Millis } from '../../core/units';
import type { Span } from '../../overlay/scene';
import { toScreen, type Size, type Viewport } from '../../overlay/viewport';

/**
 * Where what is shown stands, clear of the body: in a column at one side of the screen, or above somebody who lies along the
 * whole of it.
 */
export const ROOMS = ['right', 'left', 'above'] as const;
export type Room = (typeof ROOMS)[number];

/** A part of the screen, in shares of its width and height, from its left upper corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width of the column, as a share of the screen's. The live screen's stylesheet is given it. */
export const COLUMN_SHARE = 0.32;
/** The row above reaches down to here, as a share of the screen's height: top bar, margins and dial. */
const ABOVE_SHARE = 0.54;

const PLACES: Readonly<Record<Room, Box>> = {
  right: { left: 1 - COLUMN_SHARE, top: 0, right: 1, bottom: 1 },
  left: { left: 0, top: 0, right: COLUMN_SHARE, bottom: 1 },
  above: { left: 0, top: 0, right: 1, bottom: ABOVE_SHARE },
};

/** From this shape of the screen on, width to height, there is a column; else everything stands above and below the picture. */
const ACROSS_FROM = 4 / 5;

/** Between what is drawn over the picture and the column, as a share of the screen's width. */
const GAP_SHARE = 0.01;

/** What a room leaves of the width of the screen, in CSS pixels. */
export function freeSpan(room: Room, { width, height }: Size): Span {
  const column = width / height >= ACROSS_FROM ? (COLUMN_SHARE + GAP_SHARE) * width : 0;
  return { left: room === 'left' ? column : 0, right: room === 'right' ? width - column : width };
}

/** A landmark seen less surely than this may be anywhere. */
const SEEN = 0.5;
/** The body is wider than its joints and higher than its eyes, by this share of the landmarks' box. */
const FLESH = 0.08;

/**
 * The body on the screen.
 *
 * @param screen in CSS pixels, as `viewport`
 * @returns null where nobody is seen
 */
export function bodyBox(pose: PoseFrame, viewport: Viewport, screen: Size): Box | null {
  const image = pose.landmarks?.image;
  if (!image) return null;
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let at = 0; at < image.length; at += IMAGE_STRIDE) {
    if ((image[at + 3] ?? 0) < SEEN) continue;
    const { x, y } = toScreen(viewport, image[at] ?? 0, image[at + 1] ?? 0);
    xs.push(x / screen.width);
    ys.push(y / screen.height);
  }
  if (xs.length === 0) return null;
  const box = {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
  const [wider, higher] = [(box.right - box.left) * FLESH, (box.bottom - box.top) * FLESH];
  return {
    left: box.left - wider,
    top: box.top - higher,
    right: box.right + wider,
    bottom: box.bottom + higher,
  };
}

/** Half the height of the numbered footprints, as a share of the screen's. */
const FOOTPRINTS = 0.06;

/** The floor on which somebody is about to travel: what stands there hides where to go, and would be in the way in ten steps' time. */
export function wayBox({ marks, floor }: StepPlan, viewport: Viewport, screen: Size): Box {
  const places = marks.map((mark) => toScreen(viewport, mark, floor));
  const xs = places.map(({ x }) => x / screen.width);
  const y = (places[0]?.y ?? 0) / screen.height;
  return { left: Math.min(...xs), right: Math.max(...xs), top: y - FOOTPRINTS, bottom: y + FOOTPRINTS };
}

/** Share of a body, 0 … 1, that is covered by what stands in a room. */
export function coveredIn(room: Room, body: Box): number {
  const place = PLACES[room];
  const width = Math.min(place.right, body.right) - Math.max(place.left, body.left);
  const height = Math.min(place.bottom, body.bottom) - Math.max(place.top, body.top);
  const area = (body.right - body.left) * (body.bottom - body.top);
  return area <= 0 ? 0 : (Math.max(0, width) * Math.max(0, height)) / area;
}

/** So little may be covered: a hand that reaches out moves nothing. */
const COVERED_ENOUGH = 0.06;
/** Another room has to be better by this share of the body: from one that is as bad nothing is gained. */
const BETTER_BY = 0.15;
/** And so for this long: not while somebody crosses the picture, and never at a single wrong reading. */
const SETTLED_MS = 600;

export interface RoomState {
  readonly room: Room;
  /** Another one that is better, and since when. */
  readonly wanted: { readonly room: Room; readonly sinceMs: Millis } | null;
}

export const startRoom = (): RoomState => ({ room: 'right', wanted: null });

/**
 * Moves to where less of the body is covered, once that has settled. Pure: time is the frame's.
 *
 * @param body null while nobody is seen: then nothing moves
 * @param way the floor that is kept clear, too
 */
export function stepRoom(
  state: RoomState,
  body: Box | null,
  atMs: Millis,
  way: Box | null = null,
): RoomState {
  const better = body && betterThan(state.room, way ? [body, way] : [body]);
  if (!better) return state.wanted === null ? state : { room: state.room, wanted: null };
  if (state.wanted?.room !== better || atMs < state.wanted.sinceMs) {
    return { room: state.room, wanted: { room: better, sinceMs: atMs } };
  }
  return atMs - state.wanted.sinceMs < SETTLED_MS ? state : { room: better, wanted: null };
}

function betterThan(room: Room, kept: readonly Box[]): Room | null {
  const coveredBy = (one: Room): number => Math.max(...kept.map((box) => coveredIn(one, box)));
  const covered = coveredBy(room);
  if (covered <= COVERED_ENOUGH) return null;
  const best = ROOMS.reduce((a, b) => (coveredBy(b) < coveredBy(a) ? b : a), room);
  return covered - coveredBy(best) > BETTER_BY ? best : null;
}
