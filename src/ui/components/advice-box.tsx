import type { ComponentChildren } from 'preact';
import type { Advice } from '../messages/words';
import './advice.css';

/** What happened and what to do. Announced when it appears. */
export function AdviceBox({ advice, children }: { advice: Advice; children?: ComponentChildren }) {
  return (
    <section class="advice" role="alert">
      <div class="advice-text">
        <h2>{advice.title}</h2>
        <p class="soft">{advice.todo}</p>
      </div>
      {children ? <div class="advice-actions">{children}</div> : null}
    </section>
  );
}
