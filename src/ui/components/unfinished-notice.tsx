import { words } from '../language';
import { isPlanChoice } from '../model/plan';
import { unfinishedWords } from '../model/words';
import { toGoOn } from '../router';
import type { StartServices } from '../services';
import { AdviceBox } from './advice-box';
import { Button, ButtonLink } from './button';

/** Offers to go on with a session that a reload, a crash or a closed tab has interrupted; nothing where there is none. */
export function UnfinishedNotice({ services }: { services: Pick<StartServices, 'unfinished'> }) {
  const session = services.unfinished.current.value;
  if (session === null || !isPlanChoice(session.choice)) return null;
  return (
    <div class="advice-above">
      <AdviceBox advice={{ title: words.unfinished.title, todo: unfinishedWords(session) }}>
        <ButtonLink kind="main" href={toGoOn(session.choice)}>
          {words.unfinished.goOn}
        </ButtonLink>
        <Button
          onClick={() => {
            services.unfinished.leave();
          }}
        >
          {words.unfinished.leave}
        </Button>
      </AdviceBox>
    </div>
  );
}
