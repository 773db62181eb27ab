import type { ExerciseId } from '../../core/terms/ids';

type Point = readonly [x: number, y: number];
type Limb = readonly Point[];

/** A drawn person on a 200 × 200 field: what each exercise looks like at its characteristic moment. */
export interface FigurePose {
  readonly head: Point;
  /** Drawn behind the body, thinner. */
  readonly far: readonly Limb[];
  /** Drawn in front. */
  readonly near: readonly Limb[];
  /** Shoulder line and hip line, joined into the trunk. */
  readonly shoulders: readonly [Point, Point];
  readonly hips: readonly [Point, Point];
  /** What the camera watches: drawn in the accent. */
  readonly watched: readonly Limb[];
  /** A thin dashed line of reference: level, or head to heels. */
  readonly level: Limb;
  /** An arrow of the movement. */
  readonly arrow: Limb;
  readonly floor: readonly Limb[];
  readonly kettlebell: Point | null;
}

export const FIGURE_POSES: Readonly<Record<ExerciseId, FigurePose>> = {
  'banded-lateral-step': {
    head: [96, 36],
    shoulders: [
      [76, 64],
      [116, 64],
    ],
    hips: [
      [82, 110],
      [110, 110],
    ],
    far: [],
    near: [
      [
        [76, 64],
        [62, 90],
        [92, 88],
      ],
      [
        [116, 64],
        [130, 90],
        [100, 88],
      ],
      [
        [82, 110],
        [64, 142],
        [62, 180],
      ],
      [
        [110, 110],
        [134, 140],
        [146, 180],
      ],
    ],
    watched: [
      [
        [66, 133],
        [128, 131],
      ],
    ],
    level: [
      [56, 110],
      [136, 110],
    ],
    arrow: [
      [158, 154],
      [186, 154],
    ],
    floor: [
      [
        [22, 186],
        [180, 186],
      ],
    ],
    kettlebell: null,
  },
  'side-plank': {
    head: [160, 78],
    shoulders: [
      [138, 92],
      [143, 104],
    ],
    hips: [
      [90, 118],
      [94, 131],
    ],
    far: [],
    near: [
      [
        [138, 92],
        [118, 78],
        [100, 104],
      ],
      [
        [94, 124],
        [58, 146],
        [24, 166],
      ],
      [
        [142, 102],
        [144, 160],
        [172, 162],
      ],
    ],
    watched: [
      [
        [138, 98],
        [92, 124],
        [24, 166],
      ],
    ],
    level: [
      [176, 76],
      [14, 172],
    ],
    arrow: [],
    floor: [
      [
        [10, 176],
        [190, 176],
      ],
    ],
    kettlebell: null,
  },
  'hip-hike': {
    head: [100, 28],
    shoulders: [
      [80, 56],
      [120, 56],
    ],
    hips: [
      [86, 101],
      [114, 109],
    ],
    far: [],
    near: [
      [
        [80, 56],
        [64, 80],
        [82, 98],
      ],
      [
        [120, 56],
        [136, 80],
        [118, 100],
      ],
      [
        [86, 101],
        [85, 132],
        [85, 162],
      ],
      [
        [114, 109],
        [116, 144],
        [117, 178],
      ],
    ],
    watched: [
      [
        [70, 96.5],
        [130, 113.5],
      ],
    ],
    level: [
      [52, 105],
      [148, 105],
    ],
    arrow: [
      [150, 134],
      [150, 94],
    ],
    floor: [
      [
        [52, 168],
        [104, 168],
        [104, 190],
        [170, 190],
      ],
      [
        [22, 190],
        [52, 190],
        [52, 168],
      ],
    ],
    kettlebell: null,
  },
  'kettlebell-march': {
    head: [100, 30],
    shoulders: [
      [80, 58],
      [120, 58],
    ],
    hips: [
      [87, 106],
      [113, 106],
    ],
    far: [],
    near: [
      [
        [80, 58],
        [72, 84],
        [70, 110],
      ],
      [
        [120, 58],
        [140, 80],
        [118, 98],
      ],
      [
        [87, 106],
        [86, 146],
        [86, 182],
      ],
      [
        [113, 106],
        [136, 108],
        [132, 148],
      ],
    ],
    watched: [
      [
        [68, 106],
        [132, 106],
      ],
    ],
    level: [
      [46, 106],
      [160, 106],
    ],
    arrow: [
      [158, 150],
      [158, 118],
    ],
    floor: [
      [
        [30, 188],
        [172, 188],
      ],
    ],
    kettlebell: [69, 128],
  },
  'curtsy-lunge': {
    head: [106, 42],
    shoulders: [
      [88, 68],
      [126, 68],
    ],
    hips: [
      [94, 114],
      [119, 114],
    ],
    far: [
      [
        [119, 114],
        [98, 160],
        [46, 176],
      ],
    ],
    near: [
      [
        [88, 68],
        [76, 94],
        [103, 92],
      ],
      [
        [126, 68],
        [138, 94],
        [111, 92],
      ],
      [
        [94, 114],
        [126, 140],
        [124, 180],
      ],
    ],
    watched: [
      [
        [94, 114],
        [126, 140],
        [124, 180],
      ],
    ],
    level: [
      [66, 114],
      [148, 114],
    ],
    arrow: [
      [64, 150],
      [40, 150],
    ],
    floor: [
      [
        [26, 186],
        [174, 186],
      ],
    ],
    kettlebell: null,
  },
};
