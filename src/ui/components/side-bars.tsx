import { SIDES, type Side } from '../../core/units';
import { capital } from '../model/format';
import type { JudgedRep, SetReview } from '../model/review-view';

/** Left against right, one block per repetition in order. The words beside say the same. */
export function SideBars({ review }: { review: SetReview }) {
  return (
    <div class="bars">
      {SIDES.map((side) => (
        <SideBar key={side} review={review} side={side} />
      ))}
    </div>
  );
}

function SideBar({ review, side }: { review: SetReview; side: Side }) {
  const tally = review.sides[side];
  const reps = review.reps.filter((rep) => rep.side === side && rep.outcome !== 'partial');
  const missing = Math.max(review.sides.left.counted, review.sides.right.counted) - reps.length;
  return (
    <>
      <strong>{capital(side)}</strong>
      <div class="bar" aria-hidden="true">
        {reps.map((rep) => (
          <i key={rep.key} class={blockClass(rep)} />
        ))}
        {Array.from({ length: missing }, (_, index) => (
          <i key={index} class="is-empty" />
        ))}
      </div>
      <span class="soft">
        {tally.counted} counted, {tally.clean} clean
        {tally.flagged > 0 ? `, ${tally.flagged} flagged` : ''}
        {tally.unjudged > 0 ? `, ${tally.unjudged} not fully judged` : ''}
      </span>
    </>
  );
}

const blockClass = (rep: JudgedRep): string =>
  rep.outcome === 'clean' ? '' : rep.outcome === 'fault' ? 'is-fault' : 'is-unseen';
