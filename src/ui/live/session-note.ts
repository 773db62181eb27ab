import type { OpenSession } from '../../storage/open-session';
import type { LiveRequest } from './controller';
import type { ExerciseRun } from './exercise-run';
import type { LiveParts } from './live-parts';
import type { RunningSet } from './running-set';
import type { SessionKeeper } from './session-keeper';

/** Writes down where a live session stands, for who loses the page, and has what an earlier page wrote. */
export class SessionNote {
  readonly #parts: Pick<LiveParts, 'openSession' | 'now'>;
  readonly #request: LiveRequest;
  /** The interrupted session that is to be gone on with; null when there is none, or it is not wanted. */
  readonly earlier: OpenSession | null;

  constructor(parts: Pick<LiveParts, 'openSession' | 'now'>, request: LiveRequest) {
    this.#parts = parts;
    this.#request = request;
    this.earlier = request.goOn === true ? parts.openSession.load(parts.now()) : null;
  }

  /** Where it stands now, written as soon as all of that is kept: the note never says more than the record. */
  write(keeper: SessionKeeper, run: ExerciseRun, set: RunningSet | null): void {
    const session = {
      savedAt: this.#parts.now(),
      choice: this.#request.exercise,
      stand: run.stand,
      reps: run.doneOf(set?.done ?? []),
    };
    keeper.afterwards((sessionId) => {
      this.#parts.openSession.save({ sessionId, ...session });
    });
  }

  /** The session has ended regularly. An earlier one to which nothing was added can still be gone on with. */
  clear(keeper: SessionKeeper): void {
    if (keeper.id !== null) this.#parts.openSession.clear();
  }
}
