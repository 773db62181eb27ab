import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANDMARK, type LandmarkName } from '../../../src/core/pose/landmark';
import { IMAGE_STRIDE } from '../../../src/core/pose/pose-frame';
import { fitPicture, tiltedRightward, toScreen, type Viewport } from '../../../src/overlay/viewport';
import { officialPose } from '../../support/official-pose';

const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const CAMERA = { width: 1280, height: 720 };

function place(viewport: Viewport, name: LandmarkName) {
  const { landmarks } = officialPose('d13_5s.png');
  const at = LANDMARK[name] * IMAGE_STRIDE;
  return toScreen(viewport, landmarks?.image[at] ?? NaN, landmarks?.image[at + 1] ?? NaN);
}

describe('left and right on the screen, from a picture that went through the real model', () => {
  const mirrored = fitPicture({ width: 640, height: 480 }, LAPTOP, true);
  const plain = fitPicture({ width: 640, height: 480 }, LAPTOP, false);
  const middle = LAPTOP.width / 2;

  it.each(['shoulder', 'elbow', 'hip'] as const)(
    'shows the left %s left of the right one, as in a mirror',
    (joint) => {
      expect(place(mirrored, `left-${joint}`).x).toBeLessThan(place(mirrored, `right-${joint}`).x);
    },
  );

  it('shows them the other way round without the mirror', () => {
    expect(place(plain, 'left-shoulder').x).toBeGreaterThan(place(plain, 'right-shoulder').x);
  });

  it('mirrors about the middle of the screen and leaves heights alone', () => {
    const [a, b] = [place(mirrored, 'left-knee'), place(plain, 'left-knee')];
    expect(a.x - middle).toBeCloseTo(middle - b.x, 6);
    expect(a.y).toBe(b.y);
  });
});

describe('a line that is higher at the person’s right', () => {
  it('rises toward the right of the mirrored screen', () => {
    const direction = tiltedRightward(fitPicture(CAMERA, LAPTOP, true), 10);
    expect(direction.x).toBeGreaterThan(0);
    expect(direction.y).toBeLessThan(0);
  });

  it('rises toward the left of an unmirrored one', () => {
    const direction = tiltedRightward(fitPicture(CAMERA, LAPTOP, false), 10);
    expect(direction.x).toBeLessThan(0);
    expect(direction.y).toBeLessThan(0);
  });
});

describe('fitting the picture', () => {
  it('fills a screen of its own shape exactly', () => {
    expect(fitPicture(CAMERA, { width: 640, height: 360 }, true)).toMatchObject({
      left: 0,
      top: 0,
      width: 640,
      height: 360,
    });
  });

  it('cuts the sides, never head and feet, on a less wide screen', () => {
    const fitted = fitPicture(CAMERA, LAPTOP, true);
    expect(fitted).toMatchObject({ top: 0, height: 900, width: 1600, left: -80 });
  });

  it('keeps two thirds of the width in view on a portrait screen', () => {
    const { width } = fitPicture(CAMERA, PHONE, true);
    expect(PHONE.width / width).toBeCloseTo(0.66, 9);
  });

  const side = fc.integer({ min: 200, max: 4000 });
  const size = fc.record({ width: side, height: side });

  it('keeps the whole height in view, centred and undistorted, on any screen', () => {
    fc.assert(
      fc.property(size, size, fc.boolean(), (picture, screen, isMirrored) => {
        const { left, top, width, height } = fitPicture(picture, screen, isMirrored);
        // Half a thousandth of a pixel: rounding of doubles.
        expect(top).toBeGreaterThan(-0.0005);
        expect(top + height).toBeLessThan(screen.height + 0.0005);
        expect(left * 2 + width).toBeCloseTo(screen.width, 3);
        expect(width / height).toBeCloseTo(picture.width / picture.height, 6);
      }),
    );
  });

  it('turns left and right, and nothing else, when mirrored', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(size, size, share, share, (picture, screen, x, y) => {
        const mirrored = toScreen(fitPicture(picture, screen, true), x, y);
        const twin = toScreen(fitPicture(picture, screen, false), 1 - x, y);
        // A millionth of a pixel: rounding of doubles.
        expect(mirrored.x).toBeCloseTo(twin.x, 6);
        expect(mirrored.y).toBe(twin.y);
      }),
    );
  });
});
