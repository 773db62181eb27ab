import { useMemo } from 'preact/hooks';
import type { SetRecord } from '../../core/session/record';
import { headlineOf } from '../model/headline';
import { reviewSet } from '../model/review-view';
import { FaultIcon, TickIcon } from './icons';
import './headline.css';

/** What a session comes to: a sentence, one for each leg, and once what was not judged. */
export function SessionHeadline({ sets }: { sets: readonly SetRecord[] }) {
  const { sentence, legs, open } = useMemo(() => headlineOf(sets.map(reviewSet)), [sets]);
  return (
    <section class="headline panel" aria-labelledby="headline">
      <h2 id="headline">{sentence}</h2>
      {legs.length > 0 ? (
        <dl>
          {legs.map(({ key, name, words, isFault }) => (
            <div key={key} class={isFault ? 'is-fault' : ''}>
              <dt>
                {isFault ? <FaultIcon /> : <TickIcon />}
                {name}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {open ? <p class="soft">{open}</p> : null}
    </section>
  );
}
