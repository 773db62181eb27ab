import './stepper.css';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** One more, one less: for a number that is nearly right already. */
export function Stepper({ label, value, onChange }: StepperProps) {
  return (
    <span class="stepper" role="group" aria-label={label}>
      <button
        type="button"
        aria-label={`One less, ${label.toLowerCase()}`}
        onClick={() => {
          onChange(Math.max(0, value - 1));
        }}
      >
        −
      </button>
      <output>{value}</output>
      <button
        type="button"
        aria-label={`One more, ${label.toLowerCase()}`}
        onClick={() => {
          onChange(value + 1);
        }}
      >
        +
      </button>
    </span>
  );
}
