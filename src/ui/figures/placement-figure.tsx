import type { ExerciseDefinition } from '../../core/exercise/definition';
import './figures.css';

import { plain } from '../model/format';
import './placement.css';

/**
 * Where the laptop goes. Standing work from the side, the laptop at hip height; lying work from above, the body across
 * the picture.
 */
export function PlacementFigure({ view }: { view: ExerciseDefinition['view'] }) {
  return (
    <svg class="figure placement" viewBox="0 0 520 260" aria-hidden="true">
      {view === 'lying-side' ? <FromAbove /> : <FromTheSide />}
    </svg>
  );
}

function FromTheSide() {
  return (
    <>
      <path class="figure-floor" d="M14 226 H506" />
      <path class="placement-view" d="M110 108 L430 14 V224 Z" />
      <path class="placement-table" d="M34 146 H118 M46 148 V224 M106 148 V224" />
      <path class="placement-laptop" d="M46 142 H94 L108 106" />
      <circle class="placement-lens" cx="108" cy="106" r="5" />
      <StandingPerson />
      <path class="placement-distance" d="M108 244 H403 M108 237 V251 M403 237 V251" />
      <text class="placement-text" x="256" y="250">
        {`${plain(2)}–${plain(3.5)} m`}
      </text>
    </>
  );
}

function FromAbove() {
  return (
    <>
      <path class="placement-view" d="M260 226 L70 26 H450 Z" />
      <rect class="placement-mat" x="104" y="34" width="312" height="74" rx="12" />
      <LyingPerson />
      <path class="placement-laptop placement-laptop-top" d="M232 226 H288 V250 H232 Z" />
      <circle class="placement-lens" cx="260" cy="222" r="5" />
      <path class="placement-distance" d="M474 112 V222 M467 112 H481 M467 222 H481" />
      <text class="placement-text" x="474" y="174">
        {`${plain(2.5)}–${plain(3)} m`}
      </text>
    </>
  );
}

/** Facing the laptop: the near side of the body. */
function StandingPerson() {
  return (
    <>
      <circle class="figure-head" cx="396" cy="46" r="14" />
      <path class="figure-trunk" d="M402 74 L404 122" />
      <path class="figure-limb" d="M402 76 L396 102 L394 126" />
      <path class="figure-limb" d="M404 124 L402 170 L403 214" />
      <path class="figure-limb" d="M403 217 L392 218" />
    </>
  );
}

/** On one side, seen from above: the front of the body turns to the laptop. */
function LyingPerson() {
  return (
    <>
      <path class="figure-limb" d="M344 74 L350 104 L330 112" />
      <path class="figure-limb figure-far" d="M262 72 L190 74 L128 70" />
      <path class="figure-trunk" d="M340 66 L268 68" />
      <path class="figure-limb" d="M262 66 L194 64 L128 64" />
      <circle class="figure-head" cx="378" cy="70" r="15" />
    </>
  );
}
