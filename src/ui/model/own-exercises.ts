import type { ExerciseCard } from '../../core/exercise/definition';
import { adaptPrescription, type OwnPrescription } from '../../core/exercise/own-prescription';

/** What the person wants otherwise than prescribed, by exercise. */
export type OwnPrescriptions = Readonly<Record<string, OwnPrescription>>;

/** The exercises as the person does them. */
export const ownExercises = <Exercise extends Pick<ExerciseCard, 'id' | 'prescription'>>(
  definitions: readonly Exercise[],
  own: OwnPrescriptions,
): readonly Exercise[] =>
  definitions.map((definition) => {
    const wanted = own[definition.id];
    return wanted === undefined
      ? definition
      : { ...definition, prescription: adaptPrescription(definition.prescription, wanted) };
  });
