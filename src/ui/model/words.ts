import { exerciseById, exerciseName } from '../../exercises/registry';
import type { Prescription } from '../../core/exercise/definition';
import type { SessionRecord } from '../../core/session/record';
import type { OpenSession } from '../../storage/open-session';
import { unfinished } from '../messages/en';
import type { Done } from './last-time';
import { ago, count } from './format';

/** "3 sets · 10 each side", "10 alternating", "30 s each side". */
export function prescriptionWords(prescription: Prescription): string {
  const sets = prescription.sets > 1 ? `${prescription.sets} sets of ` : '';
  if (prescription.kind === 'hold') return `${sets}${prescription.holdS} s each side`;
  return prescription.order === 'each-side'
    ? `${sets}${prescription.reps} each side`
    : `${sets}${prescription.reps} alternating`;
}

/** "yesterday · 20 reps, 2 flagged". */
export function doneWords(done: Done, nowMs: number): string {
  const what = done.holdS > 0 ? `${Math.round(done.holdS)} s held` : count(done.reps, 'rep');
  const flagged = done.flagged > 0 ? `, ${done.flagged} flagged` : '';
  return `${ago(done.startedAt, nowMs)} · ${what}${flagged}`;
}

/** What is to be done next in a session that was interrupted. */
export function unfinishedWords({ stand, reps }: OpenSession): string {
  const prescription = exerciseById(stand?.exercise ?? null)?.prescription;
  if (stand === null || prescription === undefined) return unfinished.auto;
  const [name, { sets }] = [exerciseName(stand.exercise), prescription];
  const heldS = prescription.kind === 'hold' ? Math.floor((stand.done.left + stand.done.right) / 1000) : 0;
  if (heldS > 0) return unfinished.held(name, stand.set, sets, heldS);
  return reps.length > 0
    ? unfinished.reps(name, stand.set, sets, reps.length)
    : unfinished.set(name, stand.set, sets);
}

/** "Kettlebell march, Side plank": what was done in a session. */
export function sessionTitle(record: SessionRecord): string {
  const names = new Set(
    record.sets.map((set) => (set.exercise ? exerciseName(set.exercise) : 'Not recognised')),
  );
  return [...names].join(', ') || 'Session';
}
