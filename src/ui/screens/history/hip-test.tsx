import { nextScreeningAt, screeningsOf } from '../../../core/session/screening';
import type { SessionDigest } from '../../../core/session/session-digest';
import { ButtonLink } from '../../components/button';
import { words } from '../../language';
import { formatRoute } from '../../router';

/** The way to the hip test, and whether it is worth doing again. */
export function HipTest({ digests, nowMs }: { digests: readonly SessionDigest[]; nowMs: number }) {
  const [last] = screeningsOf(digests);
  const next = nextScreeningAt(last);
  return (
    <section class="panel hip-test" aria-label={words.screening.title}>
      <div>
        <h2>{words.screening.title}</h2>
        <p class="soft">{words.nextWords(last?.startedAt ?? null, next, nowMs)}</p>
      </div>
      <ButtonLink href={formatRoute({ name: 'screening' })}>
        {last ? words.historyWords.testResult : words.historyWords.testAbout}
      </ButtonLink>
    </section>
  );
}
