import type { PerSide } from '../../core/units';
import { faultName, notSeen, partials } from '../messages/judging';
import { degreesWithSd, sideLetter, tenths } from './format';
import type { JudgedRep, Outcome } from './review-view';

/** The few words under a repetition's number. */
export function outcomeWord(rep: JudgedRep): string {
  switch (rep.outcome) {
    case 'clean':
      return 'clean';
    case 'fault':
      return rep.faults.map(({ fault, side }) => faultName(fault, side)).join('; ');
    case 'partly':
      return 'nothing found';
    case 'not-seen':
      return 'not judged';
    case 'partial':
      return 'partial';
  }
}

/**
 * One full sentence about a repetition: what the camera saw, and what it could not see in this one. What it could not see in any
 * is said of the set.
 */
export function outcomeSentence(rep: JudgedRep): string {
  if (rep.why !== null) return `Not counted: ${partials[rep.why]}.`;
  const found = rep.faults.map(({ fault, side, peakDeg, sdDeg }) =>
    peakDeg === null ? faultName(fault, side) : `${faultName(fault, side)}, ${degreesWithSd(peakDeg, sdDeg)}`,
  );
  const unseen = rep.unseen.map(
    ({ fault, side, reason }) => `${faultName(fault, side)} (${notSeen[reason].title.toLowerCase()})`,
  );
  const parts = [
    rep.outcome === 'clean' ? 'Clean in everything that is judged.' : '',
    rep.outcome === 'partly' ? 'Nothing found in what was judged.' : '',
    rep.outcome === 'not-seen' ? 'Nothing was judged.' : '',
    found.length > 0 ? `Found: ${found.join('; ')}.` : '',
    unseen.length > 0 ? `Could not judge: ${unseen.join('; ')}.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/**
 * The same with the repetition's name, side and length before it.
 *
 * @param labels what a side means in this exercise: "to the left", "left knee"
 */
export const repSentence = (rep: JudgedRep, labels?: PerSide<string>): string =>
  `${rep.outcome === 'partial' ? 'Partial' : `Repetition ${rep.n}`}, ${labels?.[rep.side] ?? rep.side}, ${tenths(rep.durationS)}. ${outcomeSentence(rep)}`;

export const repName = (rep: Pick<JudgedRep, 'n' | 'side'>): string => `${rep.n}${sideLetter(rep.side)}`;

export const OUTCOMES = [
  'clean',
  'fault',
  'partly',
  'not-seen',
  'partial',
] as const satisfies readonly Outcome[];
