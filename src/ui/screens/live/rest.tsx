import { Button } from '../../components/button';
import { useFocusIn } from '../../components/focus';
import { PlayIcon } from '../../components/icons';
import { ExerciseFigure } from '../../figures/exercise-figure';
import type { LiveController } from '../../live/controller';
import { words } from '../../language';
import type { RestView } from '../../model/rest-view';
import { prescriptionWords } from '../../model/words';
import { ToldSentences, ToldSkeletons } from './told';
import './rest.css';
import { textOf } from '../../exercise-text';

/** What comes after the rest, large enough to be read while drinking at the far end of the room. */
export function RestPanel({ live }: { live: LiveController }) {
  const rest = live.rest.value;
  if (rest === null) return null;
  const position = live.position.value;
  const isCounted = rest.isOther && position;
  return (
    <section class="rest" aria-label={words.rest.next}>
      {rest.isOther || live.compared.value === null ? (
        <div class="rest-figure">
          <ExerciseFigure exercise={rest.next.id} />
        </div>
      ) : (
        <ToldSkeletons live={live} />
      )}
      <div class="rest-words">
        <ToldSentences live={live} />
        <p class="rest-kicker">
          {isCounted ? words.hud.nextOf(position.n + 1, position.of) : words.rest.next}
        </p>
        <h2>{rest.isOther ? textOf(rest.next).name : words.hud.setOf(rest.set, rest.sets)}</h2>
        {todosOf(rest).map((todo) => (
          <p key={todo}>{todo}</p>
        ))}
      </div>
    </section>
  );
}

function todosOf({ next, isOther, side }: RestView): readonly string[] {
  const first = side === null ? [] : [words.rest.first[side]];
  const { betweenSets, equipment, camera } = textOf(next);
  if (!isOther) return betweenSets ? [betweenSets.long, ...first] : first;
  const needed = words.rest.needed(equipment);
  return [prescriptionWords(next.prescription), camera, needed];
}

/** Whoever is ready sooner, or not yet, says so; everybody else waits. */
export function RestActions({ live }: { live: LiveController }) {
  const actions = useFocusIn<HTMLDivElement>('rest', true);
  return (
    <div class="rest-actions" ref={actions}>
      <Button
        kind="main"
        big
        onClick={() => {
          live.skipRest();
        }}
      >
        <PlayIcon /> {words.rest.go}
      </Button>
      <Button
        big
        onClick={() => {
          live.prolongRest();
        }}
      >
        {words.rest.more}
      </Button>
    </div>
  );
}
