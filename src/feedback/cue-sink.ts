import type { Cue } from '../core/coach/cue';
import type { FeedbackResult } from './feedback-fault';

/** How cues are given. */
export interface CueVolume {
  readonly speak: 'all' | 'counts-and-faults' | 'faults' | 'nothing';
  /** Of the chosen voice; null takes the best one. */
  readonly voiceUri: string | null;
  /** Of what is said, by its code of two letters; only a voice of this language speaks. */
  readonly language: string;
  readonly tonesOn: boolean;
  /** 0 silent … 1 full. */
  readonly voiceVolume: number;
  readonly toneVolume: number;
}

/** The port behind which voice and tones are given. Giving never throws and never waits. */
export interface CueSink {
  /**
   * Allows sound; to be called in a click or key press, since browsers forbid sound before one. Safe to call again.
   * A fault says what is missing; whatever else works, works.
   */
  unlock(): Promise<FeedbackResult<null>>;
  give(cue: Cue): void;
  setVolume(volume: CueVolume): void;
  /** What is being said, or was a moment ago: what a microphone may hear of it. */
  readonly audible: readonly string[];
  /** Falls silent at once. */
  silence(): void;
  dispose(): void;
}
