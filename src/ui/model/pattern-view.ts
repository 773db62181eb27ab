import type { FaultId } from '../../core/terms/ids';
import type { SetRecord } from '../../core/session/record';
import { summariseSet, type Asymmetry, type CheckSummary } from '../../core/session/summary';
import type { Pooled } from '../../core/session/summary-statistics';
import { SIDES, type PerSide, type Side } from '../../core/units';
import { faults } from '../messages/en';
import { capital, degreesWithSd } from './format';

/** What one check came to over a whole set, which says more than any single repetition. */
export interface CheckPattern {
  readonly fault: FaultId;
  readonly name: string;
  readonly flagged: number;
  /** Null for a side of which nothing was judged. */
  readonly sides: PerSide<SidePattern | null>;
  /** When it sets in, and whether the sides differ. */
  readonly sentences: readonly string[];
}

export interface SidePattern {
  readonly judged: number;
  readonly flagged: number;
  readonly notSeen: number;
  /** Mean of each repetition's worst moment; null for what is not judged by an angle. */
  readonly mean: Pooled | null;
}

/** Checks whose angle means something to a person; they are shown when nothing was flagged, too. */
const ANGLES: readonly FaultId[] = ['hip-drop', 'knee-collapse', 'trunk-lean'];

/** The checks worth telling of, most often flagged first. */
export function patternsOf(set: SetRecord): readonly CheckPattern[] {
  const { checks, asymmetry } = summariseSet(set);
  const patterns = Object.entries(checks).map(([id, sides]) => {
    const fault = id as FaultId;
    return patternOf(fault, sides, asymmetry[fault] ?? null);
  });
  return patterns
    .filter(({ fault, flagged, sides }) => flagged > 0 || (ANGLES.includes(fault) && hasMean(sides)))
    .sort((a, b) => b.flagged - a.flagged);
}

const hasMean = (sides: CheckPattern['sides']): boolean =>
  SIDES.some((side) => (sides[side]?.mean ?? null) !== null);

function patternOf(fault: FaultId, check: PerSide<CheckSummary>, asymmetry: Asymmetry | null): CheckPattern {
  const isAngle = ANGLES.includes(fault);
  return {
    fault,
    name: capital(faults[fault].name),
    flagged: check.left.flagged + check.right.flagged,
    sides: { left: sideOf(check.left, isAngle), right: sideOf(check.right, isAngle) },
    sentences: [
      ...SIDES.flatMap((side) => onsetSentence(side, check[side])),
      ...(isAngle && asymmetry?.isClear ? [asymmetrySentence(asymmetry)] : []),
    ],
  };
}

function sideOf({ clean, flagged, notSeen, pooled }: CheckSummary, isAngle: boolean): SidePattern | null {
  const judged = clean + flagged;
  return judged + notSeen === 0 ? null : { judged, flagged, notSeen, mean: isAngle ? pooled : null };
}

function onsetSentence(side: Side, { onset, flagged, clean }: CheckSummary): readonly string[] {
  if (onset === null) return [];
  if (flagged > 0 && clean === 0) return [`${capital(side)}: in every repetition.`];
  return onset.kind === 'throughout'
    ? [`${capital(side)}: from the first repetitions on.`]
    : [`${capital(side)}: sets in with repetition ${onset.n}, and stays.`];
}

function asymmetrySentence({ differenceDeg, seDeg }: Asymmetry): string {
  const [more, less] = differenceDeg > 0 ? ['left', 'right'] : ['right', 'left'];
  const difference = degreesWithSd(differenceDeg, seDeg ?? undefined);
  return `${difference} more on the ${more} than on the ${less}: a clear difference.`;
}

/** "2 of 5 flagged", "none of 5 flagged, 1 not judged". */
export function flaggedWords({ judged, flagged, notSeen }: SidePattern): string {
  const unseen = notSeen === 0 ? '' : `, ${notSeen} not judged`;
  if (judged === 0) return `${notSeen} not judged`;
  return `${flagged === 0 ? 'none' : flagged} of ${judged} flagged${unseen}`;
}

/** "3° ± 1° on average"; a value below zero lies on the good side. */
export function meanWords({ meanDeg, seDeg }: Pooled): string {
  const sign = Math.round(meanDeg) < 0 ? '−' : '';
  return `${sign}${degreesWithSd(meanDeg, seDeg ?? undefined)} on average`;
}
