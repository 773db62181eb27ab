import { isInProgramme, type ExerciseDefinition } from '../../core/exercise/definition';
import type { ExerciseId } from '../../core/terms/ids';
import { cardById } from '../../exercises/cards';
import type { ProgrammeState } from '../../core/session/programme-state';

/** What can be trained: one exercise, whatever is recognised, or all five in turn. */
export type PlanChoice = ExerciseId | 'auto' | 'programme';

/** Whether a text names something to train. */
export const isPlanChoice = (text: string): text is PlanChoice =>
  text === 'auto' || text === 'programme' || cardById(text) !== null;

/** The exercises to be done, in turn; none for *auto*, where the first is yet to be recognised. */
export function planOf(
  choice: PlanChoice,
  definitions: readonly ExerciseDefinition[],
): readonly ExerciseDefinition[] {
  if (choice === 'auto') return [];
  return choice === 'programme'
    ? definitions.filter(isInProgramme)
    : definitions.filter((definition) => definition.id === choice);
}

/** Which one of how many, 1-based. */
export interface Position {
  readonly n: number;
  readonly of: number;
}

/** How far a plan of several exercises has come; null where there is only one. */
export const positionIn = (
  plan: readonly ExerciseDefinition[],
  programme: ProgrammeState | null,
): Position | null =>
  plan.length < 2 || programme === null ? null : { n: plan.length - programme.later.length, of: plan.length };
