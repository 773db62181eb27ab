import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterbox, regionOfPerson, toPicture } from '../../../../workers/litert/region';
import { sampleRegion } from '../../../../workers/litert/sample-region';
import type { InputFormat, Pixels } from '../../../../workers/litert/sample-region';

/** Rounding of a few additions of double numbers, in pixels. */
const DIGITS = 6;

describe('the region of a person', () => {
  it('is upright around an upright person, and larger than the circle around the body by a quarter', () => {
    const region = regionOfPerson({ x: 300, y: 250 }, { x: 300, y: 50 });
    expect(region.centre).toEqual({ x: 300, y: 250 });
    expect(region.size).toBeCloseTo(500, DIGITS);
    expect(region.rotation).toBeCloseTo(0, DIGITS);
  });

  it.each([
    ['right', { x: 500, y: 250 }, Math.PI / 2],
    ['left', { x: 100, y: 250 }, -Math.PI / 2],
  ])('turns with a person whose head is to the %s', (_, head, rotation) => {
    expect(regionOfPerson({ x: 300, y: 250 }, head).rotation).toBeCloseTo(rotation, DIGITS);
  });

  it('has the scale point straight above its middle, whatever the turn', () => {
    const place = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(place, place, place, place, (cx, cy, sx, sy) => {
        fc.pre(Math.hypot(cx - sx, cy - sy) > 1);
        const region = regionOfPerson({ x: cx, y: cy }, { x: sx, y: sy });
        const found = toPicture(region, 0.5, 0.5 - 1 / (2 * 1.25));
        expect(found.x).toBeCloseTo(sx, DIGITS);
        expect(found.y).toBeCloseTo(sy, DIGITS);
      }),
    );
  });

  it('holds the whole picture for the detector, with bars above and below', () => {
    const region = letterbox(640, 480);
    expect(toPicture(region, 0, 0)).toEqual({ x: 0, y: -80 });
    expect(toPicture(region, 1, 1)).toEqual({ x: 640, y: 560 });
  });
});

/** A picture in which red counts the columns, green the rows, and blue is full. */
const ramp = (width: number, height: number): Pixels => {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rgba.set([x * 10, y * 10, 255, 255], (y * width + x) * 4);
  }
  return { width, height, rgba };
};

const sampled = (
  pixels: Pixels,
  region: Parameters<typeof sampleRegion>[1],
  format: Partial<InputFormat>,
) => {
  const whole: InputFormat = { size: 4, scale: 1, offset: 0, beyond: 'edge', ...format };
  const target = new Float32Array(whole.size ** 2 * 3);
  sampleRegion(pixels, region, whole, target);
  return (column: number, row: number): number[] => [
    ...target.subarray((row * whole.size + column) * 3, (row * whole.size + column) * 3 + 3),
  ];
};

describe('sampling a region', () => {
  const picture = ramp(8, 8);
  const upright = { centre: { x: 4, y: 4 }, size: 4, rotation: 0 };

  it('gives the pixels themselves at their own size, scaled as the network wants them', () => {
    const at = sampled(picture, upright, { scale: 1 / 255, offset: -1 });
    expect(at(0, 0)[0]).toBeCloseTo(20 / 255 - 1, DIGITS);
    expect(at(3, 1)).toEqual([50 / 255 - 1, 30 / 255 - 1, 0].map((value) => Math.fround(value)));
  });

  it('mixes neighbours in between', () => {
    const at = sampled(picture, { ...upright, centre: { x: 4.25, y: 4.5 } }, {});
    expect(at(0, 0)).toEqual([22.5, 25, 255]);
  });

  it('turns clockwise: what is to the right in the picture is up in a region turned by a quarter', () => {
    const at = sampled(picture, { ...upright, rotation: Math.PI / 2 }, {});
    // Its left top corner lies at the picture's right top one: (6, 2).
    expect(at(0, 0).map(Math.round)).toEqual([60, 20, 255]);
    expect(at(0, 3).map(Math.round)).toEqual([30, 20, 255]);
    expect(at(3, 0).map(Math.round)).toEqual([60, 50, 255]);
  });

  it('prolongs the edge beyond the picture, or is black there', () => {
    const beyond = { ...upright, centre: { x: -4, y: 4 } };
    expect(sampled(picture, beyond, {})(0, 0)).toEqual([0, 20, 255]);
    expect(sampled(picture, beyond, { beyond: 'black', offset: -1 })(0, 0)).toEqual([-1, -1, -1]);
    const corner = { ...upright, centre: { x: 9, y: 9 } };
    expect(sampled(picture, corner, {})(3, 3)).toEqual([70, 70, 255]);
  });
});
