import type { Figure, FigureLine } from '../../core/exercise/figure';
import type { ExerciseId } from '../../core/terms/ids';
import { cardById } from '../../exercises/cards';
import './figures.css';

const pointsOf = (line: FigureLine): readonly (readonly [number, number])[] =>
  line.split(' ').map((point) => {
    const [x = 0, y = 0] = point.split(',').map(Number);
    return [x, y];
  });

const path = (line: FigureLine): string => `M${line.replaceAll(' ', ' L')}`;

/**
 * A person doing the exercise, with what the camera watches in the accent colour; nothing for one that is not known. Decoration:
 * the name stands beside it.
 */
export function ExerciseFigure({ exercise }: { exercise: ExerciseId | 'auto' }) {
  const figure = exercise === 'auto' ? STANDING : cardById(exercise)?.figure;
  return (
    <svg class="figure" viewBox="0 0 200 200" aria-hidden="true">
      {exercise === 'auto' ? <Echoes /> : null}
      {figure ? <Person figure={figure} /> : null}
    </svg>
  );
}

/** "Just start moving": what could come. */
const Echoes = () => (
  <>
    <path class="figure-limb figure-echo" d="M87 106 L64 140 L50 180" />
    <path class="figure-limb figure-echo" d="M113 106 L150 138 L160 180" />
    <path class="figure-limb figure-echo" d="M120 58 L146 76 L172 70" />
  </>
);

const STANDING: Figure = {
  head: [100, 30],
  shoulders: '80,58 120,58',
  hips: '87,106 113,106',
  far: [],
  near: ['80,58 70,84 70,108', '120,58 130,84 130,108', '87,106 87,146 87,182', '113,106 113,146 113,182'],
  watched: ['68,106 132,106'],
  level: '46,106 160,106',
  arrow: null,
  floor: ['30,188 172,188'],
  kettlebell: null,
};

function Person({ figure }: { figure: Figure }) {
  const hips = figure.hips.split(' ').reverse().join(' ');
  return (
    <>
      {figure.floor.map((line) => (
        <path class="figure-floor" d={path(line)} />
      ))}
      {figure.far.map((limb) => (
        <path class="figure-limb figure-far" d={path(limb)} />
      ))}
      {figure.near.map((limb) => (
        <path class="figure-limb" d={path(limb)} />
      ))}
      <path class="figure-trunk" d={`${path(`${figure.shoulders} ${hips}`)} Z`} />
      <circle class="figure-head" cx={figure.head[0]} cy={figure.head[1]} r="14" />
      {figure.kettlebell ? <Kettlebell at={figure.kettlebell} /> : null}
      <path class="figure-level" d={path(figure.level)} />
      {figure.watched.map((limb) => (
        <path class="figure-watched" d={path(limb)} />
      ))}
      {figure.arrow ? <Arrow line={figure.arrow} /> : null}
    </>
  );
}

function Kettlebell({ at: [x, y] }: { at: readonly [number, number] }) {
  return (
    <>
      <path class="figure-handle" d={`M${x - 7} ${y} q0 -16 7 -16 t7 16`} />
      <circle class="figure-bell" cx={x} cy={y + 8} r="13" />
    </>
  );
}

/** An arrow whose head turns with its shaft. */
function Arrow({ line }: { line: FigureLine }) {
  const points = pointsOf(line);
  const [from, to] = [points[0], points.at(-1)];
  if (!from || !to) return null;
  const turn = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  return (
    <>
      <path class="figure-arrow" d={path(line)} />
      <path
        class="figure-arrow"
        d="M-9 -8 L0 0 L-9 8"
        transform={`translate(${to[0]} ${to[1]}) rotate(${turn})`}
      />
    </>
  );
}
