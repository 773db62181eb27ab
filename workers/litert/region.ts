import { RECT_SCALE, TARGET_ANGLE } from './pose-options';

/** A point of the picture, in pixels. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** A square of the picture, in pixels, turned clockwise on the screen by `rotation` radians. */
export interface Region {
  readonly centre: PicturePoint;
  readonly size: number;
  readonly rotation: number;
}

/**
 * The region that holds a person, from the two points that both networks give: the middle of the hips, and a point on
 * the circle around the whole body, straight above them in an upright person.
 * `alignment_points_to_rects_calculator.cc` and `rect_transformation_calculator.cc`.
 */
export const regionOfPerson = (centre: PicturePoint, scale: PicturePoint): Region => {
  const dx = scale.x - centre.x;
  const dy = scale.y - centre.y;
  return {
    centre,
    size: 2 * Math.hypot(dx, dy) * RECT_SCALE,
    rotation: normalizeRadians(TARGET_ANGLE - Math.atan2(-dy, dx)),
  };
};

/** The whole picture in a square, as the detector takes it: centred, with bars at the sides or above and below. */
export const letterbox = (width: number, height: number): Region => ({
  centre: { x: width / 2, y: height / 2 },
  size: Math.max(width, height),
  rotation: 0,
});

/** From a region's own coordinates (0 … 1) to the picture's pixels. `landmark_projection_calculator.cc`. */
export const toPicture = ({ centre, size, rotation }: Region, u: number, v: number): PicturePoint => {
  const x = (u - 0.5) * size;
  const y = (v - 0.5) * size;
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  return { x: centre.x + cos * x - sin * y, y: centre.y + sin * x + cos * y };
};

/** Within −π … π. */
const normalizeRadians = (angle: number): number =>
  angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
