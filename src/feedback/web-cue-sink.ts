import type { Cue, CueKind, Tone } from '../core/coach/cue';
import type { CueSink, CueVolume } from './cue-sink';
import { given, type FeedbackFault, type FeedbackResult } from './feedback-fault';
import { TonePlayer } from './tone-player';
import { Voice, type Synthesiser } from './voice';

/** What sounds in place of words that have no tone of their own, while there is no voice. */
const TONE_FOR_WORDS: Readonly<Partial<Record<CueKind, Tone>>> = {
  ready: 'hold-start',
  recognition: 'regained',
  countdown: 'countdown',
};

/** Gives cues through the browser: tones by WebAudio, words by speech synthesis, tones alone where nobody can speak. */
export class WebCueSink implements CueSink {
  readonly #tones: TonePlayer;
  readonly #voice: Voice | null;
  #volume: CueVolume = { voiceOn: true, tonesOn: true, volume: 1 };

  constructor(tones: TonePlayer, voice: Voice | null) {
    this.#tones = tones;
    this.#voice = voice;
  }

  async unlock(): Promise<FeedbackResult<null>> {
    // Both are begun within the same click; neither waits for the other.
    const unlocking = [this.#tones.unlock(), this.#voice?.unlock() ?? Promise.resolve(NO_VOICE)];
    const results = await Promise.all(unlocking);
    return results.find(({ ok }) => !ok) ?? given(null);
  }

  give({ kind, tone, speech }: Cue): void {
    const { voiceOn, tonesOn } = this.#volume;
    const canSpeak = voiceOn && this.#voice?.canSpeak === true;
    const sound = tone ?? (speech !== null && !canSpeak ? (TONE_FOR_WORDS[kind] ?? null) : null);
    if (tonesOn && sound !== null) this.#tones.play(sound);
    if (canSpeak && speech !== null) this.#voice.say(speech, kind);
  }

  setVolume(volume: CueVolume): void {
    this.#volume = volume;
    this.#tones.setVolume(volume.volume);
    this.#voice?.setVolume(volume.voiceOn ? volume.volume : 0);
  }

  silence(): void {
    this.#voice?.silence();
  }

  dispose(): void {
    this.#voice?.dispose();
    this.#tones.dispose();
  }
}

const NO_VOICE: FeedbackResult<null> = {
  ok: false,
  fault: { code: 'no-voice', detail: 'the browser cannot speak' },
};

/** The app's sink. `onFault` hears what fails later than {@link CueSink.unlock}. */
export function openCueSink(onFault: (fault: FeedbackFault) => void): CueSink {
  // Missing in some browsers, whatever the types say.
  const { speechSynthesis } = globalThis as { readonly speechSynthesis?: Synthesiser };
  const voice = speechSynthesis === undefined ? null : new Voice(speechSynthesis, onFault);
  return new WebCueSink(new TonePlayer(), voice);
}

/** Unlocks sound with the first click or key press on the page, whatever it is for. Gives back how to stop waiting. */
export function unlockOnFirstGesture(
  sink: CueSink,
  page: EventTarget,
  onResult: (result: FeedbackResult<null>) => void,
): () => void {
  const stop = (): void => {
    for (const type of GESTURES) page.removeEventListener(type, unlock);
  };
  const unlock = (): void => {
    stop();
    void sink.unlock().then(onResult);
  };
  for (const type of GESTURES) page.addEventListener(type, unlock);
  return stop;
}

const GESTURES = ['pointerdown', 'keydown', 'touchend'] as const;
