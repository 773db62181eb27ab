import type { ComponentChildren } from 'preact';
import type { Advice } from '../messages/words';
import { useFocusIn } from './focus';
import './advice.css';

interface AdviceBoxProps {
  readonly advice: Advice;
  /** It stands over everything else: whoever presses a key next means it. */
  readonly isOver?: boolean;
  readonly children?: ComponentChildren;
}

/** What happened and what to do. Announced when it appears; its first action takes the focus where what had it is gone. */
export function AdviceBox({ advice, isOver = false, children }: AdviceBoxProps) {
  const box = useFocusIn<HTMLElement>(advice.title, isOver);
  return (
    <section class="advice" role="alert" ref={box}>
      <div class="advice-text">
        <h2>{advice.title}</h2>
        <p class="soft">{advice.todo}</p>
      </div>
      {children ? <div class="advice-actions">{children}</div> : null}
    </section>
  );
}
