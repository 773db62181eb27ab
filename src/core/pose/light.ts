import { DARKEST, lumaAt } from './brightness';
import { LANDMARK, type LandmarkName } from './landmark';
import { IMAGE_STRIDE, type PoseFrame } from './pose-frame';

/** How a person is lit. */
export type Light =
  | 'fine'
  /** The whole picture is dark. */
  | 'dark'
  /** The picture is bright, and the person before it is not: a window behind. */
  | 'backlit';

/** A picture made small: luma per cell, 0 black … 1 white, row by row. */
export interface LumaGrid {
  readonly width: number;
  readonly height: number;
  readonly values: ArrayLike<number>;
}

/** A picture as it is: RGBA bytes, row by row. */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Across and down, in each cell: the mean of sixteen pixels says as much of it as that of thousands. */
const LOOKS = 4;

/** Makes a picture small: the mean of a few pixels, evenly spread, in each cell. */
export function lumaGridOf({ width, height, data }: RgbaPicture, columns: number, rows: number): LumaGrid {
  const values = new Float32Array(columns * rows);
  for (let down = 0; down < rows * LOOKS; down += 1) {
    const row = Math.floor(((down + 0.5) / (rows * LOOKS)) * height);
    const cells = Math.floor(down / LOOKS) * columns;
    for (let across = 0; across < columns * LOOKS; across += 1) {
      const column = Math.floor(((across + 0.5) / (columns * LOOKS)) * width);
      values[cells + Math.floor(across / LOOKS)]! += lumaAt(data, (row * width + column) * 4) / LOOKS ** 2;
    }
  }
  return { width: columns, height: rows, values };
}

/**
 * Luma that a camera gives only to what is overexposed. A wall or a floor, however white, is exposed to less; a window in whose
 * light somebody else stands is not.
 */
const OVEREXPOSED = 0.93;
/** So much of what is not the person must be overexposed. A lamp in the picture is less than 3 % of it. */
const OVEREXPOSED_SHARE = 0.08;
/** A person who is lit from the front is brighter than this in head and trunk together, in black clothes too. */
const BODY_DARKEST = 0.24;

const TRUNK: readonly LandmarkName[] = ['left-shoulder', 'right-shoulder', 'left-hip', 'right-hip'];
const HEAD: readonly LandmarkName[] = ['nose', 'left-ear', 'right-ear'];
const SEEN = 0.5;

/** How whoever is seen is lit; without anybody seen, whether the picture is dark. */
export function lightOf(grid: LumaGrid, pose: PoseFrame): Light {
  if (mean(Array.from(grid.values)) < DARKEST) return 'dark';
  const [head, trunk] = [cellsOf(grid, pose, HEAD), cellsOf(grid, pose, TRUNK)];
  if (head === null || trunk === null) return 'fine';
  const behind = Array.from(grid.values).filter((_, at) => !head.has(at) && !trunk.has(at));
  const share = behind.filter((luma) => luma >= OVEREXPOSED).length / Math.max(1, behind.length);
  const isBodyDark = [head, trunk].every((part) => mean(lumaIn(grid, part)) < BODY_DARKEST);
  return isBodyDark && share >= OVEREXPOSED_SHARE ? 'backlit' : 'fine';
}

/** The cells between some landmarks; null where one of them is not seen. */
function cellsOf(grid: LumaGrid, pose: PoseFrame, names: readonly LandmarkName[]): Set<number> | null {
  const image = pose.landmarks?.image;
  if (!image) return null;
  const points = names.map((name) => {
    const [x = 0, y = 0, , visibility = 0] = image.subarray(LANDMARK[name] * IMAGE_STRIDE);
    return { x: x * grid.width, y: y * grid.height, visibility };
  });
  if (points.some(({ visibility }) => visibility < SEEN)) return null;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const cells = new Set<number>();
  for (let row = Math.floor(Math.min(...ys)); row <= Math.floor(Math.max(...ys)); row += 1) {
    for (let column = Math.floor(Math.min(...xs)); column <= Math.floor(Math.max(...xs)); column += 1) {
      if (row < 0 || row >= grid.height || column < 0 || column >= grid.width) continue;
      cells.add(row * grid.width + column);
    }
  }
  return cells.size > 0 ? cells : null;
}

const lumaIn = ({ values }: LumaGrid, cells: ReadonlySet<number>): readonly number[] =>
  [...cells].map((at) => values[at] ?? 0);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
