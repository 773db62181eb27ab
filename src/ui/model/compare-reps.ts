import type { SetRecord } from '../../core/session/record';
import { tellingPair } from './replay-pair';
import { viewReplay, type ReplayView } from './replay-view';
import { reviewSet } from './review-view';

/** Two repetitions of one side, to be seen side by side. */
export interface ComparedReps {
  readonly best: ReplayView;
  readonly worst: ReplayView;
}

/**
 * The worst repetition of a set beside the best clean one of its side.
 *
 * @returns null where nothing was at fault, nothing was clean, or no skeleton was kept of either
 */
export function compareReps(set: SetRecord): ComparedReps | null {
  const pair = tellingPair(reviewSet(set));
  if (pair === null || pair.other === null || pair.shown.outcome !== 'fault') return null;
  const [best, worst] = [viewReplay(set, pair.other), viewReplay(set, pair.shown)];
  return best && worst ? { best, worst } : null;
}
