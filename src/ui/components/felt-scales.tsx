import { useState } from 'preact/hooks';
import {
  FELT_SCALE,
  FELT_SCALES,
  lightOf,
  NOT_FELT,
  type Felt,
  type FeltScale,
} from '../../core/session/felt';
import { words } from '../language';
import './radio-tile.css';
import './felt-scales.css';

interface FeltScalesProps {
  readonly felt: Felt | undefined;
  readonly onChange: (felt: Felt) => void;
}

const VALUES = Array.from({ length: FELT_SCALE.most + 1 }, (_, value) => value);

/** Pain and effort of a session, one tap each; both may be left out and changed later. */
export function FeltScales({ felt = NOT_FELT, onChange }: FeltScalesProps) {
  const [now, setNow] = useState(felt);
  const say = (scale: FeltScale, value: number | null) => {
    const said = { ...now, [scale]: value };
    setNow(said);
    onChange(said);
  };
  return (
    <section class="felt panel" aria-labelledby="felt">
      <div class="felt-head">
        <h2 id="felt">{words.feltWords.title}</h2>
        <p class="soft small">{words.feltWords.hint}</p>
      </div>
      {FELT_SCALES.map((scale) => (
        <Scale
          key={scale}
          scale={scale}
          value={now[scale]}
          onChange={(value) => {
            say(scale, value);
          }}
        />
      ))}
      <PainReading pain={now.pain} />
    </section>
  );
}

interface ScaleProps {
  readonly scale: FeltScale;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function Scale({ scale, value, onChange }: ScaleProps) {
  const { legend, least, most } = words.feltWords.scales[scale];
  return (
    <fieldset class="felt-scale">
      <legend>{legend}</legend>
      <div class="felt-values">
        {VALUES.map((one) => (
          <label class="radio-tile felt-value" key={one}>
            <input
              type="radio"
              name={`felt-${scale}`}
              checked={one === value}
              onChange={() => {
                onChange(one);
              }}
            />
            {one}
          </label>
        ))}
      </div>
      <p class="felt-ends soft small">
        <span>0 {least}</span>
        {value === null ? null : (
          <button
            type="button"
            class="felt-back"
            onClick={() => {
              onChange(null);
            }}
          >
            {words.feltWords.takeBack[scale]}
          </button>
        )}
        <span>10 {most}</span>
      </p>
    </fieldset>
  );
}

/** The traffic light of the pain that was said, for what it is. */
export function PainReading({ pain }: { pain: number | null }) {
  const light = lightOf(pain);
  return (
    <div class="felt-reading" role="status">
      {light === null ? null : (
        <>
          <p>
            <i class={`felt-light is-${light}`} aria-hidden="true" /> {words.feltWords.lights[light]}
          </p>
          <p class="soft small">{words.feltWords.rule}</p>
        </>
      )}
    </div>
  );
}
