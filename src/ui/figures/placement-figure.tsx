import type { ExerciseDefinition } from '../../core/exercise/definition';
import './figures.css';
import './placement.css';

/** Where the laptop goes, seen from the side: at hip height for standing work, on the floor for lying work. */
export function PlacementFigure({ view }: { view: ExerciseDefinition['view'] }) {
  const lying = view === 'lying-side';
  return (
    <svg class="figure placement" viewBox="0 0 520 260" aria-hidden="true">
      <path class="figure-floor" d="M14 226 H506" />
      {lying ? <Mat /> : <Table />}
      <Laptop y={lying ? 222 : 142} />
      <path class="placement-view" d={lying ? 'M106 206 L300 88 V224 Z' : 'M106 126 L414 22 V224 Z'} />
      {lying ? <LyingPerson /> : <StandingPerson />}
      <Distance to={lying ? 336 : 404} text={lying ? '2–3 m' : '2–3.5 m'} />
    </svg>
  );
}

const Mat = () => <path class="placement-mat" d="M262 222 H424" />;

const Table = () => <path class="placement-table" d="M34 146 H118 M46 148 V224 M106 148 V224" />;

function Laptop({ y }: { y: number }) {
  return (
    <>
      <path class="placement-laptop" d={`M46 ${y} H94 L106 ${y - 36}`} />
      <circle class="placement-lens" cx="106" cy={y - 36} r="4.5" />
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

/** Lying across the camera's view, seen from the feet's end: the front of the body turns to the laptop. */
function LyingPerson() {
  return (
    <>
      <circle class="figure-head" cx="342" cy="112" r="14" />
      <path class="figure-trunk" d="M342 136 L346 170" />
      <path class="figure-limb" d="M340 140 L342 214 L318 216" />
      <path class="figure-limb" d="M346 140 L362 158 L352 174" />
      <path class="figure-limb figure-far" d="M350 178 L372 214" />
    </>
  );
}

function Distance({ to, text }: { to: number; text: string }) {
  return (
    <>
      <path class="placement-distance" d={`M106 244 H${to} M106 237 V251 M${to} 237 V251`} />
      <text class="placement-text" x={(106 + to) / 2} y="249">
        {text}
      </text>
    </>
  );
}
