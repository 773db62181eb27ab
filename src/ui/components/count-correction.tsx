import { useState } from 'preact/hooks';
import { SIDES, type PerSide } from '../../core/units';
import { words } from '../language';
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
      <p class="correct-p soft">{words.setReview.ownCountAbout(app.left, app.right)}</p>
      {SIDES.map((side) => (
        <div class="correct-side" key={side}>
          <span>{words.sides[side]}</span>
          <Stepper
            label={words.yourCount[side]}
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
        {words.setReview.keepOwn}
      </Button>
    </div>
  );
}
