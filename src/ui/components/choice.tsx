import './radio-tile.css';
import './choice.css';

interface Option<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly about?: string;
  /** The language of its name, where that is another one than the page's. */
  readonly lang?: string;
}

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  /** Unique in the page. */
  readonly name: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  /** It has the focus when the sheet that it stands in opens. */
  readonly isFirst?: boolean;
  /** What follows of the choice, below it. */
  readonly note?: string;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all visible at once. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  return (
    <fieldset class="choice">
      <legend>{props.legend}</legend>
      <div class="choice-row">
        {props.options.map((option) => (
          <label class="radio-tile choice-option" key={option.value} lang={option.lang}>
            <input
              type="radio"
              name={props.name}
              checked={option.value === props.value}
              autofocus={props.isFirst === true && option.value === props.value}
              onChange={() => {
                props.onChange(option.value);
              }}
            />
            {option.name}
            {option.about ? <small>{option.about}</small> : null}
          </label>
        ))}
      </div>
      {props.note ? <p class="choice-note">{props.note}</p> : null}
    </fieldset>
  );
}

interface SwitchProps {
  readonly name: string;
  readonly about?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ name, about, on, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span class="switch-text">
        {name}
        {about ? <small>{about}</small> : null}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
    </label>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
}

export function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label class="field">
      {label}
      <select
        class="select"
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
