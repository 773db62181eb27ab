import { findClips } from '../../scripts/evaluate/clips';
import { FIXTURES } from '../../scripts/evaluate/options';
import { emptySession, emptySet, type SessionRecord } from '../../src/core/session/record';
import { aSetStart, aStart, EVENING, repRecord } from './session-builders';
import { motionOf, type TrueMotion } from './sensor-file';
import { createRandom, gaussian } from './simulator/random';

/** Hip hikes with drops, of which the truth is known. */
export function trueHikes(): TrueMotion {
  const clip = findClips(FIXTURES).find(({ name }) => name.startsWith('d08'));
  if (clip === undefined) throw new Error('the fixture is missing');
  return motionOf(clip.truth);
}

/** A session in which a camera read this motion with an error of 1° and a bias of −1.5°. */
export function sensorSession(id: string, { timesS, obliquityDeg }: TrueMotion): SessionRecord {
  const random = createRandom(3);
  const nothing = timesS.map(() => null);
  return {
    ...emptySession(id, aStart()),
    ended: 'finished',
    endedAt: EVENING,
    sets: [
      {
        ...emptySet(1, aSetStart()),
        exercise: 'hip-hike',
        reps: [repRecord(1), repRecord(2)],
        curves: {
          t: timesS,
          pelvisObliquityDeg: obliquityDeg.map((deg) => deg - 1.5 + gaussian(random)),
          kneeFppaDeg: { left: nothing, right: nothing },
          bodyLineDeg: nothing,
        },
      },
    ],
  };
}
