import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millis } from '../../src/core/units';
import { fitPicture } from '../../src/overlay/viewport';
import {
  bodyBox,
  coveredIn,
  freeSpan,
  ROOMS,
  startRoom,
  stepRoom,
  wayBox,
  type Box,
  type Room,
} from '../../src/ui/model/room';
import { bodyPose } from '../support/room-poses';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Any body on the screen, or partly beside it. */
const anyBody: fc.Arbitrary<Box> = fc
  .record({ x: share, y: share, width: share, height: share })
  .map(({ x, y, width, height }) => ({
    left: x - width / 2 - 0.01,
    right: x + width / 2 + 0.01,
    top: y - height / 2 - 0.01,
    bottom: y + height / 2 + 0.01,
  }));

/** Somebody who stands: as high as most of the picture, a quarter as wide as high, on a 16:9 screen. */
const standing = share.map((x): Box => ({ left: x - 0.07, right: x + 0.07, top: 0.12, bottom: 0.94 }));

const anyRoom = fc.constantFrom(...ROOMS);

const PICTURE_MS = 100;

/** Where it stands after each of the pictures. */
function walk(from: Room, bodies: readonly (Box | null)[]): readonly Room[] {
  let state = { ...startRoom(), room: from };
  return bodies.map((body, index) => {
    state = stepRoom(state, body, millis(index * PICTURE_MS));
    return state.room;
  });
}

const held = (body: Box, pictures = 20): readonly Box[] => Array.from({ length: pictures }, () => body);
const movesOf = (rooms: readonly Room[]): readonly number[] =>
  rooms.flatMap((room, index) => (index > 0 && room !== rooms[index - 1] ? [index] : []));
const mirrored = ({ left, right, ...rest }: Box): Box => ({ ...rest, left: 1 - right, right: 1 - left });
const mirroredRoom = (room: Room): Room => (room === 'above' ? room : room === 'left' ? 'right' : 'left');

describe('the room of what is shown', () => {
  it('is clear of anybody who stands, wherever that is', () => {
    fc.assert(
      fc.property(standing, anyRoom, (body, from) => {
        expect(coveredIn(walk(from, held(body)).at(-1) ?? from, body)).toBeLessThanOrEqual(0.06);
      }),
    );
  });

  it('is never one that covers much more of the body than another would', () => {
    fc.assert(
      fc.property(anyBody, anyRoom, (body, from) => {
        const least = Math.min(...ROOMS.map((room) => coveredIn(room, body)));
        expect(coveredIn(walk(from, held(body)).at(-1) ?? from, body)).toBeLessThanOrEqual(least + 0.15);
      }),
    );
  });

  it('stays as long as the body is clear of it, and moves once at most for one that keeps its place', () => {
    fc.assert(
      fc.property(anyBody, anyRoom, (body, from) => {
        const moves = movesOf([from, ...walk(from, held(body))]);
        expect(moves.length).toBeLessThanOrEqual(1);
        if (coveredIn(from, body) <= 0.06) expect(moves).toEqual([]);
      }),
    );
  });

  it('never moves twice within 0.6 s, whatever is read', () => {
    const readings = fc.array(fc.option(anyBody), { minLength: 20, maxLength: 120 });
    fc.assert(
      fc.property(readings, anyRoom, (bodies, from) => {
        const moves = movesOf([from, ...walk(from, bodies)]);
        moves.forEach((at, index) => {
          const before = moves[index - 1];
          if (before !== undefined) expect((at - before) * PICTURE_MS).toBeGreaterThanOrEqual(600);
        });
      }),
    );
  });

  it('is not moved by somebody who crosses, nor by anybody who has gone', () => {
    fc.assert(
      fc.property(standing, anyRoom, (body, from) => {
        const rooms = walk(from, [...held(body, 5), null, ...held(body, 5), null]);
        expect(new Set(rooms)).toEqual(new Set([from]));
      }),
    );
  });

  it('is the mirrored one for the mirrored body', () => {
    fc.assert(
      fc.property(fc.array(standing, { minLength: 1, maxLength: 60 }), anyRoom, (bodies, from) => {
        const rooms = walk(
          from,
          bodies.flatMap((body) => held(body, 8)),
        );
        const other = walk(
          mirroredRoom(from),
          bodies.flatMap((body) => held(mirrored(body), 8)),
        );
        expect(other).toEqual(rooms.map(mirroredRoom));
      }),
    );
  });

  it('goes above somebody who lies along the whole picture', () => {
    expect(walk('right', held({ left: 0.1, right: 0.9, top: 0.58, bottom: 0.95 })).at(-1)).toBe('above');
  });
});

