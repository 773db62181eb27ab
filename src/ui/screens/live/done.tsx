import { Button } from '../../components/button';
import { useFocusIn } from '../../components/focus';
import type { LiveController } from '../../live/controller';
import { words } from '../../language';
import { ToldSentences, ToldSkeletons } from './told';

/** The end: what it came to, for as long as it is said. The review follows by itself. */
export function DonePanel({ live }: { live: LiveController }) {
  const stage = live.stage.value;
  return stage.kind === 'ended' && stage.isTelling ? <Done live={live} /> : null;
}

function Done({ live }: { live: LiveController }) {
  const panel = useFocusIn<HTMLElement>('done', true);
  return (
    <section class="pause done" ref={panel} aria-labelledby="done-title">
      <h2 id="done-title">{words.done.title}</h2>
      <div class="done-told">
        <ToldSkeletons live={live} />
        <div class="done-words">
          <ToldSentences live={live} />
        </div>
      </div>
      <div class="pause-actions">
        <Button
          kind="main"
          big
          onClick={() => {
            live.toReview();
          }}
        >
          {words.done.review}
        </Button>
      </div>
    </section>
  );
}
