import type { ExerciseId } from '../../../core/exercise/ids';
import { Button, ButtonLink } from '../../components/button';
import { CameraIcon } from '../../components/icons';
import { Page } from '../../components/page';
import { ExerciseFigure } from '../../figures/exercise-figure';
import { PlacementFigure } from '../../figures/placement-figure';
import type { LiveController } from '../../live/controller';
import { auto, privacy } from '../../messages/en';
import { prescriptionWords } from '../../model/words';
import './placing.css';

/** Before the camera: where the laptop goes, and how the exercise is done. */
export function PlacingScreen({ live, exercise }: { live: LiveController; exercise: ExerciseId | 'auto' }) {
  const definition = live.definition.value;
  const text = definition?.text ?? auto;
  return (
    <Page
      title={text.name}
      lead={definition ? prescriptionWords(definition.prescription) : auto.summary}
      actions={<ButtonLink href="#/">Choose another</ButtonLink>}
    >
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
          <div class="placing-figure">
            <ExerciseFigure exercise={exercise} />
          </div>
          <h2 id="placing-how">How it goes</h2>
          <ol class="placing-steps">
            {text.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p class="soft">
            <strong>You need:</strong> {text.equipment}
          </p>
        </section>
      </div>
    </Page>
  );
}
