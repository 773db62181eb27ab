import type { FaultId } from '../../core/terms/ids';
import type { SetRecord } from '../../core/session/record';
import { summariseSet, type Asymmetry, type CheckSummary } from '../../core/session/summary';
import type { Pooled } from '../../core/session/summary-statistics';
import { median } from '../../core/signal/quantile';
import { SIDES, type PerSide, type Side } from '../../core/units';
import { words } from '../language';
import { capital, degreesWithSd } from './format';
import { legWords } from './leg-words';

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
  /** The leg and what it does in this: "Standing on the left". */
  readonly role: string;
  readonly judged: number;
  readonly flagged: number;
  readonly notSeen: number;
  /** Mean of each repetition's worst moment; null for what is not judged by an angle. */
  readonly mean: Pooled | null;
  /** The angle from which this leg is flagged in this set. */
  readonly lineDeg: number | null;
}

/** Checks whose angle means something to a person; they are shown when nothing was flagged, too. */
const ANGLES: readonly FaultId[] = ['hip-drop', 'knee-collapse', 'trunk-lean'];

/**
 * The checks worth telling of, most often flagged first.
 *
 * @param labels what a side means in this exercise, for what is no leg's
 */
export function patternsOf(set: SetRecord, labels?: PerSide<string>): readonly CheckPattern[] {
  const { checks, asymmetry } = summariseSet(set);
  const patterns = Object.entries(checks).map(([id, sides]) => {
    const fault = id as FaultId;
    return patternOf({ set, labels }, fault, sides, asymmetry[fault] ?? null);
  });
  return patterns
    .filter(({ fault, flagged, sides }) => flagged > 0 || (ANGLES.includes(fault) && hasMean(sides)))
    .sort((a, b) => b.flagged - a.flagged);
}

const hasMean = (sides: CheckPattern['sides']): boolean =>
  SIDES.some((side) => (sides[side]?.mean ?? null) !== null);

interface Of {
  readonly set: SetRecord;
  readonly labels: PerSide<string> | undefined;
}

function patternOf(
  of: Of,
  fault: FaultId,
  check: PerSide<CheckSummary>,
  asymmetry: Asymmetry | null,
): CheckPattern {
  const isAngle = ANGLES.includes(fault);
  return {
    fault,
    name: capital(words.faults[fault].name),
    flagged: check.left.flagged + check.right.flagged,
    sides: {
      left: sideOf(of, fault, 'left', check.left),
      right: sideOf(of, fault, 'right', check.right),
    },
    sentences: [
      ...SIDES.flatMap((side) => onsetSentence(of, fault, side, check[side])),
      ...(isAngle && asymmetry?.isClear ? [asymmetrySentence(fault, asymmetry)] : []),
    ],
  };
}

function sideOf(
  { set, labels }: Of,
  fault: FaultId,
  side: Side,
  { clean, flagged, notSeen, pooled }: CheckSummary,
): SidePattern | null {
  const judged = clean + flagged;
  if (judged + notSeen === 0) return null;
  const isAngle = ANGLES.includes(fault);
  const role = legWords(fault, side)?.role ?? capital(labels?.[side] ?? words.sides[side]);
  return { role, judged, flagged, notSeen, mean: isAngle ? pooled : null, lineDeg: lineOf(set, fault, side) };
}

/** The angle from which this leg is flagged, as the judge of the set gave it; null in records that keep no course. */
function lineOf(set: SetRecord, fault: FaultId, side: Side): number | null {
  const lines = set.reps.flatMap((rep) =>
    (rep.judged ?? []).flatMap((one) => (one.fault === fault && one.side === side ? [one.lineDeg] : [])),
  );
  return median(lines);
}

function onsetSentence(
  { labels }: Of,
  fault: FaultId,
  side: Side,
  { onset, flagged, clean }: CheckSummary,
): readonly string[] {
  if (onset === null) return [];
  const what =
    legWords(fault, side)?.since ??
    `${capital(labels?.[side] ?? words.sides[side])}: ${words.faults[fault].name}`;
  if (flagged > 0 && clean === 0) return [words.patternWords.always(what)];
  return onset.kind === 'throughout'
    ? [words.patternWords.throughout(what)]
    : [words.patternWords.from(what, onset.n)];
}

function asymmetrySentence(fault: FaultId, { differenceDeg, seDeg }: Asymmetry): string {
  const [more, less]: readonly [Side, Side] = differenceDeg > 0 ? ['left', 'right'] : ['right', 'left'];
  const role = (side: Side): string => legWords(fault, side)?.within ?? words.sides[side];
  const difference = degreesWithSd(differenceDeg, seDeg ?? undefined);
  return words.patternWords.difference(difference, role(more), role(less));
}

/** "2 of 5 flagged", "none of 5 flagged, 1 not judged". */
export function flaggedWords({ judged, flagged, notSeen }: SidePattern): string {
  return judged === 0
    ? words.patternWords.notJudged(notSeen)
    : words.patternWords.flagged(flagged, judged, notSeen);
}

/** "3° ± 1° on average"; a value below zero lies on the good side. */
export function meanWords({ meanDeg, seDeg }: Pooled): string {
  const sign = Math.round(meanDeg) < 0 ? '−' : '';
  return words.patternWords.mean(`${sign}${degreesWithSd(meanDeg, seDeg ?? undefined)}`);
}
