import type { TrackedBody } from '../body/body-tracker';
import type { Stance } from '../body/stance';
import {
  BODY_LANDMARKS,
  BODY_POINTS,
  BODY_VECTOR_LENGTH,
  mirroredSlot,
  toBodyVector,
  VALUES_PER_POINT,
  type BodyVector,
} from './body-vector';

/** Changes whenever the features do: weights of other features must not be used. */
export const FEATURES_VERSION = 2;

/** Ages of the looks back, in milliseconds: dense where movement is judged, sparse further back. About a second in all. */
export const LAGS_MS = [0, 80, 160, 260, 380, 520, 700, 950] as const;
const LONGEST_LAG_MS = LAGS_MS[LAGS_MS.length - 1]!;
/** Values per look: the body, and where its pelvis was relative to now. */
export const LOOK_LENGTH = BODY_VECTOR_LENGTH + 2;
/** Values that belong to the whole moment: the stance, visibility, and what is known of it. */
export const STATIC_LENGTH = BODY_VECTOR_LENGTH + BODY_POINTS + 4;
export const FEATURE_LENGTH = LAGS_MS.length * LOOK_LENGTH + STATIC_LENGTH;

/** After a gap of this long the looks back would join two different movements. */
const LONGEST_GAP_MS = 500;
/** What stands in for a stance that was not seen yet. */
const TYPICAL_LENGTH = 1.27;

export interface FeatureExtractorOptions {
  /** Off: as if no stance of the person were known (training shows the network this case too). */
  readonly useStance?: boolean;
  /** Body vector of an average person's stance, levelled, in body lengths; stands in until the person's own is known. */
  readonly averageStance: Float32Array;
}

/** The person's own stance as the network is told of it. */
interface OwnStance {
  /** Levelled, in body lengths. */
  readonly values: Float32Array;
  readonly rollRad: number;
  /** Ankles to shoulders in the picture, metres of the world's scale: the unit of length of this body. */
  readonly length: number;
  readonly pixelsPerMetre: number;
}

/**
 * The one implementation of the movement model's input, for training, Node and the browser: causal, independent of the
 * frame rate (looks back are interpolated at fixed ages), levelled by the roll seen in the person's own stance, in
 * units of the person's own length, minus that stance.
 */
export class FeatureExtractor {
  private history: BodyVector[] = [];
  private readonly averageStance: Float32Array;
  private readonly useStance: boolean;

  constructor({ averageStance, useStance = true }: FeatureExtractorOptions) {
    this.averageStance = averageStance;
    this.useStance = useStance;
  }

  /** The features of the moment of this frame; null when nobody is seen in it. */
  push({ seen, stance }: Pick<TrackedBody, 'seen' | 'stance'>): Float32Array | null {
    const body = seen && toBodyVector(seen);
    if (!body) return null;
    const last = this.history.at(-1);
    if (last && body.timestampMs - last.timestampMs > LONGEST_GAP_MS) this.history = [];
    this.history.push(body);
    const oldest = body.timestampMs - LONGEST_LAG_MS;
    while (this.history.length > 2 && this.history[1]!.timestampMs <= oldest) this.history.shift();
    // A stance found in motion is near enough to count by, but the network has learned from quiet ones and from none.
    const isOwn = this.useStance && stance !== null && stance.kind !== 'in-motion';
    return this.assemble(body, isOwn ? ownStanceOf(stance) : null);
  }

  reset(): void {
    this.history = [];
  }

  private assemble(body: BodyVector, stance: OwnStance | null): Float32Array {
    const out = new Float32Array(FEATURE_LENGTH);
    const frame = { roll: stance?.rollRad ?? 0, length: stance?.length ?? TYPICAL_LENGTH };
    const own = stance?.values ?? this.averageStance;
    LAGS_MS.forEach((lag, n) => {
      const look = out.subarray(n * LOOK_LENGTH, (n + 1) * LOOK_LENGTH);
      const past = interpolate(this.history, body.timestampMs - lag);
      level(past.values, frame, look);
      for (let i = 0; i < BODY_VECTOR_LENGTH; i++) look[i]! -= own[i]!;
      pairSides(look, VALUES_PER_POINT);
      const dx = (past.pelvisX - body.pelvisX) / body.pixelsPerMetre / frame.length;
      const dy = (past.pelvisY - body.pelvisY) / body.pixelsPerMetre / frame.length;
      const [x, y] = rotate(dx, dy, frame.roll);
      look[BODY_VECTOR_LENGTH] = x;
      look[BODY_VECTOR_LENGTH + 1] = y;
    });
    const rest = out.subarray(LAGS_MS.length * LOOK_LENGTH);
    for (let i = 0; i < BODY_VECTOR_LENGTH; i++) rest[i] = own[i]! - this.averageStance[i]!;
    pairSides(rest, VALUES_PER_POINT);
    rest.set(body.visibility, BODY_VECTOR_LENGTH);
    pairSides(rest.subarray(BODY_VECTOR_LENGTH), 1);
    const o = BODY_VECTOR_LENGTH + BODY_POINTS;
    rest[o] = stance ? 1 : 0;
    rest[o + 1] = stance ? body.pixelsPerMetre / stance.pixelsPerMetre - 1 : 0;
    rest[o + 2] = frame.roll;
    rest[o + 3] = Math.min(1, (body.timestampMs - this.history[0]!.timestampMs) / LONGEST_LAG_MS);
    return out;
  }
}

