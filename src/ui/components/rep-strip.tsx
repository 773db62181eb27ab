import type { ExerciseDefinition } from '../../core/exercise/definition';
import { words } from '../language';
import { FaultIcon, PartialIcon, TickIcon, UnseenIcon } from './icons';
import { outcomeWord, repName, repSentence } from '../model/outcome-words';
import type { JudgedRep, Outcome } from '../model/review-view';
import './rep-strip.css';
import { textOf } from '../exercise-text';

const ICONS = {
  clean: TickIcon,
  fault: FaultIcon,
  partly: UnseenIcon,
  'not-seen': UnseenIcon,
  partial: PartialIcon,
} as const satisfies Record<Outcome, unknown>;

interface RepStripProps {
  readonly reps: readonly JudgedRep[];
  readonly definition: ExerciseDefinition | null;
  readonly chosen: JudgedRep | null;
  readonly onChoose: (rep: JudgedRep | null) => void;
}

/** Every repetition in order: number, side, what came of it. Choosing one says more and marks it in the curves. */
export function RepStrip({ reps, definition, chosen, onChoose }: RepStripProps) {
  return (
    <div>
      <ol class="strip">
        {reps.map((rep) => {
          const Icon = ICONS[rep.outcome];
          const isChosen = rep.key === chosen?.key;
          return (
            <li key={rep.key}>
              <button
                type="button"
                class={`rep rep-${rep.outcome}`}
                aria-pressed={isChosen}
                onClick={() => {
                  onChoose(isChosen ? null : rep);
                }}
              >
                <span class="rep-name">
                  {rep.outcome === 'partial' ? `(${words.outcomes.letters[rep.side]})` : repName(rep)}{' '}
                  <Icon />
                </span>
                <span class="rep-word">{outcomeWord(rep)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <p class="strip-detail" role="status">
        {chosen ? repSentence(chosen, textOf(definition)?.sideLabel) : ''}
      </p>
    </div>
  );
}
