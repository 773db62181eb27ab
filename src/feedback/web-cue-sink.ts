import type { Cue, CueKind, Tone } from '../core/coach/cue';
import type { CueSink, CueVolume } from './cue-sink';
import { given, type FeedbackFault, type FeedbackResult } from './feedback-fault';
import { TonePlayer } from './tone-player';
import { fittingVoices, Voice, type Synthesiser } from './voice';

/** What sounds in place of words that have no tone of their own, while there is no voice. */
const TONE_FOR_WORDS: Readonly<Partial<Record<CueKind, Tone>>> = {
  ready: 'hold-start',
  recognition: 'regained',
  countdown: 'countdown',
};

const ALL_AT_FULL: CueVolume = {
  speak: 'all',
  voiceUri: null,
  language: 'en',
  tonesOn: true,
  voiceVolume: 1,
  toneVolume: 1,
};

/** With faults alone, that somebody is not seen is said too: nothing is judged then. */
const OF_FAULTS: readonly CueKind[] = ['fault', 'lost'];
/** Counts, and what they would be misunderstood without: sides, sets, clocks. */
const OF_COUNTS: readonly CueKind[] = [...OF_FAULTS, 'count', 'hold', 'countdown', 'partial', 'switch'];

function isSpoken(kind: CueKind, speak: CueVolume['speak']): boolean {
  if (speak === 'all') return true;
  return speak !== 'nothing' && (speak === 'faults' ? OF_FAULTS : OF_COUNTS).includes(kind);
}

/** Gives cues through the browser: tones by WebAudio, words by speech synthesis, tones alone where nobody can speak. */
export class WebCueSink implements CueSink {
  readonly #tones: TonePlayer;
  readonly #voice: Voice | null;
  #volume: CueVolume = ALL_AT_FULL;

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
    const { speak, tonesOn } = this.#volume;
    const canSpeak = isSpoken(kind, speak) && this.#voice?.canSpeak === true;
    const sound = tone ?? (speech !== null && !canSpeak ? (TONE_FOR_WORDS[kind] ?? null) : null);
    if (tonesOn && sound !== null) this.#tones.play(sound);
    if (canSpeak && speech !== null) this.#voice.say(speech, kind);
  }

  setVolume(volume: CueVolume): void {
    this.#volume = volume;
    this.#tones.setVolume(volume.toneVolume);
    this.#voice?.choose(volume.voiceUri, volume.language);
    this.#voice?.setVolume(volume.speak === 'nothing' ? 0 : volume.voiceVolume);
  }

  get audible(): readonly string[] {
    return this.#voice?.audible ?? [];
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

/** The voices of a language that can be chosen; none where the browser cannot speak. */
export function machineVoices(language: string): readonly SpeechSynthesisVoice[] {
  const { speechSynthesis } = globalThis as { readonly speechSynthesis?: Synthesiser };
  return fittingVoices(speechSynthesis?.getVoices() ?? [], language);
}

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
