import * as v from 'valibot';

/**
 * What a number in a kept session can be. A file may come from anywhere: a curve of a billion degrees would hang the chart, a
 * date beyond the calendar cannot be written, a hundred thousand repetitions take minutes to bring in.
 */
const between = (least: number, most: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));
const wholeBetween = (least: number, most: number) => v.pipe(between(least, most), v.integer());

const YEAR_S = 366 * 24 * 3600;
const DAY_S = 24 * 3600;

/** Epoch milliseconds, 1970 to the end of the year 9999: what a calendar can show. */
export const epochMs = between(0, Date.UTC(9999, 11, 31));
/** Seconds on the source's own clock. A tab may stay open for months; a film may begin a little before its own zero. */
export const seconds = between(-60, YEAR_S);
/** Seconds that something lasts, at most a day. */
export const duration = between(0, DAY_S);
/** A joint turns no further than once around. */
export const degrees = between(-360, 360);
/** How unsure an angle is. */
export const deviation = between(0, 360);
/** A landmark in pictures' widths or heights; outside of the picture too, but not a hundred pictures away. */
export const pictureUnits = between(-100, 100);
/** Width by height of a picture. */
export const aspectRatio = between(0.05, 20);
export const ordinal = wholeBetween(1, 10_000);
export const count = wholeBetween(0, 10_000);
export const shortText = v.pipe(v.string(), v.maxLength(100));
/** Half of a surrogate pair can stand in no address: `encodeURIComponent` throws on it. */
export const id = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(100),
  v.regex(/^\P{Surrogate}*$/u, 'Half of a character'),
);

/** A set of five hours at thirty pictures a second, repetitions as fast as anybody moves. */
export const LONGEST_SET = {
  frames: 540_000,
  reps: 2_000,
  holds: 1_000,
  breaks: 1_000,
  faults: 4_000,
  replayFrames: 3_000,
  /** Half an hour's hold. */
  judged: 54_000,
} as const;
export const MOST_SETS = 200;
