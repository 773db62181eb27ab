import type { NotSeenReason } from '../terms/not-seen';
import type { MovementClass, MovementEstimate } from '../movement/movement-estimate';
import type { Estimate, LoadedLeg } from '../terms/estimate';
import { physical, physicalEstimate, physicalSides } from '../terms/physical-range';
import { deg, SIDES, type Degrees, type Millis, type PerSide, type Side } from '../units';
import { toBodyPoints } from '../body/body-points';
import { rawAngles, type RawAngles } from '../body/geometry';
import type { KinematicFrame, StanceSummary } from './kinematic-frame';
import type { BodyPoints } from '../body/body-points';
import type { TrackedBody } from '../body/body-tracker';
import { levelBody } from './posture';
import { jointVisibility, pictureMid, type Skeleton } from '../body/skeleton';
import type { Stance } from '../body/stance';
import { directionDeg } from '../body/vector';

/**
 * How far geometry is from the truth, one standard deviation. Measured on rendered bodies with exact truth, after the
 * person's own stance is subtracted; the movement model replaces these where it is loaded.
 */
export const GEOMETRY_SD = {
  /** The hip line of a lifted leg rides up by about 10°: it cannot tell a level pelvis from a dropped one. */
  obliquity: 6,
  /** 2D FPPA on a straight leg; a bent knee adds the yaw's share, see {@link fppaSd}. */
  fppaStraight: 3,
  fppaPerFlexionDeg: 0.08,
  trunkLean: 2,
  bodyLine: 2,
} as const;

/** Joints below this visibility are guessed by the model: nothing is judged on them. */
const JUDGED_VISIBILITY = 0.5;
/** Turned farther than this the frontal plane cannot be seen. */
export const TURNED_AWAY_DEG = 40;

/** Ankle this much above the other, beyond the stance's own difference: that foot is in the air (body lengths). */
const FOOT_LIFTED = 0.035;

/**
 * What one tracked body measures. Pure.
 *
 * @param movement when present, replaces the judgeable angles
 * @param against the stance to measure against; by default what was known in the frame itself
 */
export function measureFrame(
  tracked: TrackedBody,
  movement: MovementEstimate | null,
  against?: Stance,
): KinematicFrame {
  const levelled = levelBody(tracked, against);
  if (!levelled) return lostFrame(tracked.timestampMs, tracked.lost ?? 'not-tracked', tracked);
  const { skeleton, body, posture, stance } = levelled;
  const angles = rawAngles(skeleton);
  const geometric = geometricEstimates(skeleton, angles, stance);
  const judgeable = movement ? modelEstimates(movement, skeleton) : geometric;
  const summary = stance ? summariseStance(stance) : null;
  const bent = deg(angles.trunkFlexionDeg - (stance?.angles.trunkFlexionDeg ?? 0));
  return {
    timestampMs: tracked.timestampMs,
    lost: null,
    source: movement ? 'movement-model' : 'geometry',
    pelvisObliquity: physicalEstimate(judgeable.pelvisObliquity, 'pelvisObliquity'),
    kneeFppa: perSide((side) => physicalEstimate(judgeable.kneeFppa[side], 'kneeFppa')),
    trunkLean: physicalEstimate(judgeable.trunkLean, 'trunkLean'),
    pictureFppaDeg: perSide((side) => physical(geometric.kneeFppa[side]?.deg ?? null, 'kneeFppa')),
    trunkFlexionDeg: physical(bent, 'trunkFlexion'),
    kneeFlexionDeg: physicalSides(angles.kneeFlexionDeg, 'kneeFlexion'),
    hipFlexionDeg: physicalSides(angles.hipFlexionDeg, 'hipFlexion'),
    flexion: movement ? knownFlexion(movement) : null,
    bodyLine: posture === 'lying' ? physicalEstimate(bodyLine(skeleton), 'bodyLine') : null,
    yawDeg: physical(angles.yawDeg, 'yaw'),
    loaded: movement ? likelyLeg(movement) : loadedByFeet(body, summary),
    posture,
    quiet: tracked.quiet,
    stance: summary,
    exercise: movement ? likelyExercise(movement) : null,
    body,
  };
}

/** A frame in which nobody is seen. */
export function lostFrame(
  timestampMs: Millis,
  lost: NotSeenReason,
  { stance, isPlaced }: Pick<TrackedBody, 'stance' | 'isPlaced'> = { stance: null, isPlaced: false },
): KinematicFrame {
  return {
    timestampMs,
    lost,
    source: 'geometry',
    pelvisObliquity: null,
    kneeFppa: { left: null, right: null },
    pictureFppaDeg: { left: null, right: null },
    trunkLean: null,
    trunkFlexionDeg: null,
    kneeFlexionDeg: { left: null, right: null },
    hipFlexionDeg: { left: null, right: null },
    flexion: null,
    bodyLine: null,
    yawDeg: null,
    loaded: null,
    posture: 'other',
    quiet: false,
    stance: stance && isPlaced ? summariseStance(stance) : null,
    exercise: null,
    body: null,
  };
}

type Judgeable = Pick<KinematicFrame, 'pelvisObliquity' | 'kneeFppa' | 'trunkLean'>;

