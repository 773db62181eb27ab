import type { ExerciseDefinition } from '../../core/exercise/definition';
import { upcoming, type ProgrammeState } from '../../core/session/programme-state';
import { restLeftS } from '../../core/session/rest';
import type { Millis, Side } from '../../core/units';

/** What the rest shows: how long, what comes then, and what is to be done meanwhile. */
export interface RestView {
  readonly leftS: number;
  /** The share of the rest that is left, 0 … 1. */
  readonly share: number;
  readonly next: ExerciseDefinition;
  readonly set: number;
  readonly sets: number;
  /** Side that comes first; null when both sides alternate. */
  readonly side: Side | null;
  /** Whether another exercise comes: the laptop may have to move, things are to be fetched. */
  readonly isOther: boolean;
}

/** The view of the rest; null while there is none. Pure. */
export function restViewOf(
  programme: ProgrammeState,
  definitions: readonly ExerciseDefinition[],
  atMs: Millis,
): RestView | null {
  const coming = upcoming(programme);
  const next = definitions.find(({ id }) => id === coming?.exercise);
  if (!coming || !next || !programme.rest) return null;
  const leftS = restLeftS(programme.rest, atMs);
  return {
    leftS,
    share: leftS / Math.max(1, programme.rest.lengthS),
    next,
    set: coming.set,
    sets: coming.prescription.sets,
    side: coming.side,
    isOther: programme.phase === 'changing',
  };
}

/** Whether nothing of it would look different. */
export const sameRest = (a: RestView | null, b: RestView | null): boolean =>
  a === b || (a !== null && b !== null && a.leftS === b.leftS && a.next === b.next && a.set === b.set);
