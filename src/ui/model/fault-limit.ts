import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { FaultId } from '../../core/terms/ids';
import { HIP_DROP_LIMITS, KNEE_COLLAPSE_LIMITS } from '../../core/exercise/standard-checks';
import type { Degrees } from '../../core/units';

/** The angle from which a fault counts in this exercise; null where it does not judge it by an angle. */
export function faultLimitDeg(definition: ExerciseDefinition | null, fault: FaultId): Degrees | null {
  if (!definition?.judges.includes(fault)) return null;
  switch (fault) {
    case 'hip-drop':
      return definition.view === 'lying-side' ? sagLimitDeg(definition) : HIP_DROP_LIMITS.fault.value;
    case 'knee-collapse':
      return KNEE_COLLAPSE_LIMITS.fault.value;
    default:
      return null;
  }
}

/** The side plank measures its own angle, so its limit stands in its own file. */
const sagLimitDeg = (definition: ExerciseDefinition): Degrees | null =>
  (definition.thresholds['sagFault']?.value as Degrees | undefined) ?? null;
