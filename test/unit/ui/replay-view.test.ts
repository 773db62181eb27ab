import { describe, expect, it } from 'vitest';
import { createBodyTracker } from '../../../src/core/body/body-tracker';
import { LANDMARK, type LandmarkName } from '../../../src/core/pose/landmark';
import { IMAGE_STRIDE } from '../../../src/core/pose/pose-frame';
import { addEntry, emptySet, type SetRecord } from '../../../src/core/session/record';
import { entryOfEvent } from '../../../src/core/session/record-convert';
import { EMPTY_REPLAY, rememberPose, replaysOf } from '../../../src/core/session/record-replay';
import { toCurves } from '../../../src/ui/model/curves';
import { viewReplay } from '../../../src/ui/model/replay-view';
import { reviewSet, type JudgedRep } from '../../../src/ui/model/review-view';
import { aSetStart } from '../../support/session-builders';
import { createSetEngine } from '../../../src/core/session/create-set-engine';
import { exercises } from '../../../src/exercises/registry';
import { plainPlans } from '../../support/run-set';
import { AVERAGE_BUILD, film, simulateMovement } from '../../support/simulator';

/** A simulated set as the app keeps it. */
function keptSet(): SetRecord {
  const { poses } = film(simulateMovement('curtsy-lunge', AVERAGE_BUILD, plainPlans('curtsy-lunge', 3)));
  const engine = createSetEngine({ exercise: 'curtsy-lunge', definitions: exercises });
  let recent = EMPTY_REPLAY;
  let set = emptySet(1, aSetStart());
  const tracker = createBodyTracker();
  const frames = poses.map((pose) => {
    const { events, frame } = engine.step({ tracked: tracker.step(pose), movement: null });
    recent = rememberPose(recent, pose);
    const entries = events.flatMap((event) => entryOfEvent(event) ?? []);
    set = [...entries, ...replaysOf(recent, events)].reduce(addEntry, set);
    return frame;
  });
  return { ...set, curves: toCurves(frames) };
}

const set = keptSet();
const repsOf = (of: SetRecord): readonly JudgedRep[] =>
  reviewSet(of).reps.filter(({ outcome }) => outcome !== 'partial');
const [rep] = repsOf(set);
if (!rep) throw new Error('no repetition');

/** The first repetition, with this fault found in it and these spans kept. */
function flagged(faults: SetRecord['faults']): SetRecord {
  const knee = { verdict: 'fault', peakDeg: 14, side: 'left' } as const;
  const verdicts = { 'knee-collapse': knee };
  const legs = { 'knee-collapse': [knee] };
  return {
    ...set,
    faults,
    reps: set.reps.map((one) => (one.n === 1 ? { ...one, verdicts, legs, judged: [] } : one)),
  };
}
const faultsAt = (of: SetRecord, timeS: number) => {
  const [first] = repsOf(of);
  return first ? viewReplay(of, first)?.at(timeS).faults : undefined;
};

describe('the replay of a repetition', () => {
  it('spans it, and its still is the deepest moment', () => {
    const view = viewReplay(set, rep);
    expect(view?.fromS).toBeLessThanOrEqual(rep.startS);
    expect(view?.toS).toBeGreaterThan(rep.startS + rep.durationS / 2);
    expect(view?.stillS).toBe(set.reps[0]?.peakS);
  });

  it('shows the whole body all the time, upright and undistorted, as large as the square lets it', () => {
    const view = viewReplay(set, rep);
    if (!view) throw new Error('no replay');
    const heights: number[] = [];
    for (let timeS = view.fromS; timeS < view.toS; timeS += 0.05) {
      const { pose } = view.at(timeS);
      expect(pose.width).toBe(pose.height);
      const y = (name: LandmarkName) => pose.landmarks?.image[LANDMARK[name] * IMAGE_STRIDE + 1] ?? NaN;
      expect(y('nose')).toBeGreaterThan(0.05);
      expect(y('left-ankle')).toBeLessThan(0.97);
      expect(y('left-hip')).toBeGreaterThan(y('nose'));
      heights.push(y('left-ankle') - y('nose'));
    }
    // Standing, nose to ankle is at least three fifths of the square.
    expect(Math.max(...heights)).toBeGreaterThan(0.6);
  });

  it('marks a fault as long as it was seen to last', () => {
    const middleS = rep.startS + rep.durationS / 2;
    const span = {
      fault: 'knee-collapse',
      side: 'left',
      startS: middleS,
      endS: middleS + 0.2,
      flaggedAtS: middleS + 0.1,
      peakDeg: 12,
    } as const;
    // The other leg's span in the same repetition is not this one's.
    const spoken = flagged([span, { ...span, side: 'right', startS: rep.startS, endS: rep.endS }]);
    expect(faultsAt(spoken, middleS - 0.1)).toEqual([]);
    expect(faultsAt(spoken, middleS + 0.1)).toEqual([{ fault: 'knee-collapse', side: 'left', deg: 14 }]);
    expect(faultsAt(spoken, middleS + 0.3)).toEqual([]);
  });

  it('marks a fault that only the whole repetition made sure around its deepest moment', () => {
    const late = flagged([
      {
        fault: 'knee-collapse',
        side: 'left',
        startS: rep.endS,
        endS: rep.endS,
        flaggedAtS: rep.endS,
        peakDeg: 14,
      },
    ]);
    const peakS = set.reps[0]?.peakS ?? NaN;
    expect(faultsAt(late, peakS)).toEqual([{ fault: 'knee-collapse', side: 'left', deg: 14 }]);
    expect(faultsAt(late, rep.startS)).toEqual([]);
  });

  it('is none of a repetition of which nothing was kept, as in older sessions', () => {
    expect(viewReplay({ ...set, replays: [] }, rep)).toBeNull();
  });

  it('has no angle where none was kept', () => {
    expect(viewReplay({ ...set, curves: null }, rep)?.at(rep.startS).frame).toBeNull();
  });
});
