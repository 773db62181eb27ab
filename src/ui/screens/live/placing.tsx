import type { ExerciseDefinition } from '../../../core/exercise/definition';
import type { ExerciseId } from '../../../core/terms/ids';
import { Button, ButtonLink } from '../../components/button';
import { CameraIcon } from '../../components/icons';
import { Page } from '../../components/page';
import { UnfinishedNotice } from '../../components/unfinished-notice';
import { ExerciseFigure } from '../../figures/exercise-figure';
import { PlacementFigure } from '../../figures/placement-figure';
import type { LiveController } from '../../live/controller';
import { words } from '../../language';
import type { PlanChoice } from '../../model/plan';
import { prescriptionWords } from '../../model/words';
import type { StartServices } from '../../services';
import { OwnPlan } from './own-plan';
import './placing.css';
import { textOf } from '../../exercise-text';

interface PlacingProps {
  readonly live: LiveController;
  readonly choice: PlanChoice;
  readonly services: Pick<StartServices, 'unfinished' | 'settings'>;
}

/** Before the camera: where the laptop goes, and how the exercise is done. */
export function PlacingScreen({ live, choice, services }: PlacingProps) {
  const definition = live.definition.value;
  const text = choice === 'programme' ? words.programme : (textOf(definition) ?? words.auto);
  const prescribed = definition && choice !== 'programme' ? prescriptionWords(definition.prescription) : null;
  return (
    <Page
      title={text.name}
      lead={prescribed ?? text.summary}
      actions={<ButtonLink href="#/">{words.placing.another}</ButtonLink>}
    >
      <UnfinishedNotice services={services} />
      <div class="placing">
        <section class="placing-where" aria-labelledby="placing-where">
          <PlacementFigure view={definition?.view ?? 'standing-front'} />
          <h2 id="placing-where">{words.placing.where}</h2>
          <p>{text.camera}</p>
          <div class="placing-start">
            <Button
              kind="main"
              big
              onClick={() => {
                live.start();
              }}
            >
              <CameraIcon /> {words.placing.start}
            </Button>
            <p class="soft small">{words.privacy}</p>
          </div>
        </section>
        <section class="placing-how" aria-labelledby="placing-how">
          {choice === 'programme' ? (
            <Plan definitions={live.plan} />
          ) : (
            <Steps exercise={choice} steps={(textOf(definition) ?? words.auto).steps} />
          )}
          {definition && choice !== 'programme' ? (
            <OwnPlan definition={definition} settings={services.settings} />
          ) : null}
          <p class="soft">
            <strong>{words.placing.needed}</strong> {text.equipment}
          </p>
        </section>
      </div>
    </Page>
  );
}

function Steps({ exercise, steps }: { exercise: ExerciseId | 'auto'; steps: readonly string[] }) {
  return (
    <>
      <div class="placing-figure">
        <ExerciseFigure exercise={exercise} />
      </div>
      <h2 id="placing-how">{words.placing.how}</h2>
      <ol class="placing-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

function Plan({ definitions }: { definitions: readonly ExerciseDefinition[] }) {
  return (
    <>
      <h2 id="placing-how">{words.placing.how}</h2>
      <p>{words.programme.order}</p>
      <ol class="placing-plan">
        {definitions.map((definition) => (
          <li key={definition.id}>
            <ExerciseFigure exercise={definition.id} />
            <span>
              <strong>{textOf(definition).name}</strong>
              {prescriptionWords(definition.prescription)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
