import { exerciseName } from '../../exercise-text';
import { ExerciseFigure } from '../../figures/exercise-figure';
import type { LiveController } from '../../live/controller';
import { words } from '../../language';
import type { Offer } from '../../model/offer';

/** Which one is it? Two targets as large as the deck, in its place; the keys 1 and 2 do the same. */
export function OfferPanel({ live, offer }: { live: LiveController; offer: NonNullable<Offer> }) {
  return (
    <div class="hud-offer" role="group" aria-labelledby="hud-offer-question">
      <p class="hud-offer-question" id="hud-offer-question">
        {words.offer.question}
      </p>
      {offer.map((exercise, index) => (
        <button
          key={exercise}
          type="button"
          class="bright hud-choice"
          aria-keyshortcuts={`${index + 1}`}
          onClick={() => {
            live.choose(exercise);
          }}
        >
          <kbd>{index + 1}</kbd>
          <span class="hud-choice-figure">
            <ExerciseFigure exercise={exercise} />
          </span>
          <span class="hud-choice-name">{exerciseName(exercise)}</span>
        </button>
      ))}
    </div>
  );
}
