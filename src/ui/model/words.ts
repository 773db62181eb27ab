import { cardById } from '../../exercises/cards';
import { exerciseName } from '../exercise-text';
import type { Prescription } from '../../core/exercise/definition';
import type { SessionRecord } from '../../core/session/record';
import type { OpenSession } from '../../storage/open-session';
import { words } from '../language';
import type { Done } from './last-time';
import { ago } from './format';

/** "3 sets · 10 each side", "10 alternating", "30 s each side". */
export function prescriptionWords(prescription: Prescription): string {
  const { kind, sets } = prescription;
  if (kind === 'hold') return words.choosing.prescribed({ kind, amount: prescription.holdS, sets });
  const order = prescription.order === 'each-side' ? 'side' : 'turns';
  return words.choosing.prescribed({ kind: order, amount: prescription.reps, sets });
}

/** "Last: yesterday · 20 reps, 2 flagged". */
export function doneWords(done: Done, nowMs: number): string {
  const { heldS, doneReps, withFlagged, last } = words.choosing;
  const what = done.holdS > 0 ? heldS(Math.round(done.holdS)) : doneReps(done.reps);
  return last(ago(done.startedAt, nowMs), withFlagged(what, done.flagged));
}

/** What is to be done next in a session that was interrupted. */
export function unfinishedWords({ stand, reps }: OpenSession): string {
  const prescription = cardById(stand?.exercise ?? null)?.prescription;
  if (stand === null || prescription === undefined) return words.unfinished.auto;
  const [name, { sets }] = [exerciseName(stand.exercise), prescription];
  const heldS = prescription.kind === 'hold' ? Math.floor((stand.done.left + stand.done.right) / 1000) : 0;
  if (heldS > 0) return words.unfinished.held(name, stand.set, sets, heldS);
  return reps.length > 0
    ? words.unfinished.reps(name, stand.set, sets, reps.length)
    : words.unfinished.set(name, stand.set, sets);
}

/** "Kettlebell march, Side plank": what was done in a session. */
export function sessionTitle(record: SessionRecord): string {
  const names = new Set(
    record.sets.map((set) => (set.exercise ? exerciseName(set.exercise) : words.notRecognised)),
  );
  return [...names].join(', ') || words.choosing.session;
}
