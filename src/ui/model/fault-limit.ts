import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { FaultId } from '../../core/exercise/ids';

/** Names under which the exercises list the angle from which a fault counts. */
const NAMES: Readonly<Partial<Record<FaultId, readonly string[]>>> = {
  'hip-drop': ['hipDropFault', 'sagFault'],
  'knee-collapse': ['kneeCollapseFault'],
};

/** The angle from which a fault counts in this exercise; null where it does not judge it by an angle. */
export function faultLimitDeg(definition: ExerciseDefinition | null, fault: FaultId): number | null {
  const names = NAMES[fault] ?? [];
  const found = names.map((name) => definition?.thresholds[name]).find((one) => one?.unit === 'deg');
  return found?.value ?? null;
}
