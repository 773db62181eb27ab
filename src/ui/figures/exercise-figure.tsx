import type { ExerciseId } from '../../core/terms/ids';
import { FIGURE_POSES, type FigurePose } from './poses';
import './figures.css';

const path = (limb: readonly (readonly [number, number])[]): string =>
  limb.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');

/** A person doing the exercise, with what the camera watches in the accent colour. Decoration: the name stands beside it. */
export function ExerciseFigure({ exercise }: { exercise: ExerciseId | 'auto' }) {
  return (
    <svg class="figure" viewBox="0 0 200 200" aria-hidden="true">
      {exercise === 'auto' ? <AutoFigure /> : <Person pose={FIGURE_POSES[exercise]} />}
    </svg>
  );
}

function Person({ pose }: { pose: FigurePose }) {
  const [[shoulderA, shoulderB], [hipA, hipB]] = [pose.shoulders, pose.hips];
  return (
    <>
      {pose.floor.map((line) => (
        <path class="figure-floor" d={path(line)} />
      ))}
      {pose.far.map((limb) => (
        <path class="figure-limb figure-far" d={path(limb)} />
      ))}
      {pose.near.map((limb) => (
        <path class="figure-limb" d={path(limb)} />
      ))}
      <path class="figure-trunk" d={`${path([shoulderA, shoulderB, hipB, hipA])} Z`} />
      <circle class="figure-head" cx={pose.head[0]} cy={pose.head[1]} r="14" />
      {pose.kettlebell ? <Kettlebell at={pose.kettlebell} /> : null}
      <path class="figure-level" d={path(pose.level)} />
      {pose.watched.map((limb) => (
        <path class="figure-watched" d={path(limb)} />
      ))}
      {pose.arrow.length > 0 ? <Arrow limb={pose.arrow} /> : null}
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
function Arrow({ limb }: { limb: readonly (readonly [number, number])[] }) {
  const [from, to] = [limb[0], limb.at(-1)];
  if (!from || !to) return null;
  const turn = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  return (
    <>
      <path class="figure-arrow" d={path(limb)} />
      <path
        class="figure-arrow"
        d="M-9 -8 L0 0 L-9 8"
        transform={`translate(${to[0]} ${to[1]}) rotate(${turn})`}
      />
    </>
  );
}

/** "Just start moving": one person, the pelvis line, and echoes of what could come. */
function AutoFigure() {
  const pose = FIGURE_POSES['kettlebell-march'];
  return (
    <>
      <path class="figure-limb figure-echo" d="M87 106 L64 140 L50 180" />
      <path class="figure-limb figure-echo" d="M113 106 L150 138 L160 180" />
      <path class="figure-limb figure-echo" d="M120 58 L146 76 L172 70" />
      <Person
        pose={{
          ...pose,
          near: [
            [
              [80, 58],
              [70, 84],
              [70, 108],
            ],
            [
              [120, 58],
              [130, 84],
              [130, 108],
            ],
            [
              [87, 106],
              [87, 146],
              [87, 182],
            ],
            [
              [113, 106],
              [113, 146],
              [113, 182],
            ],
          ],
          kettlebell: null,
          arrow: [],
        }}
      />
    </>
  );
}
