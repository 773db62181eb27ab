import { exerciseName } from '../../exercises/registry';
import type { Prescription } from '../../core/exercise/definition';
import type { SessionRecord } from '../../core/session/record';
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

/** "Kettlebell march, Side plank": what was done in a session. */
export function sessionTitle(record: SessionRecord): string {
  const names = new Set(
    record.sets.map((set) => (set.exercise ? exerciseName(set.exercise) : 'Not recognised')),
  );
  return [...names].join(', ') || 'Session';
}
