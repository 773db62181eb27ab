import type { Degrees, PerSide } from '../units';
import type { Estimate } from './estimate';

/** The values that a body can show of a measure. What is measured outside of them was not seen, whatever the camera showed. */
export interface PhysicalRange {
  readonly least: number;
  readonly most: number;
  readonly unit: 'deg';
  readonly source: string;
  readonly reason: string;
}

const range = (least: number, most: number, source: string, reason: string): PhysicalRange => ({
  least,
  most,
  unit: 'deg',
  source,
  reason,
});

const LINE = 'definition: the angle of a line against the horizontal or the vertical';
const JOINT = 'definition: 180° less the inner angle at the joint';

/** The range of every angle that is reported. One deviation is an angle, too. */
export const PHYSICAL_RANGES = {
  pelvisObliquity: range(
    -90,
    90,
    LINE,
    'at 90° one hip is straight above the other: somebody lies on the side',
  ),
  trunkLean: range(-90, 90, LINE, 'at 90° the trunk is level; further, the head would hang below the hips'),
  trunkFlexion: range(-180, 180, LINE, 'who picks something up has the head below the hips'),
  kneeFppa: range(-180, 180, JOINT, 'projected, a lifted knee that points at the camera can read anything'),
  kneeFlexion: range(0, 180, JOINT, 'at 180° the shank would lie within the thigh'),
  hipFlexion: range(0, 180, JOINT, 'at 180° the thigh would lie within the trunk'),
  /** Estimated, not calculated: a straight joint is read a little beyond straight. */
  estimatedFlexion: range(
    -45,
    180,
    JOINT,
    'no joint bends backward by more; a straight one was read as −8° at most',
  ),
  bodyLine: range(-90, 90, JOINT, 'hips bent by more than a right angle sit or pike: that is no line'),
  yaw: range(-180, 180, 'definition: a turn about the vertical', 'at 180° the back is shown'),
  deviation: range(
    0,
    180,
    'definition: a standard deviation',
    'wider than all there is to know says nothing',
  ),
} as const satisfies Readonly<Record<string, PhysicalRange>>;

export type PhysicalMeasure = keyof typeof PHYSICAL_RANGES;

/** Whether a body can show this value; never for what is no number. */
export const isPhysical = (value: number, measure: PhysicalMeasure): boolean => {
  const { least, most } = PHYSICAL_RANGES[measure];
  return value >= least && value <= most;
};

/** The value; null where no body can show it. */
export const physical = (value: Degrees | null, measure: PhysicalMeasure): Degrees | null =>
  value !== null && isPhysical(value, measure) ? value : null;

/** The estimate; null where no body can show its value, or its deviation says nothing. */
export const physicalEstimate = (estimate: Estimate | null, measure: PhysicalMeasure): Estimate | null =>
  estimate && isPhysical(estimate.deg, measure) && isPhysical(estimate.sd, 'deviation') ? estimate : null;

/** Both sides of a measure, each by itself. */
export const physicalSides = (
  { left, right }: PerSide<Degrees | null>,
  measure: PhysicalMeasure,
): PerSide<Degrees | null> => ({ left: physical(left, measure), right: physical(right, measure) });
