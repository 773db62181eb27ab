import type { MovementClass, MovementEstimate } from '../../src/core/movement/movement-estimate';
import { EXERCISE_OUTPUTS } from '../../src/core/movement/network-spec';
import { deg, type Millis } from '../../src/core/units';

/** What the movement model may say about the exercise, its angles all unsure; the rest of the probability is shared. */
export function anOpinion(
  timestampMs: Millis,
  likely: Readonly<Partial<Record<MovementClass, number>>>,
): MovementEstimate {
  const unsure = { deg: deg(0), sd: deg(8) };
  const noIdea = { deg: deg(0), sd: deg(30) };
  const others = EXERCISE_OUTPUTS.filter((id) => likely[id] === undefined);
  const rest = 1 - Object.values(likely).reduce((sum, p) => sum + p, 0);
  return {
    timestampMs,
    pelvisObliquity: unsure,
    kneeFppa: { left: unsure, right: unsure },
    trunkLean: unsure,
    hipFlexion: { left: noIdea, right: noIdea },
    kneeFlexion: { left: noIdea, right: noIdea },
    loaded: { left: 0.25, right: 0.25, both: 0.25, none: 0.25 },
    exercise: Object.fromEntries(
      EXERCISE_OUTPUTS.map((id) => [id, likely[id] ?? rest / others.length]),
    ) as MovementEstimate['exercise'],
  };
}
