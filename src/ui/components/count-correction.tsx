import { useState } from 'preact/hooks';
import { SIDES, type PerSide } from '../../core/units';
import { capital } from '../model/format';
import type { SetReview } from '../model/review-view';
import { Button } from './button';
import { Stepper } from './stepper';

interface CountCorrectionProps {
  readonly review: SetReview;
  readonly onCorrect: (reps: PerSide<number> | null) => void;
}

/** The person's own count beside the app's. Both are kept: an honest error of ours stays visible. */
export function CountCorrection({ review, onCorrect }: CountCorrectionProps) {
  const app = { left: review.sides.left.counted, right: review.sides.right.counted };
  const kept = review.corrected ?? app;
  const [own, setOwn] = useState<PerSide<number>>(kept);
  const isChanged = SIDES.some((side) => own[side] !== kept[side]);
  return (
    <div class="correct">
      <p class="correct-p soft">
        Hipline counted {app.left} left and {app.right} right. If you counted otherwise, say so: both numbers
        are kept.
      </p>
      {SIDES.map((side) => (
        <div class="field" key={side}>
          <span>{capital(side)}</span>
          <Stepper
            label={`Your count, ${side}`}
            value={own[side]}
            onChange={(value) => {
              setOwn({ ...own, [side]: value });
            }}
          />
        </div>
      ))}
      <Button
        kind="main"
        disabled={!isChanged}
        onClick={() => {
          onCorrect(SIDES.every((side) => own[side] === app[side]) ? null : own);
        }}
      >
        Keep my count
      </Button>
    </div>
  );
}
