import type { ExerciseDefinition } from '../../../core/exercise/definition';
import type { ExerciseId } from '../../../core/terms/ids';
import { Button, ButtonLink } from '../../components/button';
import { CameraIcon } from '../../components/icons';
import { Page } from '../../components/page';
import { UnfinishedNotice } from '../../components/unfinished-notice';
import { ExerciseFigure } from '../../figures/exercise-figure';
import { PlacementFigure } from '../../figures/placement-figure';
import type { LiveController } from '../../live/controller';
import { auto, privacy, programme } from '../../messages/en';
import type { PlanChoice } from '../../model/plan';
import { prescriptionWords } from '../../model/words';
import type { StartServices } from '../../services';
import { OwnPlan } from './own-plan';
import './placing.css';

interface PlacingProps {
  readonly live: LiveController;
  readonly choice: PlanChoice;
  readonly services: Pick<StartServices, 'unfinished' | 'settings'>;
}

/** Before the camera: where the laptop goes, and how the exercise is done. */
export function PlacingScreen({ live, choice, services }: PlacingProps) {
  const definition = live.definition.value;
  const text = choice === 'programme' ? programme : (definition?.text ?? auto);
  const prescribed = definition && choice !== 'programme' ? prescriptionWords(definition.prescription) : null;
  return (
    <Page
      title={text.name}
      lead={prescribed ?? text.summary}
      actions={<ButtonLink href="#/">Choose another</ButtonLink>}
    >
      <UnfinishedNotice services={services} />
      <div class="placing">
        <section class="placing-where" aria-labelledby="placing-where">
          <PlacementFigure view={definition?.view ?? 'standing-front'} />
          <h2 id="placing-where">Where the laptop goes</h2>
          <p>{text.camera}</p>
          <div class="placing-start">
            <Button
              kind="main"
              big
              onClick={() => {
                live.start();
              }}
            >
              <CameraIcon /> Turn on the camera
            </Button>
            <p class="soft small">{privacy}</p>
          </div>
        </section>
        <section class="placing-how" aria-labelledby="placing-how">
          {choice === 'programme' ? (
            <Plan definitions={live.plan} />
          ) : (
            <Steps exercise={choice} steps={(definition?.text ?? auto).steps} />
          )}
          {definition && choice !== 'programme' ? (
            <OwnPlan definition={definition} settings={services.settings} />
          ) : null}
          <p class="soft">
            <strong>You need:</strong> {text.equipment}
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
      <h2 id="placing-how">How it goes</h2>
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
      <h2 id="placing-how">How it goes</h2>
      <p>{programme.order}</p>
      <ol class="placing-plan">
        {definitions.map(({ id, text, prescription }) => (
          <li key={id}>
            <ExerciseFigure exercise={id} />
            <span>
              <strong>{text.name}</strong>
              {prescriptionWords(prescription)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
