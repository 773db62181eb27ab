/** Points of a drawing on a 200 × 200 field, as `x,y x,y …`. */
export type FigureLine = string;

/** A drawn person: what an exercise looks like at its characteristic moment. */
export interface Figure {
  readonly head: readonly [x: number, y: number];
  /** Shoulder line and hip line, joined into the trunk. */
  readonly shoulders: FigureLine;
  readonly hips: FigureLine;
  /** Limbs drawn behind the body, thinner. */
  readonly far: readonly FigureLine[];
  /** Limbs drawn in front. */
  readonly near: readonly FigureLine[];
  /** What the camera watches: drawn in the accent. */
  readonly watched: readonly FigureLine[];
  /** A thin dashed line of reference: level, or head to heels. */
  readonly level: FigureLine;
  /** An arrow of the movement. */
  readonly arrow: FigureLine | null;
  readonly floor: readonly FigureLine[];
  readonly kettlebell: readonly [x: number, y: number] | null;
}
