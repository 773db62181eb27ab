import type { Tone } from '../core/coach/cue';
import { feedbackFault, given, type FeedbackResult } from './feedback-fault';
import { TONE_NOTES, toneMs, type Note } from './tones';

/** Rise and fall of a note: a hard edge clicks. */
const EDGE_S = 0.008;
/** A tone waits this long at most for the one before it, so that a count stays within a quarter of a second. */
const LONGEST_WAIT_S = 0.15;

/** Plays tones with WebAudio. Before {@link unlock} nothing sounds: browsers forbid it. */
export class TonePlayer {
  readonly #openAudio: () => AudioContext;
  #audio: AudioContext | null = null;
  #output: GainNode | null = null;
  #volume = 1;
  #freeAtS = 0;

  constructor(openAudio: () => AudioContext = () => new AudioContext({ latencyHint: 'interactive' })) {
    this.#openAudio = openAudio;
  }

  async unlock(): Promise<FeedbackResult<null>> {
    try {
      const audio = this.#open();
      if (audio.state !== 'running') await audio.resume();
      return given(null);
    } catch (error) {
      return feedbackFault('no-sound', String(error));
    }
  }

  /** Sounds a tone at once, or right after the one that still sounds. */
  play(tone: Tone): void {
    const audio = this.#audio;
    const output = this.#output;
    if (audio === null || output === null || this.#volume === 0) return;
    // The browser suspends audio when the machine slept; the next tone wakes it.
    if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
    const now = audio.currentTime;
    const startS = Math.min(Math.max(now, this.#freeAtS), now + LONGEST_WAIT_S);
    for (const note of TONE_NOTES[tone]) playNote(audio, output, note, startS);
    this.#freeAtS = startS + toneMs(tone) / 1000;
  }

  /** @param volume 0 … 1 */
  setVolume(volume: number): void {
    this.#volume = volume;
    if (this.#output !== null) this.#output.gain.value = volume;
  }

  dispose(): void {
    const audio = this.#audio;
    this.#audio = null;
    this.#output = null;
    void audio?.close().catch(() => undefined);
  }

  #open(): AudioContext {
    if (this.#audio !== null) return this.#audio;
    const audio = this.#openAudio();
    this.#output = audio.createGain();
    this.#output.gain.value = this.#volume;
    this.#output.connect(audio.destination);
    this.#audio = audio;
    this.#freeAtS = 0;
    return audio;
  }
}

function playNote(audio: AudioContext, output: AudioNode, note: Note, toneStartS: number): void {
  const startS = toneStartS + note.atMs / 1000;
  const endS = startS + note.forMs / 1000;
  const envelope = audio.createGain();
  envelope.gain.setValueAtTime(0, startS);
  envelope.gain.linearRampToValueAtTime(note.level, startS + EDGE_S);
  envelope.gain.setValueAtTime(note.level, endS - EDGE_S);
  envelope.gain.linearRampToValueAtTime(0, endS);
  const oscillator = audio.createOscillator();
  oscillator.type = note.wave;
  oscillator.frequency.value = note.hz;
  oscillator.connect(envelope).connect(output);
  oscillator.start(startS);
  oscillator.stop(endS);
  oscillator.onended = () => envelope.disconnect();
}