describe('the body on the screen', () => {
  const screen = { width: 1440, height: 900 };

  it('holds every landmark that is seen, mirrored as the picture is', () => {
    fc.assert(
      fc.property(share, share, (x, y) => {
        const pose = bodyPose([
          { x, y, visibility: 0.9 },
          { x: 0.5, y: 0.5, visibility: 0.9 },
          { x: 4, y: 4, visibility: 0.1 },
        ]);
        const box = bodyBox(pose, fitPicture(pose, screen, true), screen);
        const shown = fitPicture(pose, screen, true);
        const at = { x: (shown.left + (1 - x) * shown.width) / screen.width, y };
        expect(at.x).toBeGreaterThanOrEqual((box?.left ?? NaN) - 1e-6);
        expect(at.x).toBeLessThanOrEqual((box?.right ?? NaN) + 1e-6);
        expect(at.y).toBeGreaterThanOrEqual((box?.top ?? NaN) - 1e-6);
        expect(at.y).toBeLessThanOrEqual((box?.bottom ?? NaN) + 1e-6);
        expect(box?.bottom).toBeLessThan(2);
      }),
    );
  });

  it('is none where nobody is seen', () => {
    const pose = bodyPose([{ x: 0.5, y: 0.5, visibility: 0.2 }]);
    expect(bodyBox(pose, fitPicture(pose, screen, true), screen)).toBeNull();
    expect(bodyBox({ ...pose, landmarks: null }, fitPicture(pose, screen, true), screen)).toBeNull();
  });
});

describe('the floor on which somebody is about to travel', () => {
  const screen = { width: 1280, height: 720 };
  const viewport = fitPicture(screen, screen, true);
  const PLAN = { room: 9, steps: 2, of: 2, firstSide: 'right', moveTo: null, bodyLength: 0.5 } as const;
  const planned = (marks: readonly number[]): Box => wayBox({ ...PLAN, marks, floor: 0.9 }, viewport, screen);
  const at = (x: number): Box => ({ left: x - 0.06, right: x + 0.06, top: 0.1, bottom: 0.9 });
  const stands = (from: Room, body: Box, way: Box): Room => {
    let state = { ...startRoom(), room: from };
    for (let atMs = 0; atMs <= 2000; atMs += PICTURE_MS) state = stepRoom(state, body, millis(atMs), way);
    return state.room;
  };

  it('lies where it is shown in the mirrored picture', () => {
    const { left, right, top, bottom } = planned([0.75, 0.5, 0.25]);
    expect([left, right]).toEqual([0.25, 0.75]);
    expect((top + bottom) / 2).toBeCloseTo(0.9, 9);
  });

  it('is kept clear where that covers nobody', () => {
    expect(stands('right', at(0.5), planned([0.5, 0.25, 0.1]))).toBe('left');
    expect(stands('right', at(0.1), planned([0.9, 0.6, 0.1]))).toBe('right');
  });

  it('never keeps what is shown on the body', () => {
    fc.assert(
      fc.property(
        standing,
        anyRoom,
        fc.array(share, { minLength: 2, maxLength: 11 }),
        (body, from, marks) => {
          const way = planned(marks);
          const room = stands(from, body, way);
          const cost = (one: Room): number => Math.max(coveredIn(one, body), coveredIn(one, way));
          expect(cost(room)).toBeLessThanOrEqual(Math.min(...ROOMS.map(cost)) + 0.15);
          expect(coveredIn(room, body)).toBeLessThanOrEqual(Math.min(...ROOMS.map(cost)) + 0.15);
        },
      ),
    );
  });
});

describe('what a room leaves of the width', () => {
  it('is clear of all that stands there on a screen that lies, and everything on one that stands', () => {
    const length = fc.integer({ min: 300, max: 3000 });
    fc.assert(
      fc.property(fc.constantFrom(...ROOMS), length, length, (room, width, height) => {
        const { left, right } = freeSpan(room, { width, height });
        const span: Box = { left: left / width, right: right / width, top: 0.6, bottom: 0.9 };
        if (width >= height) expect(coveredIn(room, span)).toBeCloseTo(0, 9);
        if (width < 0.75 * height) expect([left, right]).toEqual([0, width]);
        expect(right - left).toBeGreaterThan(width / 2);
      }),
    );
  });
});
