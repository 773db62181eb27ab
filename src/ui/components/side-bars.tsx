import type { ExerciseDefinition } from '../../core/exercise/definition';
import { SIDES, type PerSide, type Side } from '../../core/units';
import { words } from '../language';
import { capital } from '../model/format';
import type { LegTally, SetReview } from '../model/review-view';
import { textOf } from '../exercise-text';

interface SideBarsProps {
  readonly review: SetReview;
  readonly definition: ExerciseDefinition | null;
}

/**
 * Left against right, one block per repetition in order: first what was counted, by the side that moved, then what was at fault, by
 * the leg. They are not the same: in a march the standing leg lets the pelvis sink. The words beside say the same.
 */
export function SideBars({ review, definition }: SideBarsProps) {
  const hasLegs = SIDES.some((side) => review.legs[side].judged > 0);
  return (
    <>
      <div>
        <p class="bars-title">{words.sideBars.counted}</p>
        <div class="bars">
          {SIDES.map((side) => (
            <CountBar
              key={side}
              review={review}
              side={side}
              label={textOf(definition)?.sideLabel[side] ?? words.sides[side]}
            />
          ))}
        </div>
      </div>
      {hasLegs ? (
        <div>
          <p class="bars-title">{words.sideBars.judged}</p>
          <div class="bars">
            {SIDES.map((side) => (
              <LegBar key={side} legs={review.legs} side={side} />
            ))}
          </div>
        </div>
      ) : null}
    </>
  );
}

function CountBar({ review, side, label }: { review: SetReview; side: Side; label: string }) {
  const { counted, partial } = review.sides[side];
  const most = Math.max(review.sides.left.counted, review.sides.right.counted);
  return (
    <div class="bar-row">
      <strong>{capital(label)}</strong>
      <Blocks classes={Array.from({ length: counted }, () => 'is-counted')} most={most} />
      <span class="soft">{words.stats.barCounted(counted, partial)}</span>
    </div>
  );
}

function LegBar({ legs, side }: { legs: PerSide<LegTally>; side: Side }) {
  const { judged, flagged, reps } = legs[side];
  const most = Math.max(legs.left.judged, legs.right.judged);
  return (
    <div class="bar-row">
      <strong>{words.legNames[side]}</strong>
      <Blocks classes={reps.map(({ isFault }) => (isFault ? 'is-fault' : ''))} most={most} />
      <span class="soft">
        {judged === 0 ? words.tables.notJudged : words.stats.barFaults(flagged, judged)}
      </span>
    </div>
  );
}

function Blocks({ classes, most }: { classes: readonly string[]; most: number }) {
  return (
    <div class="bar" aria-hidden="true">
      {Array.from({ length: most }, (_, index) => (
        <i key={index} class={classes[index] ?? 'is-empty'} />
      ))}
    </div>
  );
}
