import { createBodyTracker } from '../../src/core/body/body-tracker';
import { coach as words } from '../../src/ui/messages/en/coach';
import { startCoach, stepCoach } from '../../src/core/coach/coach';
import type { Cue } from '../../src/core/coach/cue';
import type { LiveStatus } from '../../src/core/exercise/definition';
import type { ExerciseEvent } from '../../src/core/exercise/events';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { createSetEngine } from '../../src/core/session/create-set-engine';
import { addEntry, emptySet, type SetRecord } from '../../src/core/session/record';
import { entryOfEvent } from '../../src/core/session/record-convert';
import { EMPTY_REPLAY, rememberPose, replaysOf } from '../../src/core/session/record-replay';
import type { SetState } from '../../src/core/session/set-engine';
import type { ExerciseId } from '../../src/core/terms/ids';
import { exerciseById, exercises } from '../../src/exercises/registry';
import { toCurves } from '../../src/ui/model/curves';
import { aSetStart } from './session-builders';

/** A set as the app lives through it and keeps it. */
export interface KeptSet {
  readonly set: SetRecord;
  readonly state: SetState;
  readonly events: readonly ExerciseEvent[];
  /** What was said. */
  readonly cues: readonly Cue[];
  /** What was drawn over the picture, frame by frame. */
  readonly shown: readonly { readonly atMs: number; readonly faults: LiveStatus['faults'] }[];
}

/** Lives through pose frames with what the movement model said of each, as a session does: engine, coach, what is kept. */
export function keepSet(
  exercise: ExerciseId,
  poses: readonly PoseFrame[],
  estimates: readonly (MovementEstimate | null)[],
): KeptSet {
  const engine = createSetEngine({ exercise, definitions: exercises });
  const tracker = createBodyTracker();
  const text = exerciseById(exercise);
  const coached = text
    ? { id: exercise, cues: text.text.cues, prescription: text.prescription, betweenSets: null }
    : null;
  let coach = startCoach();
  let recent = EMPTY_REPLAY;
  let set = emptySet(1, aSetStart({ exercise }));
  const [events, cues, shown]: [ExerciseEvent[], Cue[], KeptSet['shown'][number][]] = [[], [], []];
  const keep = (news: readonly ExerciseEvent[]): void => {
    events.push(...news);
    const entries = news.flatMap((event) => entryOfEvent(event) ?? []);
    set = [...entries, ...replaysOf(recent, news)].reduce(addEntry, set);
  };
  const frames = poses.map((pose, i) => {
    const atMs = pose.timestampMs;
    const {
      events: news,
      frame,
      live,
    } = engine.step({
      tracked: tracker.step(pose),
      movement: estimates[i] ?? null,
    });
    recent = rememberPose(recent, pose);
    keep(news);
    const said = stepCoach(
      coach,
      { atMs, exercise: coached, events: news, live },
      { words, nameOf: (id) => id, equipmentOf: () => null, newViewOf: () => null, saySide: 'never' },
    );
    coach = said.state;
    cues.push(...said.cues);
    shown.push({ atMs, faults: live.faults });
    return frame;
  });
  const end = engine.finish();
  keep(end.events);
  return { set: { ...set, curves: toCurves(frames) }, state: end.state, events, cues, shown };
}
