/**
 * Lets one frame through at a time and keeps the newest of those that arrive meanwhile. The rest is dropped, counted and
 * released: a late cue is worth nothing, so latest wins.
 *
 * Whoever offers a frame gives it away: the gate hands it to `process`, or releases it.
 */
export class FrameGate<Frame> {
  readonly #process: (frame: Frame) => Promise<void>;
  readonly #release: (frame: Frame) => void;
  #pending: Frame | null = null;
  #running: Promise<void> | null = null;
  #isClosed = false;
  #dropped = 0;

  constructor(process: (frame: Frame) => Promise<void>, release: (frame: Frame) => void) {
    this.#process = process;
    this.#release = release;
  }

  /** How many frames were released unseen because a newer one came. */
  get dropped(): number {
    return this.#dropped;
  }

  offer(frame: Frame): void {
    if (this.#isClosed) {
      this.#release(frame);
      return;
    }
    if (this.#pending !== null) {
      this.#dropped += 1;
      this.#release(this.#pending);
    }
    this.#pending = frame;
    this.#running ??= this.#drain();
  }

  /** Takes no more frames, releases the waiting one, and resolves when the one in flight is done. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#pending !== null) this.#release(this.#pending);
    this.#pending = null;
    await this.#running;
  }

  async #drain(): Promise<void> {
    for (let frame = this.#take(); frame !== null; frame = this.#take()) await this.#process(frame);
    this.#running = null;
  }

  #take(): Frame | null {
    const frame = this.#pending;
    this.#pending = null;
    return frame;
  }
}
