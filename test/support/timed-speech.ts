import type { Cue, CueKind } from '../../src/core/coach/cue';
import type { CueSink, CueVolume } from '../../src/feedback/cue-sink';
import type { FeedbackResult } from '../../src/feedback/feedback-fault';
import { TonePlayer } from '../../src/feedback/tone-player';
import { Voice, type Synthesiser } from '../../src/feedback/voice';
import { WebCueSink } from '../../src/feedback/web-cue-sink';
import { FakeAudio } from './fake-audio';
import { aVoice, makeUtterance } from './fake-speech';

/** A sentence that was begun. Milliseconds of the session. */
export interface Sentence {
  readonly text: string;
  readonly kind: CueKind;
  readonly key: string;
  /** When it was decided to be said. */
  readonly atMs: number;
  /** When it is heard from; a sentence that is cut before is never heard. */
  readonly startMs: number;
  /** When it was over, or cut. */
  endMs: number;
  isCut: boolean;
}

/** A calm voice: 150 words a minute, and a synthesiser that takes a moment to begin. */
const MS_PER_WORD = 60_000 / 150;
const LAG_MS = 200;

const durationMs = (text: string): number => text.trim().split(/\s+/).length * MS_PER_WORD;

/** Speaks as long as a person would listen, by a clock that is set to each cue's own time. */
class TimedSynthesiser extends EventTarget implements Synthesiser {
  nowMs = 0;
  readonly begun: { text: string; startMs: number; endMs: number; isCut: boolean }[] = [];

  get speaking(): boolean {
    return (this.begun.at(-1)?.endMs ?? 0) > this.nowMs;
  }

  /** The last one waits for the one before it. */
  get pending(): boolean {
    return (this.begun.at(-2)?.endMs ?? 0) > this.nowMs;
  }

  getVoices(): SpeechSynthesisVoice[] {
    return [aVoice()];
  }

  speak({ text }: SpeechSynthesisUtterance): void {
    if (text === '') return;
    const freeMs = Math.max(this.nowMs, this.begun.at(-1)?.endMs ?? 0);
    const startMs = freeMs + LAG_MS;
    this.begun.push({ text, startMs, endMs: startMs + durationMs(text), isCut: false });
  }

  cancel(): void {
    for (const one of this.begun.slice(-2)) {
      if (one.endMs > this.nowMs) Object.assign(one, { endMs: this.nowMs, isCut: true });
    }
  }
}

/** The app's own voice with a synthesiser that takes its time; writes down what is heard, and what was left out. */
export class TimedSink implements CueSink {
  readonly cues: Cue[] = [];
  readonly sentences: Sentence[] = [];
  readonly #speech = new TimedSynthesiser();
  readonly #sink = new WebCueSink(
    new TonePlayer(() => new FakeAudio().asContext()),
    new Voice(this.#speech, () => undefined, makeUtterance),
  );
  give(cue: Cue): void {
    this.cues.push(cue);
    this.#speech.nowMs = cue.atMs;
    const before = this.#speech.begun.length;
    this.#sink.give(cue);
    const begun = this.#speech.begun[before];
    if (begun) {
      this.sentences.push(Object.assign(begun, { kind: cue.kind, key: cue.key, atMs: cue.atMs }));
    }
  }

  unlock(): Promise<FeedbackResult<null>> {
    return this.#sink.unlock();
  }

  setVolume(volume: CueVolume): void {
    this.#sink.setVolume(volume);
  }

  get audible(): readonly string[] {
    return this.#sink.audible;
  }

  silence(): void {
    this.#sink.silence();
  }

  dispose(): void {
    this.#sink.dispose();
  }
}
