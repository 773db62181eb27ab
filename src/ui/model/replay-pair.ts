import { isOfALeg, type FaultId } from '../../core/terms/ids';
import type { Side } from '../../core/units';
import { words } from '../language';
import { capital, degreesWithSd } from './format';
import type { ReplayView } from './replay-view';
import type { JudgedRep, Judgement, SetReview } from './review-view';

/** Two repetitions of one side to be seen beside one another: what went wrong, and how the same person does it well. */
export interface RepPair {
  readonly shown: JudgedRep;
  /** Null where there is nothing to compare with. */
  readonly other: JudgedRep | null;
  /** What sets them apart; null where nothing was found. */
  readonly about: Pick<Judgement, 'fault' | 'side'> | null;
}

/** The pair that tells most of a set: its worst repetition, and the best of the same side. Null where no skeleton was kept. */
export function tellingPair(review: SetReview): RepPair | null {
  const worst = review.faults.find(({ worst: one }) => one !== null && isKept(review, one.rep))?.worst?.rep;
  const first = review.reps.find((rep) => rep.outcome === 'fault' && isKept(review, rep));
  const shown = worst ?? first ?? review.reps.find((rep) => rep.outcome !== 'partial' && isKept(review, rep));
  return shown ? pairWith(review, shown) : null;
}

/** A repetition with its counterpart: the best of its side to a faulty one, the worst of its side to a good one. */
export function pairWith(review: SetReview, shown: JudgedRep): RepPair {
  const others = review.reps.filter(
    (rep) =>
      rep.side === shown.side && rep.key !== shown.key && rep.outcome !== 'partial' && isKept(review, rep),
  );
  const own = shown.faults.find(({ fault }) => isOfALeg(fault)) ?? shown.faults[0];
  const about = own ?? review.faults.find(({ worst }) => worst?.rep.side === shown.side) ?? null;
  if (about === null) return { shown, other: null, about: null };
  const { fault, side } = about;
  const number = (rep: JudgedRep): number => numberOf(rep, fault, side)?.peakDeg ?? Infinity;
  const good = others.filter((rep) => rep.faults.length === 0).sort((a, b) => number(a) - number(b));
  const bad = others.filter((rep) => rep.faults.some((one) => one.fault === fault && one.side === side));
  const other = own ? good[0] : bad.sort((a, b) => number(b) - number(a))[0];
  return { shown, other: other ?? null, about: { fault, side } };
}

/** What both stages are about: "Hip drop, standing on the left". */
export const pairTitle = ({ about }: RepPair): string =>
  about === null ? '' : capital(words.faultName(about.fault, about.side));

/** The words over a stage: "Repetition 5: 11° ± 2°". */
export function pairWords(rep: JudgedRep, about: RepPair['about']): string {
  const name = rep.outcome === 'partial' ? words.outcomes.partial : words.outcomes.repetition(rep.n);
  const found = about && numberOf(rep, about.fault, about.side);
  if (!found) return name;
  if (found.peakDeg !== null) return `${name}: ${degreesWithSd(found.peakDeg, found.sdDeg)}`;
  return rep.faults.includes(found) ? name : words.outcomes.nothingFound(name);
}

/** The same part of the movement in the other replay: both begin, are deepest and end at one moment. */
export function inStep(of: ReplayView, timeS: number, to: ReplayView): number {
  const [from, into] = [of.marks, to.marks];
  for (let index = 1; index < from.length; index += 1) {
    const [a = 0, b = 0] = [from[index - 1], from[index]];
    const [c = 0, d = 0] = [into[index - 1], into[index]];
    if (timeS <= b) return c + (b > a ? Math.max(0, timeS - a) / (b - a) : 0) * (d - c);
  }
  return to.toS;
}

const isKept = ({ set }: SetReview, rep: JudgedRep): boolean =>
  set.replays.some(({ of, n }) => of === (rep.outcome === 'partial' ? 'partial' : 'rep') && n === rep.n);

const numberOf = (rep: JudgedRep, fault: FaultId, side: Side | null): Judgement | undefined =>
  [...rep.faults, ...rep.fine].find((one) => one.fault === fault && one.side === side);
