import type { SessionDigest } from '../../../core/session/session-digest';
import { ButtonLink } from '../../components/button';
import { plan, standWords } from '../../messages/plan';
import { standNow } from '../../model/plan-view';
import { formatRoute } from '../../router';

/** The way to the plan, and where the person stands in it. */
export function ToPlan({ digests, nowMs }: { digests: readonly SessionDigest[]; nowMs: number }) {
  return (
    <section class="panel hip-test" aria-label={plan.title}>
      <div>
        <h2>{plan.title}</h2>
        <p class="soft">{standWords(standNow(digests, nowMs))}</p>
      </div>
      <ButtonLink href={formatRoute({ name: 'plan' })}>{plan.see}</ButtonLink>
    </section>
  );
}
