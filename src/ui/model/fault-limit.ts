import { decisionLevel } from '../../core/exercise/checks';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { FaultId } from '../../core/terms/ids';
import type { Degrees } from '../../core/units';

/** The angle at which the decision about a fault is taken in this exercise; null where no angle decides. */
export function faultLimitDeg(definition: ExerciseDefinition | null, fault: FaultId): Degrees | null {
  const check = definition?.checks.find((one) => one.fault === fault);
  if (check) return check.kind === 'measured' ? decisionLevel(check.limits) : null;
  return definition?.holdFaults?.[fault]?.value ?? null;
}
