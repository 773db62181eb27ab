import type { ExerciseDefinition } from '../../core/exercise/definition';
import { compared as words } from '../messages/live';
import type { ComparedReps } from '../model/compare-reps';
import type { ReplayView } from '../model/replay-view';
import { ReplayCanvas } from './skeleton-replay';
import { useLoop } from './use-loop';
import './compared-reps.css';

interface ComparedProps {
  readonly compared: ComparedReps;
  readonly view: ExerciseDefinition['view'];
}

/** The best and the worst repetition of a set as skeletons, over and over, side by side. */
export function ComparedSkeletons({ compared, view }: ComparedProps) {
  return (
    <div class="compared">
      <One name={words.best} replay={compared.best} view={view} />
      <One name={words.worst} replay={compared.worst} view={view} />
    </div>
  );
}

interface OneProps {
  readonly name: string;
  readonly replay: ReplayView;
  readonly view: ExerciseDefinition['view'];
}

function One({ name, replay, view }: OneProps) {
  const loop = useLoop(replay, true);
  return (
    <figure class="compared-one">
      <div class="compared-stage">
        <ReplayCanvas view={replay} atS={loop.atS} overlayView={view} isExample={false} label={name} />
      </div>
      <figcaption>{name}</figcaption>
    </figure>
  );
}
