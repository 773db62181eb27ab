/** A number that decides, with where it comes from. */
interface Limit {
  readonly value: number;
  readonly unit: 's' | '1/s' | 'deg' | 'ratio' | 'r';
  readonly source: string;
  readonly reason: string;
}

const TRIED =
  'tried on 15 rendered clips, each against two recordings made from its true motion and against those of the other clips';

/** From when on a sensor file is read, and from when on its match with the camera is shown. */
export const SENSOR_LIMITS = {
  leastSpanS: { value: 10, unit: 's', source: TRIED, reason: 'shorter movement fits at many offsets' },
  leastRate: {
    value: 5,
    unit: '1/s',
    source: 'sampling theorem',
    reason: 'a repetition is told from 2 Hz downward; phones write 10 to 100 rows a second',
  },
  gravitySpread: {
    value: 0.01,
    unit: 'ratio',
    source: 'gravity changes by 0.5 % over the whole Earth',
    reason:
      'median deviation of the length: gravity as a phone gives it has none, acceleration of a standing body has more',
  },
  uprightDeg: {
    value: 30,
    unit: 'deg',
    source: 'geometry',
    reason: 'with the screen nearer to horizontal, its normal no longer says where the back is',
  },
  wornDeg: {
    value: 40,
    unit: 'deg',
    source: 'geometry',
    reason: 'farther from how it was worn, the phone is on a table or the person lies down or bends over',
  },
  leastR: {
    value: 0.65,
    unit: 'r',
    source: TRIED,
    reason:
      'of 420 pairs that do not belong together 6 reached it, of those that do and moved enough, 13 of 20',
  },
  leastLead: {
    value: 0.04,
    unit: 'r',
    source: TRIED,
    reason:
      'even movement fits nearly as well one repetition later; with less of a lead some places found were wrong, with it none',
  },
  leastMovedDeg: {
    value: 0.7,
    unit: 'deg',
    source: 'noise of the camera’s reading at rest',
    reason: 'standard deviation of a curve: less is a pelvis that did not move, and noise has no offset',
  },
  leastShare: {
    value: 0.5,
    unit: 'ratio',
    source: TRIED,
    reason: 'of what the camera measured at least so much must be in both: short pieces fit by chance',
  },
} as const satisfies Readonly<Record<string, Limit>>;
