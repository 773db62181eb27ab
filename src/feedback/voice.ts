import type { CueKind, Utterance } from '../core/coach/cue';
import { CUTTABLE } from '../core/coach/cue-rules';
import { feedbackFault, given, type FeedbackFault, type FeedbackResult } from './feedback-fault';

/** What is needed of the browser's `speechSynthesis`. */
export type Synthesiser = Pick<
  SpeechSynthesis,
  'speaking' | 'pending' | 'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'
>;

/** Brisk, and still clear from three metres. The coach's estimates are made for it. */
const RATE = 1.1;
/** Voices come some time after the page in some browsers; waited for once, in {@link Voice.unlock}. */
const VOICES_WITHIN_MS = 1500;

/** So long after it a sentence may come back as heard by the microphone. */
const ECHO_MS = 1500;

/** Said only in their moment: when the voice still speaks, against all estimates, they are left out. */
const MOMENTARY: readonly CueKind[] = ['count', 'countdown'];
/** Whatever comes next cuts them: half of it lost harms nobody, and what came to an end is over. */
const YIELDING: readonly CueKind[] = [...CUTTABLE, 'debrief'];

/**
 * Says short texts, one at a time. What a slow voice has not quite said when the next cue comes is said to its end, and the next one
 * follows at once; one may wait so, not two. A number does not wait, it is left out: its tick has sounded already. What the coach lets
 * be cut (praise, advice) is cut.
 *
 * Only voices of the machine itself are used: others send the text to a server.
 */
export class Voice {
  readonly #synthesiser: Synthesiser;
  readonly #makeUtterance: (text: string) => SpeechSynthesisUtterance;
  readonly #onFault: (fault: FeedbackFault) => void;
  #voice: SpeechSynthesisVoice | null = null;
  #volume = 1;
  /** What was begun last. */
  #saying: CueKind | null = null;
  #wanted: string | null = null;
  #language = 'en';
  /** Held on to: some browsers forget an utterance that nobody refers to, in the middle of a word. */
  readonly #held = new Set<SpeechSynthesisUtterance>();

  /** Said, and perhaps still in the room: recognisers answer about a second after the sound. */
  readonly #audible = new Set<string>();

  constructor(
    synthesiser: Synthesiser,
    onFault: (fault: FeedbackFault) => void,
    makeUtterance: (text: string) => SpeechSynthesisUtterance = (text) => new SpeechSynthesisUtterance(text),
  ) {
    this.#synthesiser = synthesiser;
    this.#onFault = onFault;
    this.#makeUtterance = makeUtterance;
    this.#chooseVoice();
    synthesiser.addEventListener('voiceschanged', this.#chooseVoice);
  }

  /** False while tones must stand in for words. */
  get canSpeak(): boolean {
    return this.#voice !== null;
  }

  /** What is being said, or was a moment ago. */
  get audible(): readonly string[] {
    return [...this.#audible];
  }

  async unlock(): Promise<FeedbackResult<null>> {
    // Inside the click: some browsers let only what was spoken in one speak later.
    this.#speak('', 0);
    if (this.#voice === null) await this.#voicesToCome();
    return this.canSpeak
      ? given(null)
      : feedbackFault('no-voice', `no voice for ${this.#language} on this machine`);
  }

  say({ text, interrupts }: Pick<Utterance, 'text' | 'interrupts'>, kind: CueKind): void {
    if (this.#voice === null || this.#volume === 0) return;
    const { speaking, pending } = this.#synthesiser;
    const isBusy = speaking || pending;
    if (isBusy && MOMENTARY.includes(kind) && !interrupts) return;
    const isCut = interrupts || pending || (this.#saying !== null && YIELDING.includes(this.#saying));
    if (isBusy && isCut) this.#synthesiser.cancel();
    this.#saying = kind;
    this.#speak(text, this.#volume);
  }

  /** @param uri of a voice of this machine; where it is gone, null, or of another language, the best one speaks */
  choose(uri: string | null, language: string): void {
    if (uri === this.#wanted && language === this.#language) return;
    this.#wanted = uri;
    this.#language = language;
    this.#chooseVoice();
  }

  /** @param volume 0 … 1 */
  setVolume(volume: number): void {
    this.#volume = volume;
    if (volume === 0) this.silence();
  }

  silence(): void {
    this.#synthesiser.cancel();
  }

  dispose(): void {
    this.#synthesiser.removeEventListener('voiceschanged', this.#chooseVoice);
    this.silence();
  }

  #speak(text: string, volume: number): void {
    const utterance = this.#makeUtterance(text);
    utterance.voice = this.#voice;
    utterance.lang = this.#voice?.lang ?? this.#language;
    utterance.rate = RATE;
    utterance.volume = volume;
    utterance.onend = () => {
      this.#release(utterance);
    };
    utterance.onerror = ({ error }) => {
      this.#release(utterance);
      this.#fail(error);
    };
    this.#held.add(utterance);
    this.#audible.add(text);
    this.#synthesiser.speak(utterance);
  }

  #release(utterance: SpeechSynthesisUtterance): void {
    this.#held.delete(utterance);
    setTimeout(() => this.#audible.delete(utterance.text), ECHO_MS);
  }

  /** A voice that fails is not tried again until the voices change; tones stand in. */
  #fail(error: SpeechSynthesisErrorCode): void {
    const wasMeant = error === 'canceled' || error === 'interrupted';
    // Before the first click speech is refused; that is no fault of the voice.
    if (wasMeant || error === 'not-allowed' || this.#voice === null) return;
    this.#voice = null;
    this.#onFault({ code: 'no-voice', detail: error });
  }

  readonly #chooseVoice = (): void => {
    const voices = this.#synthesiser.getVoices();
    this.#voice =
      fittingVoices(voices, this.#language).find(({ voiceURI }) => voiceURI === this.#wanted) ??
      bestVoice(voices, this.#language);
  };

  #voicesToCome(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#synthesiser.removeEventListener('voiceschanged', done);
        resolve();
      };
      const timer = setTimeout(done, VOICES_WITHIN_MS);
      this.#synthesiser.addEventListener('voiceschanged', done);
    });
  }
}

/**
 * The voices of this machine that speak a language.
 *
 * @param language its code of two letters; a voice's may name a country, too, with a hyphen or an underscore
 */
export const fittingVoices = (
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): readonly SpeechSynthesisVoice[] =>
  voices.filter(({ localService, lang }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language);

/** A voice of this machine that speaks a language; the person's default first. */
export function bestVoice(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): SpeechSynthesisVoice | null {
  const fitting = fittingVoices(voices, language);
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}
