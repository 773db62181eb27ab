const TICK_MS = 1000;
/** Ticks without a picture. A camera at three pictures a second is slow, one of none in five seconds does not work. */
const LONGEST_SILENCE = 5;
/** The first picture may take longer: some cameras open a shutter or measure the light. */
const LONGEST_START = 10;

/**
 * Notices a camera that is open, says that all is well, and gives no pictures: some freeze without ever telling.
 *
 * Time is counted in ticks of a timer that runs only while the page does. A laptop that slept for an hour is an hour older
 * by the clock and one tick older here; a hidden tab gets no pictures and counts none.
 */
export class SilenceWatch {
  readonly #page: Pick<Document, 'visibilityState'>;
  readonly #onSilence: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #left = LONGEST_START;

  constructor(page: Pick<Document, 'visibilityState'>, onSilence: () => void) {
    this.#page = page;
    this.#onSilence = onSilence;
  }

  start(): void {
    this.#timer = setInterval(() => {
      if (this.#page.visibilityState === 'hidden') return;
      this.#left -= 1;
      if (this.#left > 0) return;
      this.stop();
      this.#onSilence();
    }, TICK_MS);
  }

  /** A picture has come. */
  heard(): void {
    this.#left = LONGEST_SILENCE;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
