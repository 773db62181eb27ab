/**
 * Units and coordinate spaces as types.
 *
 * A plain `number` says nothing about what it counts. These brands cost nothing at run time and make it a
 * type error to hand milliseconds to a function of seconds, or to take an angle on normalised coordinates,
 * where x and y are divided by different lengths (on 16:9 a true 6° pelvic drop would read 10.6°).
 */
declare const unit: unique symbol;
type Unit<Base, Name extends string> = Base & { readonly [unit]: Name };

/** Angle in degrees. */
export type Degrees = Unit<number, 'degrees'>;
/** Time on the media's own clock, or a duration, in milliseconds. */
export type Millis = Unit<number, 'milliseconds'>;
/** Time or duration in seconds. */
export type Seconds = Unit<number, 'seconds'>;

export const deg = (value: number): Degrees => value as Degrees;
export const millis = (value: number): Millis => value as Millis;
export const seconds = (value: number): Seconds => value as Seconds;
export const toSeconds = (value: Millis): Seconds => (value / 1000) as Seconds;
export const toMillis = (value: Seconds): Millis => (value * 1000) as Millis;

/** Point in the picture, x right and y down, in picture pixels; not mirrored. */
export interface PixelPoint {
  readonly space: 'pixel';
  readonly x: number;
  readonly y: number;
}

/** Point in the model's world space, metres, x right in the picture, y down, z away from the camera, hip-centred. */
export interface WorldPoint {
  readonly space: 'world';
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The person's own side, never the picture's. */
export type Side = 'left' | 'right';
export const SIDES = ['left', 'right'] as const;
export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** One value per side of the person. */
export type PerSide<T> = Readonly<Record<Side, T>>;
