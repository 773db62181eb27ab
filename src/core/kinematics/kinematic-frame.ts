import type { NotSeenReason } from '../terms/not-seen';
import type { MovementClass } from '../movement/movement-estimate';
import type { Estimate, LoadedLeg } from '../terms/estimate';
import type { BodyPoints } from '../body/body-points';
import type { Stance } from '../body/stance';
import type { Degrees, Millis, PerSide } from '../units';

/**
 * Everything measured on one frame, in the signs of the field. `null` where it is not trusted.
 *
 * Angles are taken in pixel or world space, against gravity (camera roll removed), from smoothed landmarks.
 */
export interface KinematicFrame {
  readonly timestampMs: Millis;
  /** Null when the exerciser is seen; else why not. Then every measure is null. */
  readonly lost: NotSeenReason | null;
  /** Where the judgeable angles come from: the movement model, or geometry while it is absent. */
  readonly source: 'movement-model' | 'geometry';

  /** Line right hip → left hip against the horizontal; + = right side higher. Minus the person's quiet stance. */
  readonly pelvisObliquity: Estimate | null;
  /** 180° − angle(hip, knee, ankle) in the frontal plane; + = knee inward (valgus). */
  readonly kneeFppa: PerSide<Estimate | null>;
  /** The same in the picture alone, minus the stance, also while the model speaks: for comparing repetitions. */
  readonly pictureFppaDeg: PerSide<Degrees | null>;
  /** Mid-hip → mid-shoulder against the vertical, frontal plane; + = to the person's right. */
  readonly trunkLean: Estimate | null;
  /** Trunk against the vertical, sagittal plane; + = forward. */
  readonly trunkFlexionDeg: Degrees | null;
  /** 0 = straight, + = bent. In 3D. */
  readonly kneeFlexionDeg: PerSide<Degrees | null>;
  readonly hipFlexionDeg: PerSide<Degrees | null>;
  /**
   * How far hips and knees are truly bent, by the movement model; null while it is absent or has no idea. A camera that looks down makes
   * a lifted thigh look low, and the pose model likes to leave a lifted knee behind: the two above cannot carry a verdict.
   */
  readonly flexion: { readonly hip: PerSide<Estimate>; readonly knee: PerSide<Estimate> } | null;
  /** Angle at the hip of the line shoulder–hip–ankle, lying on a side; + = hip sags toward the floor. */
  readonly bodyLine: Estimate | null;
  /** Rotation of the body about the vertical against the camera; + = turned to the person's left. */
  readonly yawDeg: Degrees | null;
  readonly loaded: LoadedLeg | null;
  /** How the body is held; `other` for anything between standing and lying. */
  readonly posture: 'standing' | 'lying' | 'other';
  /** Standing still on straight legs at this moment: the start and the end of every standing repetition. */
  readonly quiet: boolean;
  /** The person's own quiet stance; null until it was seen. What is "minus the stance" is raw before. */
  readonly stance: StanceSummary | null;
  /** What the movement model takes this for, null while it is absent or unsure. */
  readonly exercise: MovementClass | null;

  /** Positions in units of the person's own stance (see `BodyPoints`); null when lost. */
  readonly body: BodyPoints | null;
}

/** What an exercise needs to know of the quiet stance. */
export interface StanceSummary {
  /** How surely the person was seen standing like that. */
  readonly kind: Stance['kind'];
  /** Body points of the stance: where each joint is when nothing is done. */
  readonly body: BodyPoints;
  /** `uneven`: one foot stands higher, as on a step. */
  readonly feet: 'level' | 'uneven';
  readonly yawDeg: Degrees;
  readonly updatedMs: Millis;
}
