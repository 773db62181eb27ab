import {
  emptySession,
  emptySet,
  type RepRecord,
  type SessionRecord,
  type SetRecord,
} from '../../../src/core/session/record';
import type { ExerciseId } from '../../../src/core/terms/ids';
import { otherSide, type Side } from '../../../src/core/units';
import { aStart } from '../session-builders';

const DAY = 86_400_000;
const EXERCISES: readonly ExerciseId[] = ['hip-hike', 'curtsy-lunge', 'side-plank', 'kettlebell-march'];

/** The same numbers on every run: a mulberry32 generator. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many sessions every other day before `nowMs`, with a left leg that gets better and a right one that was always good. */
export function manySessions(nowMs: number, sessions: number): SessionRecord[] {
  const random = numbers(7);
  return Array.from({ length: sessions }, (_, index) => {
    const startedAt = nowMs - (index * 1.9 + 0.05 + 0.3 * random()) * DAY;
    const progress = sessions < 2 ? 0 : 1 - index / (sessions - 1);
    const exercise = EXERCISES[index % EXERCISES.length] ?? 'hip-hike';
    return {
      ...emptySession(`many-${index}`, aStart({ startedAt })),
      ended: 'finished',
      endedAt: startedAt + 600_000,
      sets: [
        exercise === 'side-plank'
          ? plank(startedAt, progress, random)
          : lifts(exercise, startedAt, progress, random),
      ],
    };
  });
}

function lifts(exercise: ExerciseId, startedAt: number, progress: number, random: () => number): SetRecord {
  const isMarch = exercise === 'kettlebell-march';
  const reps = Array.from({ length: 10 + 2 * Math.round(3 * progress) }, (_, index): RepRecord => {
    const side: Side = index % 2 === 0 ? 'left' : 'right';
    const leg = isMarch ? otherSide(side) : side;
    const dropDeg = (leg === 'left' ? 8.5 - 5 * progress : 3) + 2.4 * (random() - 0.5);
    const kneeDeg = 6 + 4 * (random() - 0.5);
    const startS = 1 + index * 3;
    const times = { startS, peakS: startS + 1, endS: startS + 2, countedAtS: startS + 2 };
    return {
      n: index + 1,
      side,
      ...times,
      verdicts: {
        'hip-drop': { verdict: dropDeg >= 7 ? 'fault' : 'ok', peakDeg: dropDeg, sdDeg: 1.4, side: leg },
        ...(exercise === 'curtsy-lunge'
          ? { 'knee-collapse': { verdict: 'ok', peakDeg: kneeDeg, sdDeg: 2, side: leg } }
          : {}),
      },
    };
  });
  return { ...emptySet(1, { exercise, startedAt, target: null }), reps };
}

/** Hip tests, newest first: a left leg that gets better. */
export const stands = (nowMs: number, count: number): SessionRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const startedAt = nowMs - (3 + index * 15) * DAY;
    const drop = index === 0 ? 5.2 : 7.5 + index;
    const hold = (side: Side, startS: number, deg: number) => ({
      side,
      startS,
      endS: startS + 30.4,
      inPositionS: deg > 7 ? 24 : 30,
      breaks: deg > 7 ? [{ fault: 'hip-drop' as const, startS: startS + 17, endS: startS + 22 }] : [],
      judged: {
        fault: 'hip-drop' as const,
        side,
        lineDeg: 7,
        t: [startS + 1, startS + 20],
        deg: [1, deg],
        sdDeg: [1.4, 1.4],
      },
    });
    return {
      ...emptySession(`stand-${index}`, aStart({ startedAt })),
      ended: 'finished',
      endedAt: startedAt + 300_000,
      sets: [
        {
          ...emptySet(1, { exercise: 'single-leg-stand', startedAt, target: null }),
          holds: [hold('left', 2, drop), hold('right', 50, 2.5)],
          faults:
            drop > 7
              ? [{ fault: 'hip-drop', side: 'left', startS: 19, endS: 24, flaggedAtS: 19.3, peakDeg: drop }]
              : [],
        },
      ],
    };
  });

function plank(startedAt: number, progress: number, random: () => number): SetRecord {
  const hold = (side: Side, startS: number) => {
    const inPositionS = 18 + 14 * progress + 3 * random();
    return { side, startS, endS: startS + inPositionS, inPositionS, breaks: [] };
  };
  return {
    ...emptySet(1, { exercise: 'side-plank', startedAt, target: null }),
    holds: [hold('left', 2), hold('right', 60)],
  };
}
