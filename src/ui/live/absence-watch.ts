import type { SessionFrame } from '../../pipeline/live-session';

/** Out of sight for this long in the middle of a set, the person has left: longer than any turn or bend out of the picture. */
const LEFT_AFTER_MS = 6000;
/** Back and in sight for this long, the person is ready to go on: not while walking in. */
const BACK_AFTER_MS = 1500;

/** Notices that the person leaves, and that somebody stands ready again. Time is the frames'. */
export class AbsenceWatch {
  #seenMs: number | null = null;
  #quietSinceMs: number | null = null;

  /** Work begins, or goes on: what was before says nothing. */
  restart(): void {
    this.#seenMs = null;
    this.#quietSinceMs = null;
  }

  /** @returns whether the person has been gone for too long to be still at work */
  hasLeft({ pose, tracked }: SessionFrame): boolean {
    if (tracked.lost === null) this.#seenMs = pose.timestampMs;
    this.#seenMs ??= pose.timestampMs;
    return pose.timestampMs - this.#seenMs > LEFT_AFTER_MS;
  }

  /**
   * @param isLying whether the exercise is done lying: then nobody stands ready, being in sight is enough
   * @returns whether the person is back and stands still
   */
  isBack({ pose, tracked }: SessionFrame, isLying: boolean): boolean {
    const isReady = tracked.lost === null && (isLying || tracked.quiet);
    this.#quietSinceMs = isReady ? (this.#quietSinceMs ?? pose.timestampMs) : null;
    return this.#quietSinceMs !== null && pose.timestampMs - this.#quietSinceMs >= BACK_AFTER_MS;
  }
}
