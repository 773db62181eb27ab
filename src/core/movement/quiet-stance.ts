import { BODY_VECTOR_LENGTH, SLOT, VALUES_PER_POINT, type BodyVector } from './body-vector';

/** Limits of "standing quietly". Lengths in metres of the pose model's world, times in milliseconds. */
const QUIET = {
  /** A window this long must be still. Shorter than the pause before a first repetition, longer than a turning point. */
  windowMs: 500,
  minFrames: 4,
  /** Largest travel of any joint within the window: landmark jitter is 0.01, the slowest repetition moves 0.05. */
  maxTravel: 0.035,
  /** Both legs long: hip above ankle by this share of the leg's length in world space. */
  minLegUpright: 0.93,
  /** Trunk within about 20° of upright in the picture. */
  minTrunkUpright: 0.94,
  /** A lifted foot is no quiet stance. */
  maxAnkleStep: 0.09,
  /** The stance is a plain mean over this long, then forgets slowly. */
  memoryMs: 4000,
} as const;

const JOINTS = Object.values(SLOT);

/** The person's own quiet stance so far, unlevelled, and the camera's roll seen in it. */
export interface Stance {
  readonly values: Float32Array;
  /** Lean of the line ankles → shoulders in the picture; + = to the right of the picture. A standing body balances. */
  readonly rollRad: number;
  /** Ankles to shoulders in the picture, metres of the world's scale: the unit of length of this body. */
  readonly length: number;
  readonly pixelsPerMetre: number;
}

/**
 * Notices quiet stance causally and keeps its running mean. Fed with every frame; {@link QuietStance.current} is null until
 * the person has stood still once.
 */
export class QuietStance {
  current: Stance | null = null;
  private window: BodyVector[] = [];
  private readonly mean = new Float64Array(BODY_VECTOR_LENGTH);
  private meanScale = 0;
  private heldMs = 0;

  push(body: BodyVector): void {
    this.window.push(body);
    while (this.window.length > 1 && body.timestampMs - this.window[1]!.timestampMs >= QUIET.windowMs)
      this.window.shift();
    const first = this.window[0]!;
    const previous = this.window.at(-2);
    const spanMs = body.timestampMs - first.timestampMs;
    if (!previous || spanMs < QUIET.windowMs * 0.8 || this.window.length < QUIET.minFrames) return;
    if (!standsUpright(body) || !isStill(this.window)) return;
    this.blend(body, this.heldMs === 0 ? spanMs : body.timestampMs - previous.timestampMs);
  }

  reset(): void {
    this.current = null;
    this.window = [];
    this.mean.fill(0);
    this.meanScale = 0;
    this.heldMs = 0;
  }

  private blend(body: BodyVector, elapsedMs: number): void {
    this.heldMs = Math.min(this.heldMs + elapsedMs, QUIET.memoryMs);
    const share = Math.min(1, elapsedMs / this.heldMs);
    for (let i = 0; i < BODY_VECTOR_LENGTH; i++) this.mean[i]! += share * (body.values[i]! - this.mean[i]!);
    this.meanScale += share * (body.pixelsPerMetre - this.meanScale);
    const values = Float32Array.from(this.mean);
    const { dx, dy } = ankleToShoulder(values);
    this.current = {
      values,
      rollRad: Math.atan2(dx, -dy),
      length: Math.hypot(dx, dy),
      pixelsPerMetre: this.meanScale,
    };
  }
}

function ankleToShoulder(values: Float32Array): { dx: number; dy: number } {
  const mid = (left: number, right: number, k: number) =>
    (values[left * VALUES_PER_POINT + k]! + values[right * VALUES_PER_POINT + k]!) / 2;
  return {
    dx: mid(SLOT.leftShoulder, SLOT.rightShoulder, 0) - mid(SLOT.leftAnkle, SLOT.rightAnkle, 0),
    dy: mid(SLOT.leftShoulder, SLOT.rightShoulder, 1) - mid(SLOT.leftAnkle, SLOT.rightAnkle, 1),
  };
}

function standsUpright({ values }: BodyVector): boolean {
  const at = (joint: number, k: number) => values[joint * VALUES_PER_POINT + k]!;
  const legUpright = (hip: number, knee: number, ankle: number): number => {
    const segment = (a: number, b: number) =>
      Math.hypot(at(b, 2) - at(a, 2), at(b, 3) - at(a, 3), at(b, 4) - at(a, 4));
    return (at(ankle, 3) - at(hip, 3)) / (segment(hip, knee) + segment(knee, ankle));
  };
  const trunkX =
    at(SLOT.leftShoulder, 0) + at(SLOT.rightShoulder, 0) - at(SLOT.leftHip, 0) - at(SLOT.rightHip, 0);
  const trunkY =
    at(SLOT.leftShoulder, 1) + at(SLOT.rightShoulder, 1) - at(SLOT.leftHip, 1) - at(SLOT.rightHip, 1);
  return (
    legUpright(SLOT.leftHip, SLOT.leftKnee, SLOT.leftAnkle) > QUIET.minLegUpright &&
    legUpright(SLOT.rightHip, SLOT.rightKnee, SLOT.rightAnkle) > QUIET.minLegUpright &&
    -trunkY / Math.hypot(trunkX, trunkY) > QUIET.minTrunkUpright &&
    Math.abs(at(SLOT.leftAnkle, 1) - at(SLOT.rightAnkle, 1)) < QUIET.maxAnkleStep
  );
}

/** No joint travels in the picture by more than the limit within the window. */
function isStill(window: readonly BodyVector[]): boolean {
  const first = window[0]!;
  for (const joint of JOINTS)
    for (const axis of [0, 1]) {
      let low = Infinity;
      let high = -Infinity;
      for (const body of window) {
        const travelled = axis === 0 ? body.pelvisX - first.pelvisX : body.pelvisY - first.pelvisY;
        const place = body.values[joint * VALUES_PER_POINT + axis]! + travelled / first.pixelsPerMetre;
        low = Math.min(low, place);
        high = Math.max(high, place);
      }
      if (high - low > QUIET.maxTravel) return false;
    }
  return true;
}
