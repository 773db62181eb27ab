import { TickIcon } from './icons';
import './day-dots.css';

/** Training days of a week, the done ones first. The words beside them say the same. */
export const DayDots = ({ done, of }: { done: number; of: number }) => (
  <ul class="day-dots" aria-hidden="true">
    {Array.from({ length: of }, (_, index) => (
      <li key={index} class={index < done ? 'is-done' : ''}>
        {index < done ? <TickIcon size="0.95rem" /> : null}
      </li>
    ))}
  </ul>
);
