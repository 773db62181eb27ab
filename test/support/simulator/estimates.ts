import type { ExerciseId } from '../../../src/core/terms/ids';
import type { MovementEstimate } from '../../../src/core/movement/movement-estimate';
import type { Estimate, LoadedLeg } from '../../../src/core/terms/estimate';
import type { PoseFrame } from '../../../src/core/pose/pose-frame';
import { deg, type PerSide, type Side } from '../../../src/core/units';
import { anOpinion } from '../movement-builder';
import type { Legs, Posture } from './body';
import type { Movement } from './movement';
import { createRandom, gaussian } from './random';

/** How far the estimates are off, one deviation, degrees: what the trained network reaches on people it has not seen. */
const ERROR_DEG = { pelvisObliquity: 1.2, trunkLean: 0.8, kneeFppa: 1, flexion: 4 } as const;
/** Probability of the exercise being done, within and outside of its repetitions. */
const SURE = 0.85;
const RAD = Math.PI / 180;

/**
 * What a movement model that knows the body would say of every frame: the true angles with the trained network's error, and the
 * exercise while a repetition goes on. A stand-in for it wherever its answers matter and its weights do not.
 */
export function estimateMovement(
  movement: Movement,
  exercise: ExerciseId | 'none',
  poses: readonly PoseFrame[],
  seed = 1,
): readonly MovementEstimate[] {
  const random = createRandom(seed);
  const off = (truth: number, sd: number): Estimate => ({
    deg: deg(truth + sd * gaussian(random)),
    sd: deg(sd),
  });
  return poses.map(({ timestampMs }) => {
    const t = timestampMs / 1000;
    const { leg, shoulder } = movement.at(t);
    const sided = (truth: (legs: Legs, side: Side) => number, sd: number): PerSide<Estimate> => ({
      left: off(truth(leg.left, 'left'), sd),
      right: off(truth(leg.right, 'right'), sd),
    });
    const isDoing = movement.truth.some((rep) => t > rep.startS + 0.2 && t < rep.endS);
    return {
      timestampMs,
      pelvisObliquity: off(
        Math.atan2(leg.right.hip.y - leg.left.hip.y, leg.left.hip.x - leg.right.hip.x) / RAD,
        ERROR_DEG.pelvisObliquity,
      ),
      trunkLean: off(leanOf({ leg, shoulder }), ERROR_DEG.trunkLean),
      kneeFppa: sided(inwardAngle, ERROR_DEG.kneeFppa),
      hipFlexion: sided(
        ({ hip, knee }) => Math.atan2(knee.z - hip.z, hip.y - knee.y) / RAD,
        ERROR_DEG.flexion,
      ),
      kneeFlexion: sided(kneeFlexion, ERROR_DEG.flexion),
      loaded: certainly(loadedLeg(leg)),
      exercise: anOpinion(timestampMs, { [isDoing ? exercise : 'none']: SURE }).exercise,
    };
  });
}

function leanOf({ leg, shoulder }: Pick<Posture, 'leg' | 'shoulder'>): number {
  const dx = shoulder.left.x + shoulder.right.x - leg.left.hip.x - leg.right.hip.x;
  const dy = shoulder.left.y + shoulder.right.y - leg.left.hip.y - leg.right.hip.y;
  return -Math.atan2(dx, dy) / RAD;
}

/** Seen from the front: the shank's direction against the thigh's, + = knee inward. */
function inwardAngle({ hip, knee, ankle }: Legs, side: Side): number {
  const thigh = Math.atan2(knee.x - hip.x, hip.y - knee.y);
  const shank = Math.atan2(ankle.x - knee.x, knee.y - ankle.y);
  return ((shank - thigh) * (side === 'left' ? 1 : -1)) / RAD;
}

function kneeFlexion({ hip, knee, ankle }: Legs): number {
  const thigh = [knee.x - hip.x, knee.y - hip.y, knee.z - hip.z] as const;
  const shank = [ankle.x - knee.x, ankle.y - knee.y, ankle.z - knee.z] as const;
  const dot = thigh[0] * shank[0] + thigh[1] * shank[1] + thigh[2] * shank[2];
  return Math.acos(Math.min(1, dot / (Math.hypot(...thigh) * Math.hypot(...shank)))) / RAD;
}

/** A foot this much above the other carries nothing, metres. */
const LIFTED_M = 0.03;

function loadedLeg({ left, right }: Posture['leg']): LoadedLeg {
  const higher = left.ankle.y - right.ankle.y;
  if (Math.abs(higher) < LIFTED_M) return 'both';
  // A free leg hangs lower than the one on the step; a lifted one is bent.
  const isHanging = kneeFlexion(left) < 15 && kneeFlexion(right) < 15;
  return higher > 0 === isHanging ? 'left' : 'right';
}

const certainly = (leg: LoadedLeg): MovementEstimate['loaded'] => ({
  none: 0,
  left: 0,
  right: 0,
  both: 0,
  [leg]: 1,
});
