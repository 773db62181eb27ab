/**
 * How the readings of a measure follow from truth, fitted on people whom the movement model does not know:
 * reading = `offset` + the person's own offset for that side (deviation `offsetSd`) + `gain` × truth + noise (`noiseSd`).
 *
 * Landmarks ride up or in by an amount that depends on body, clothes and camera, and is the same in every repetition of a set.
 * So the first repetition is hard to judge and the later ones are not.
 */
export interface ReadingModel {
  readonly gain: number;
  readonly offset: number;
  readonly offsetSd: number;
  readonly noiseSd: number;
  /** Truth of clean repetitions, degrees; how evenly people move, where that is known. */
  readonly clean: { readonly mean: number; readonly sd: number; readonly evenness?: Evenness };
  /** Truth of faulty ones. */
  readonly fault: { readonly mean: number; readonly sd: number };
  /** Share of repetitions expected to be faulty before anything is seen. */
  readonly faultShare: number;
  /** Probability from which a repetition is called faulty; where the reading is weak, more than half is asked for. */
  readonly sureFault?: number;
  /**
   * How many of the judge's deviations hold 68 % and 95 % of the truths. Missing where its errors are those of a normal
   * distribution: 1 and 1.96. Only what is stated follows it; verdicts hang on the probability of a fault.
   */
  readonly reach?: { readonly within68: number; readonly within95: number; readonly source: string };
  /** Where the numbers come from. */
  readonly source: string;
}

/**
 * Some people do every clean repetition alike, others each one another way: one that stands out from the others of its leg says more of
 * the first. The clean repetitions of a `share` of people lie within `sd` of their leg's own mean, those of the rest within `unevenSd`
 * of everybody's. Degrees.
 */
export interface Evenness {
  readonly share: number;
  readonly sd: number;
  readonly unevenSd: number;
}
