import type { SetRecord } from '../../core/session/record';
import { viewReplay, type ReplayView } from './replay-view';
import { reviewSet, type FaultTally, type JudgedRep } from './review-view';

/** Two repetitions of one set, to be seen side by side. */
export interface ComparedReps {
  readonly best: ReplayView;
  readonly worst: ReplayView;
}

/**
 * The worst repetition of the most frequent fault, beside the best clean one, of the same side where there is one.
 *
 * @returns null where nothing was at fault, nothing was clean, or no skeleton was kept of either
 */
export function compareReps(set: SetRecord): ComparedReps | null {
  const { reps, faults } = reviewSet(set);
  const found = faults.find(({ worst }) => worst !== null);
  if (!found?.worst) return null;
  const worst = found.worst.rep;
  const clean = reps.filter(({ outcome }) => outcome === 'clean');
  const own = clean.filter(({ side }) => side === worst.side);
  const best = leastOf(own.length > 0 ? own : clean, found, set);
  const views = [best && viewReplay(set, best), viewReplay(set, worst)] as const;
  return views[0] && views[1] ? { best: views[0], worst: views[1] } : null;
}

/** The one that reads least of the fault; the first where nothing was measured of it. */
function leastOf(reps: readonly JudgedRep[], { fault }: FaultTally, set: SetRecord): JudgedRep | null {
  const degOf = ({ n }: JudgedRep): number => {
    const verdict = set.reps.find((rep) => rep.n === n)?.verdicts[fault];
    return verdict && verdict.verdict !== 'not-seen' ? (verdict.peakDeg ?? Infinity) : Infinity;
  };
  return reps.reduce<JudgedRep | null>(
    (least, rep) => (least === null || degOf(rep) < degOf(least) ? rep : least),
    null,
  );
}
