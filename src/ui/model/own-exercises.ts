import type { ExerciseDefinition } from '../../core/exercise/definition';
import { adaptPrescription, type OwnPrescription } from '../../core/exercise/own-prescription';

/** What the person wants otherwise than prescribed, by exercise. */
export type OwnPrescriptions = Readonly<Record<string, OwnPrescription>>;

/** The exercises as the person does them. */
export const ownExercises = (
  definitions: readonly ExerciseDefinition[],
  own: OwnPrescriptions,
): readonly ExerciseDefinition[] =>
  definitions.map((definition) => {
    const wanted = own[definition.id];
    return wanted === undefined
      ? definition
      : { ...definition, prescription: adaptPrescription(definition.prescription, wanted) };
  });
