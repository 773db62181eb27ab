import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colorMatrixOf } from '../../../../workers/litert/color-matrix';
import type { ColorMatrix } from '../../../../workers/litert/color-matrix';
import { letterbox, regionOfPerson, toPicture } from '../../../../workers/litert/region';
import { sampleRegion } from '../../../../workers/litert/sample-region';
import type { InputFormat, Pixels, RgbPixels, YuvPixels } from '../../../../workers/litert/sample-region';

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

/** Luma and colour difference of a picture, in two layouts, and the same picture as red, green and blue. */
const yuvPicture = (matrix: ColorMatrix, layout: 'I420' | 'NV12', seed: number) => {
  const [width, height] = [9, 7];
  const [halfWidth, halfHeight] = [5, 4];
  // Muted colours: what would be beyond 0 … 255 is cut off, before mixing in one way and after it in the other.
  const value = (at: number, spread: number): number => 128 + (((at * 7919 + seed) % 101) - 50) * spread;
  const lumaStride = width + 3;
  const uAt = lumaStride * height;
  const step = layout === 'NV12' ? 2 : 1;
  const chromaStride = halfWidth * step;
  const vAt = layout === 'NV12' ? uAt + 1 : uAt + chromaStride * halfHeight;
  const bytes = new Uint8Array(uAt + 2 * halfWidth * halfHeight);
  const rgba = new Float64Array(width * height * 4);
  for (let i = 0; i < halfWidth * halfHeight; i++) {
    const at = Math.floor(i / halfWidth) * chromaStride + (i % halfWidth) * step;
    bytes[uAt + at] = value(i, 0.3);
    bytes[vAt + at] = value(i + 31, 0.3);
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      bytes[y * lumaStride + x] = value(y * width + x, 0.8);
      const at = (y >> 1) * chromaStride + (x >> 1) * step;
      const [u, v] = [bytes[uAt + at]! - 128, bytes[vAt + at]! - 128];
      const light = bytes[y * lumaStride + x]! * matrix.lumaScale + matrix.lumaOffset;
      rgba.set(
        [
          light + matrix.redOfV * v,
          light + matrix.greenOfU * u + matrix.greenOfV * v,
          light + matrix.blueOfU * u,
        ],
        (y * width + x) * 4,
      );
    }
  }
  const planes = { lumaAt: 0, lumaStride, uAt, vAt, chromaStride, chromaStep: step } as const;
  const yuv: YuvPixels = { width, height, bytes, planes, matrix };
  // Floats: what rounding of a converted picture would cost is none of the sampler's.
  const rgb = { width, height, rgba: rgba as unknown as Uint8Array } satisfies RgbPixels;
  return { yuv, rgb };
};

describe('sampling luma and colour difference', () => {
  const matrix = colorMatrixOf({ matrix: null, fullRange: null });

  it.each(['I420', 'NV12'] as const)('gives what the converted picture would: %s', (layout) => {
    if (matrix === null) throw new Error('no matrix');
    const inside = fc.double({ min: -3, max: 11, noNaN: true });
    fc.assert(
      fc.property(
        fc.nat(),
        inside,
        inside,
        fc.double({ min: 1, max: 12, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.constantFrom('edge' as const, 'black' as const),
        (seed, x, y, size, rotation, beyond) => {
          const { yuv, rgb } = yuvPicture(matrix, layout, seed);
          const format: InputFormat = { size: 6, scale: 1 / 255, offset: -0.5, beyond };
          const region = { centre: { x, y }, size, rotation };
          const [fromYuv, fromRgb] = [new Float32Array(108), new Float32Array(108)];
          sampleRegion(yuv, region, format, fromYuv);
          sampleRegion(rgb, region, format, fromRgb);
          for (let i = 0; i < 108; i++) expect(fromYuv[i]).toBeCloseTo(fromRgb[i] ?? NaN, 5);
        },
      ),
    );
  });

  it('knows white, black and the pure colours of each standard', () => {
    // Eight-bit codes of full red: BT.601-7 and BT.709-6, narrow range; JPEG's full range.
    const codes = [
      ['smpte170m', false, [81, 90, 240]],
      ['bt709', false, [63, 102, 240]],
      ['smpte170m', true, [76, 85, 255]],
    ] as const;
    for (const [name, fullRange, [y, u, v]] of codes) {
      const found = colorMatrixOf({ matrix: name, fullRange });
      if (found === null) throw new Error(`${name} is not known`);
      const light = y * found.lumaScale + found.lumaOffset;
      const red = [
        light + found.redOfV * (v - 128),
        light + found.greenOfU * (u - 128) + found.greenOfV * (v - 128),
        light + found.blueOfU * (u - 128),
      ];
      // The codes are rounded, by up to half a step of luma and of colour difference.
      [255, 0, 0].forEach((wanted, channel) => {
        expect(Math.abs((red[channel] ?? NaN) - wanted)).toBeLessThan(2);
      });
    }
    expect(colorMatrixOf({ matrix: 'rgb', fullRange: true })).toBeNull();
  });
});
