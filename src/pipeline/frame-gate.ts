/**
 * Lets one frame through at a time and keeps the newest of those that arrive meanwhile. The rest is dropped, counted and
 * released: a late cue is worth nothing, so latest wins.
 *
 * With an answer the next frame is asked about before the answer is used: what looks at answers and what gives them work on
 * different cores, and neither shall wait for the other.
 *
 * Whoever offers a frame gives it away: the gate hands it to `ask`, or releases it.
 */
export class FrameGate<Frame, Answer> {
  readonly #ask: (frame: Frame) => Promise<Answer>;
  readonly #use: (answer: Answer) => void;
  readonly #release: (frame: Frame) => void;
  #pending: Frame | null = null;
  #running: Promise<void> | null = null;
  #isClosed = false;
  #dropped = 0;

  /** `ask` must not reject, and `use` must not throw. */
  constructor(
    ask: (frame: Frame) => Promise<Answer>,
    use: (answer: Answer) => void,
    release: (frame: Frame) => void,
  ) {
    this.#ask = ask;
    this.#use = use;
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
    let asked = this.#askNext();
    while (asked !== null) {
      const answer = await asked;
      asked = this.#askNext();
      this.#use(answer);
    }
    this.#running = null;
  }

  #askNext(): Promise<Answer> | null {
    const frame = this.#pending;
    this.#pending = null;
    return frame === null ? null : this.#ask(frame);
  }
}
