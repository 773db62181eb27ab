import { words } from '../language';
import './stepper.css';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  /** By how much; one unless told otherwise. */
  readonly step?: number;
  readonly most?: number;
  readonly least?: number;
  readonly onChange: (value: number) => void;
}

/** One more, one less: for a number that is nearly right already. */
export function Stepper({ label, value, onChange, step = 1, least = 0, most = Infinity }: StepperProps) {
  return (
    <span class="stepper" role="group" aria-label={label}>
      <button
        type="button"
        disabled={value <= least}
        aria-label={words.common.less(step, label)}
        onClick={() => {
          onChange(Math.max(least, value - step));
        }}
      >
        −
      </button>
      <output>{value}</output>
      <button
        type="button"
        disabled={value >= most}
        aria-label={words.common.more(step, label)}
        onClick={() => {
          onChange(Math.min(most, value + step));
        }}
      >
        +
      </button>
    </span>
  );
}
