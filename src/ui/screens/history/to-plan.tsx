import type { SessionDigest } from '../../../core/session/session-digest';
import { ButtonLink } from '../../components/button';
import { words } from '../../language';
import { standNow } from '../../model/plan-view';
import { formatRoute } from '../../router';

/** The way to the plan, and where the person stands in it. */
export function ToPlan({ digests, nowMs }: { digests: readonly SessionDigest[]; nowMs: number }) {
  return (
    <section class="panel hip-test" aria-label={words.planWords.title}>
      <div>
        <h2>{words.planWords.title}</h2>
        <p class="soft">{words.standWords(standNow(digests, nowMs))}</p>
      </div>
      <ButtonLink href={formatRoute({ name: 'plan' })}>{words.planWords.see}</ButtonLink>
    </section>
  );
}
