import type { Cue } from '../../src/core/coach/cue';
import type { CueSink, CueVolume } from '../../src/feedback/cue-sink';
import { given, type FeedbackResult } from '../../src/feedback/feedback-fault';

/** Writes down every cue it is given. */
export class FakeCueSink implements CueSink {
  readonly cues: Cue[] = [];
  volume: CueVolume | null = null;
  unlocked = 0;
  audible: readonly string[] = [];

  /** What was said, in order. */
  get spoken(): string[] {
    return this.cues.flatMap(({ speech }) => (speech === null ? [] : [speech.text]));
  }

  unlock(): Promise<FeedbackResult<null>> {
    this.unlocked += 1;
    return Promise.resolve(given(null));
  }

  give(cue: Cue): void {
    this.cues.push(cue);
  }

  setVolume(volume: CueVolume): void {
    this.volume = volume;
  }

  silence(): void {
    this.cues.length = 0;
  }

  dispose(): void {
    this.silence();
  }
}