const ownStances = new WeakMap<Stance, OwnStance | null>();

/** Cached by stance: it changes only while the person stands still. Null for a stance without extent. */
export function ownStanceOf(stance: Stance): OwnStance | null {
  const cached = ownStances.get(stance);
  if (cached !== undefined) return cached;
  const own = readStance(stance);
  ownStances.set(stance, own);
  return own;
}

function readStance({ raw, rollDeg, scalePx }: Stance): OwnStance | null {
  const body = toBodyVector(raw);
  if (!body) return null;
  // In a picture with y down the same roll turns the other way.
  const rollRad = (-rollDeg * Math.PI) / 180;
  const length = scalePx / body.pixelsPerMetre;
  const values = new Float32Array(BODY_VECTOR_LENGTH);
  level(body.values, { roll: rollRad, length }, values);
  return { values, rollRad, length, pixelsPerMetre: body.pixelsPerMetre };
}

/** Turns picture and world upright by the roll, in body lengths. */
function level(values: Float32Array, frame: { roll: number; length: number }, out: Float32Array): void {
  const cos = Math.cos(frame.roll) / frame.length;
  const sin = Math.sin(frame.roll) / frame.length;
  for (let o = 0; o < BODY_VECTOR_LENGTH; o += VALUES_PER_POINT) {
    for (const k of [0, 2]) {
      const x = values[o + k]!;
      const y = values[o + k + 1]!;
      out[o + k] = x * cos + y * sin;
      out[o + k + 1] = y * cos - x * sin;
    }
    out[o + 4] = values[o + 4]! / frame.length;
  }
}

function rotate(x: number, y: number, roll: number): [number, number] {
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  return [x * cos + y * sin, y * cos - x * sin];
}

/** The body at a time within the history, linearly between frames; the oldest frame stands for what lies before it. */
function interpolate(
  history: readonly BodyVector[],
  atMs: number,
): Pick<BodyVector, 'values' | 'pelvisX' | 'pelvisY'> {
  let after = history.length - 1;
  while (after > 0 && history[after - 1]!.timestampMs >= atMs) after--;
  const b = history[after]!;
  const a = history[after - 1];
  if (!a || b.timestampMs <= atMs) return b;
  const share = (atMs - a.timestampMs) / (b.timestampMs - a.timestampMs);
  const values = new Float32Array(BODY_VECTOR_LENGTH);
  for (let i = 0; i < values.length; i++) values[i] = a.values[i]! + share * (b.values[i]! - a.values[i]!);
  const between = (p: number, q: number) => p + share * (q - p);
  return { values, pelvisX: between(a.pelvisX, b.pelvisX), pelvisY: between(a.pelvisY, b.pelvisY) };
}

/** Left and right landmarks that belong together. */
const PAIRS = BODY_LANDMARKS.flatMap((name, left) =>
  name.startsWith('left-') ? [[left, mirroredSlot(name)] as const] : [],
);

/**
 * Replaces left and right by their mean (in the left's place) and their difference (in the right's). The difference is what
 * a tilted pelvis shows, and is ten times smaller than what both do together; and in a mirror each of the two keeps its
 * size: see {@link FEATURE_MIRROR}.
 */
function pairSides(values: Float32Array, stride: number): void {
  for (const [left, right] of PAIRS)
    for (let k = 0; k < stride; k++) {
      const l = values[left * stride + k]!;
      const r = values[right * stride + k]!;
      values[left * stride + k] = (l + r) / 2;
      values[right * stride + k] = l - r;
    }
}

/** What a mirror does to each feature: 1 leaves it, −1 turns its sign. */
export const FEATURE_MIRROR: Float32Array = (() => {
  const sign = new Float32Array(FEATURE_LENGTH).fill(1);
  const rest = LAGS_MS.length * LOOK_LENGTH;
  const starts = [...LAGS_MS.map((_, n) => n * LOOK_LENGTH), rest];
  BODY_LANDMARKS.forEach((name, point) => {
    const isDifference = name.startsWith('right-');
    for (const start of starts)
      for (let k = 0; k < VALUES_PER_POINT; k++) {
        const isX = k === 0 || k === 2;
        if (isX !== isDifference) sign[start + point * VALUES_PER_POINT + k] = -1;
      }
    if (isDifference) sign[rest + BODY_VECTOR_LENGTH + point] = -1;
  });
  LAGS_MS.forEach((_, n) => (sign[n * LOOK_LENGTH + BODY_VECTOR_LENGTH] = -1));
  sign[rest + BODY_VECTOR_LENGTH + BODY_POINTS + 2] = -1;
  return sign;
})();

/** The features of the same moment seen in a mirror. */
export const mirrorFeatures = (features: Float32Array): Float32Array =>
  features.map((value, i) => value * FEATURE_MIRROR[i]!);
