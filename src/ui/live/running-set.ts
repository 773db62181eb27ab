import type { ExerciseId } from '../../core/terms/ids';
import { addEntry, emptySet, type SetEntry, type SetRecord, type SetStart } from '../../core/session/record';
import type { PoseFrame } from '../../core/pose/pose-frame';
import { entryOfEvent } from '../../core/session/record-convert';
import { EMPTY_REPLAY, rememberPose, replaysOf } from '../../core/session/record-replay';
import type { SetEngine, SetState, SetStep } from '../../core/session/set-engine';
import type { DoneRep } from '../../core/session/programme-stand';
import type { Millis, PerSide, Side } from '../../core/units';
import { doneRep } from '../model/live-view';
import { STEADY_PACE, stepPace, type PaceWatch } from '../../core/session/pace-watch';
import type { SessionKeeper } from './session-keeper';

/** The set that is being done: the engine that counts it, and what is kept of it as it happens. */
export class RunningSet {
  readonly engine: SetEngine;
  readonly #keeper: SessionKeeper;
  #state: SetState | null = null;
  #recent = EMPTY_REPLAY;
  #record: SetRecord;
  #pace = STEADY_PACE;

  constructor(engine: SetEngine, keeper: SessionKeeper, start: SetStart) {
    this.engine = engine;
    this.#keeper = keeper;
    this.#record = emptySet(1, start);
    keeper.beginSet(start);
  }

  /** Keeps what a frame gave. */
  keep(pose: PoseFrame, step: SetStep): void {
    this.#state = step.state;
    this.#recent = rememberPose(this.#recent, pose);
    // First what was counted: a tab that is closed now must not lose it to the curves.
    this.#keepEvents(step.events);
    this.#keeper.measure(step.frame);
  }

  /** Watches whether pictures come fast enough to count exactly; a count that is not sure is kept as such. */
  watchPace(atMs: Millis, fps: number, least: number): PaceWatch {
    const before = this.#pace;
    this.#pace = stepPace(before, atMs, fps, least);
    if (this.#pace.isBehind && !before.isBehind) this.#keepSlow();
    return this.#pace;
  }

  #keepSlow(): void {
    const { slowestFps } = this.#pace;
    if (slowestFps !== null) this.#keepEntry({ kind: 'slow', fps: Math.round(slowestFps * 10) / 10 });
  }

  /**
   * The person says which exercise it is. What was done as another one stays as it is, in a set of its own.
   *
   * @param start of the new set where there is one
   */
  choose(exercise: ExerciseId, start: SetStart): void {
    if (this.#state !== null && this.#state.exercise !== exercise && hasContents(this.#state)) {
      this.finish();
      this.#record = emptySet(1, start);
      this.#keeper.beginSet(start);
    }
    this.engine.choose(exercise);
  }

  /** What is kept of it, without the curves. */
  get record(): SetRecord {
    return this.#record;
  }

  /** Repetitions counted so far, in turn. */
  get done(): readonly DoneRep[] {
    return this.#state?.reps.map(doneRep) ?? [];
  }

  /** Repetitions counted so far per side; null where the set is of holds or empty. */
  get reps(): PerSide<number> | null {
    const reps = this.#state?.reps ?? [];
    if (reps.length === 0) return null;
    const of = (side: Side): number => reps.filter((rep) => rep.side === side).length;
    return { left: of('left'), right: of('right') };
  }

  /** The set's last events are kept; a hold that still runs ends here. */
  finish(): void {
    this.#keepEvents(this.engine.finish().events);
    this.#keepSlow();
    this.#keeper.endSet();
  }

  #keepEvents(events: SetStep['events']): void {
    for (const event of events) {
      const entry = entryOfEvent(event);
      if (entry) this.#keepEntry(entry);
    }
    for (const replay of replaysOf(this.#recent, events)) this.#keepEntry(replay);
  }

  #keepEntry(entry: SetEntry): void {
    this.#record = addEntry(this.#record, entry);
    this.#keeper.keep(entry);
  }
}

const hasContents = ({ reps, partials, holds, faults }: SetState): boolean =>
  [reps, partials, holds, faults].some(({ length }) => length > 0);
