import type { PerSide } from '../../core/units';
import { words } from '../language';
import { degreesWithSd, tenths } from './format';
import type { JudgedRep, Outcome } from './review-view';

/** The few words under a repetition's number. */
export function outcomeWord(rep: JudgedRep): string {
  switch (rep.outcome) {
    case 'clean':
      return words.outcomes.words.clean;
    case 'fault':
      return rep.faults.map(({ fault, side }) => words.faultName(fault, side)).join('; ');
    case 'partly':
      return words.outcomes.words.partly;
    case 'not-seen':
      return words.outcomes.words['not-seen'];
    case 'partial':
      return words.outcomes.words.partial;
  }
}

/**
 * One full sentence about a repetition: what the camera saw, and what it could not see in this one. What it could not see in any
 * is said of the set.
 */
export function outcomeSentence(rep: JudgedRep): string {
  if (rep.why !== null) return words.outcomes.notCounted(words.partials[rep.why]);
  const found = rep.faults.map(({ fault, side, peakDeg, sdDeg }) =>
    peakDeg === null
      ? words.faultName(fault, side)
      : `${words.faultName(fault, side)}, ${degreesWithSd(peakDeg, sdDeg)}`,
  );
  const unseen = rep.unseen.map(
    ({ fault, side, reason }) => `${words.faultName(fault, side)} (${words.notSeenWithin[reason]})`,
  );
  const parts = [
    rep.outcome === 'clean' ? words.outcomes.clean : '',
    rep.outcome === 'partly' ? words.outcomes.partly : '',
    rep.outcome === 'not-seen' ? words.outcomes.notSeen : '',
    found.length > 0 ? words.outcomes.found(found) : '',
    unseen.length > 0 ? words.outcomes.couldNotJudge(unseen) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/**
 * The same with the repetition's name, side and length before it.
 *
 * @param labels what a side means in this exercise: "to the left", "left knee"
 */
export const repSentence = (rep: JudgedRep, labels?: PerSide<string>): string =>
  `${rep.outcome === 'partial' ? words.outcomes.partial : words.outcomes.repetition(rep.n)}, ${labels?.[rep.side] ?? words.sides[rep.side]}, ${tenths(rep.durationS)}. ${outcomeSentence(rep)}`;

export const repName = (rep: Pick<JudgedRep, 'n' | 'side'>): string => words.outcomes.short(rep.n, rep.side);

export const OUTCOMES = [
  'clean',
  'fault',
  'partly',
  'not-seen',
  'partial',
] as const satisfies readonly Outcome[];