function geometricEstimates(skeleton: Skeleton, angles: RawAngles, stance: Stance | null): Judgeable {
  const minus = (value: Degrees, own: Degrees | undefined): Degrees => deg(value - (own ?? 0));
  const own = stance?.angles;
  const knee = (side: Side): Estimate | null =>
    legSeen(skeleton, side)
      ? {
          deg: minus(angles.kneeFppaDeg[side], own?.kneeFppaDeg[side]),
          sd: fppaSd(angles.kneeFlexionDeg[side]),
        }
      : null;
  return {
    pelvisObliquity: {
      deg: minus(angles.obliquityDeg, own?.obliquityDeg),
      sd: deg(GEOMETRY_SD.obliquity),
    },
    kneeFppa: { left: knee('left'), right: knee('right') },
    trunkLean: { deg: minus(angles.trunkLeanDeg, own?.trunkLeanDeg), sd: deg(GEOMETRY_SD.trunkLean) },
  };
}

/** A few degrees of yaw turn a bent knee's forward travel into false valgus: the error grows with flexion. */
const fppaSd = (flexionDeg: Degrees): Degrees =>
  deg(GEOMETRY_SD.fppaStraight + GEOMETRY_SD.fppaPerFlexionDeg * Math.max(0, flexionDeg));

function modelEstimates(movement: MovementEstimate, skeleton: Skeleton): Judgeable {
  const knee = (side: Side): Estimate | null => (legSeen(skeleton, side) ? movement.kneeFppa[side] : null);
  return {
    pelvisObliquity: movement.pelvisObliquity,
    kneeFppa: { left: knee('left'), right: knee('right') },
    trunkLean: movement.trunkLean,
  };
}

/**
 * Less sure than this the model has not learnt what it sees: in the standing exercises its deviations stay below 21°, of
 * somebody who lies it says 27° and more.
 */
const FLEXION_SD_DEG = 25;

function knownFlexion({ hipFlexion: hip, kneeFlexion: knee }: MovementEstimate): KinematicFrame['flexion'] {
  const isKnown = SIDES.every((side) =>
    [hip[side], knee[side]].every(
      (estimate) => estimate.sd < FLEXION_SD_DEG && physicalEstimate(estimate, 'estimatedFlexion'),
    ),
  );
  return isKnown ? { hip, knee } : null;
}

const legSeen = (skeleton: Skeleton, side: Side): boolean =>
  (['hip', 'knee', 'ankle'] as const).every(
    (joint) => jointVisibility(skeleton, side, joint) >= JUDGED_VISIBILITY,
  );

/** Angle shoulder–hip–ankle of a person lying on the side; + = the hip hangs below the straight line. */
function bodyLine(skeleton: Skeleton): Estimate {
  const shoulder = pictureMid(skeleton, 'shoulder');
  const hip = pictureMid(skeleton, 'hip');
  const ankle = pictureMid(skeleton, 'ankle');
  const towards = Math.sign(shoulder.x - ankle.x) || 1;
  const legs = directionDeg((hip.x - ankle.x) * towards, hip.y - ankle.y);
  const trunk = directionDeg((shoulder.x - hip.x) * towards, shoulder.y - hip.y);
  return { deg: deg(trunk - legs), sd: deg(GEOMETRY_SD.bodyLine) };
}

/** Which leg carries the weight, from the height of the feet and where the pelvis is over them. */
function loadedByFeet(body: BodyPoints, stance: StanceSummary | null): LoadedLeg | null {
  if (!SIDES.every((side) => body.ankle[side].visibility >= JUDGED_VISIBILITY)) return null;
  const own = stance?.feet === 'level' ? stance.body.ankle.left.y - stance.body.ankle.right.y : 0;
  const higher = body.ankle.left.y - body.ankle.right.y - own;
  if (stance?.feet === 'uneven') return higher > 0 ? 'left' : 'right';
  if (Math.abs(higher) > FOOT_LIFTED) return higher > 0 ? 'right' : 'left';
  return 'both';
}

function likelyLeg(movement: MovementEstimate): LoadedLeg {
  return mostLikely(movement.loaded)[0];
}

/** The exercise the model is at least this sure of is taken as recognised in this frame. */
const EXERCISE_SURE = 0.6;

function likelyExercise(movement: MovementEstimate): MovementClass | null {
  const [exercise, probability] = mostLikely(movement.exercise);
  return probability >= EXERCISE_SURE ? exercise : null;
}

function mostLikely<Key extends string>(probabilities: Readonly<Record<Key, number>>): [Key, number] {
  const entries = Object.entries(probabilities) as [Key, number][];
  return entries.reduce((best, entry) => (entry[1] > best[1] ? entry : best));
}

const summaries = new WeakMap<Stance, StanceSummary>();

/** Cached by stance: it changes only while the person stands quietly. */
function summariseStance(stance: Stance): StanceSummary {
  const cached = summaries.get(stance);
  if (cached) return cached;
  const summary: StanceSummary = {
    kind: stance.kind,
    body: toBodyPoints(stance.skeleton, stance.scalePx, stance.origin),
    feet: stance.feet,
    yawDeg: stance.angles.yawDeg,
    updatedMs: stance.updatedMs,
  };
  summaries.set(stance, summary);
  return summary;
}

/** Per side of the person, from one function. */
export const perSide = <T>(make: (side: Side) => T): PerSide<T> => ({
  left: make('left'),
  right: make('right'),
});
