import type { Synthesiser } from '../../src/feedback/voice';

type Utterance = SpeechSynthesisUtterance;

export const aVoice = (given: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice => ({
  default: false,
  lang: 'en-GB',
  localService: true,
  name: 'Local',
  voiceURI: 'local',
  ...given,
});

/** A synthesiser that says things when told to, and remembers them. */
export class FakeSpeech extends EventTarget implements Synthesiser {
  speaking = false;
  pending = false;
  readonly said: Utterance[] = [];
  cancelled = 0;
  #voices: SpeechSynthesisVoice[];

  constructor(voices: SpeechSynthesisVoice[] = [aVoice()]) {
    super();
    this.#voices = voices;
  }

  get texts(): string[] {
    return this.said.map(({ text }) => text).filter((text) => text !== '');
  }

  getVoices(): SpeechSynthesisVoice[] {
    return this.#voices;
  }

  speak(utterance: Utterance): void {
    this.said.push(utterance);
    this.pending = this.speaking;
    this.speaking ||= utterance.text !== '';
  }

  cancel(): void {
    if (this.speaking) this.cancelled += 1;
    this.speaking = this.pending = false;
  }

  /** Ends what is being said, well or with an error. */
  end(error?: SpeechSynthesisErrorCode): void {
    const utterance = this.said.at(this.pending ? -2 : -1);
    this.speaking = this.pending;
    this.pending = false;
    if (utterance === undefined) return;
    if (error === undefined) utterance.onend?.call(utterance, new Event('end') as SpeechSynthesisEvent);
    else utterance.onerror?.call(utterance, { error } as SpeechSynthesisErrorEvent);
  }

  changeVoices(voices: SpeechSynthesisVoice[]): void {
    this.#voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
}

export const makeUtterance = (text: string): Utterance =>
  ({ text, voice: null, lang: '', rate: 1, volume: 1, onend: null, onerror: null }) as unknown as Utterance;
