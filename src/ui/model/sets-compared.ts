import type { FaultId } from '../../core/terms/ids';
import type { Side } from '../../core/units';
import { words } from '../language';
import { capital, degreesWithSd, tenths } from './format';
import { holdWordsOf } from './hold-words';
import { legWords } from './leg-words';
import type { SetReview } from './review-view';

/** Sets of one exercise beside one another: a column for each, in order. */
export interface ComparedRow {
  readonly name: string;
  readonly cells: readonly string[];
  readonly isFault: boolean;
}

/** What to compare sets by: counts, the share that was clean, every fault that any of them had, and the time. */
export function comparedRows(reviews: readonly SetReview[]): readonly ComparedRow[] {
  const row = (name: string, of: (review: SetReview) => string, isFault = false): ComparedRow => ({
    name,
    cells: reviews.map(of),
    isFault,
  });
  const held = reviews.find(({ holds }) => holds.length > 0);
  if (held) {
    const sum = (review: SetReview, of: (hold: SetReview['holds'][number]) => number): number =>
      review.holds.reduce((total, hold) => total + of(hold), 0);
    return [
      row(words.tables.inPosition, (review) => tenths(sum(review, ({ hold }) => hold.inPositionS))),
      row(holdWordsOf(held.set).tile, (review) => `${sum(review, ({ hold }) => hold.breaks.length)}×`),
    ];
  }
  return [
    row(words.tables.counted, ({ total }) => `${total.counted}`),
    row(words.tables.clean, ({ total }) => words.tables.of(total.clean, total.counted)),
    ...faultsOf(reviews).map(({ fault, side }) =>
      row(
        (side && legWords(fault, side)?.found) ?? capital(words.faults[fault].name),
        cellOf(fault, side),
        true,
      ),
    ),
    row(words.tables.eachTook, ({ tempo }) => (tempo ? tenths(tempo.meanS) : '–')),
  ];
}

function faultsOf(reviews: readonly SetReview[]): readonly { fault: FaultId; side: Side | null }[] {
  const found = new Map<string, { fault: FaultId; side: Side | null }>();
  for (const { fault, side } of reviews.flatMap((review) => review.faults)) {
    found.set(`${fault} ${side ?? ''}`, { fault, side });
  }
  return [...found.values()];
}

const cellOf =
  (fault: FaultId, side: Side | null) =>
  ({ faults: tallies, reps }: SetReview): string => {
    const tally = tallies.find((one) => one.fault === fault && one.side === side);
    if (tally) {
      const { worst } = tally;
      return worst === null
        ? words.tables.of(tally.reps, tally.of)
        : words.tables.withWorst(tally.reps, tally.of, degreesWithSd(worst.peakDeg, worst.sdDeg));
    }
    const judged = reps.filter(({ fine }) => fine.some((one) => one.fault === fault && one.side === side));
    return judged.length === 0 ? words.tables.notJudged : words.tables.noneOf(judged.length);
  };
