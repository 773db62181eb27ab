import type { ExerciseDefinition } from '../../core/exercise/definition';
import { words } from '../language';
import type { ComparedReps } from '../model/compare-reps';
import { inStep } from '../model/replay-pair';
import type { ReplayView } from '../model/replay-view';
import { ReplayCanvas } from './replay-stage';
import { useLoop } from './use-loop';
import './compared-reps.css';

interface ComparedProps {
  readonly compared: ComparedReps;
  readonly view: ExerciseDefinition['view'];
}

/** The best and the worst repetition of a set as skeletons, over and over, in step. */
export function ComparedSkeletons({ compared: { best, worst }, view }: ComparedProps) {
  const { atS } = useLoop(worst, true);
  return (
    <div class="compared">
      <One name={words.compared.best} replay={best} atS={inStep(worst, atS, best)} view={view} />
      <One name={words.compared.worst} replay={worst} atS={atS} view={view} />
    </div>
  );
}

interface OneProps {
  readonly name: string;
  readonly replay: ReplayView;
  readonly atS: number;
  readonly view: ExerciseDefinition['view'];
}

const One = ({ name, replay, atS, view }: OneProps) => (
  <figure class="compared-one">
    <div class="compared-stage">
      <ReplayCanvas view={replay} atS={atS} overlayView={view} label={name} />
    </div>
    <figcaption>{name}</figcaption>
  </figure>
);
