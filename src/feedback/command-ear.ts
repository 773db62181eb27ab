import type { FeedbackFault } from './feedback-fault';

/** What is needed of the browser's `SpeechRecognition`, with the part that keeps sound on this machine. */
export interface Recogniser {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: RecognitionEvent) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
}

interface RecognitionEvent {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

/** The constructor, with what it can say of itself. */
export interface RecogniserMaker {
  new (): Recogniser;
  available?(options: {
    readonly langs: readonly string[];
    readonly processLocally: boolean;
  }): Promise<string>;
}

/** The browser's recogniser, if it has one. Chromium's older name sends sound to a server and is not asked for. */
export const browserRecogniser = (): RecogniserMaker | undefined =>
  (globalThis as { readonly SpeechRecognition?: RecogniserMaker }).SpeechRecognition;

/** With a country: recognisers have no pack for a language alone. */
const TAGS: Readonly<Record<string, string>> = { en: 'en-US', de: 'de-DE', es: 'es-ES' };
const tagOf = (language: string): string => TAGS[language] ?? language;

/**
 * Whether speech of this language is recognised on this very machine, now and without a download. Anything else is no: where that
 * cannot be asked, recognising means sending sound away.
 *
 * @param language its code of two letters
 */
export async function canHear(maker: RecogniserMaker | undefined, language: string): Promise<boolean> {
  if (typeof maker?.available !== 'function' || !('processLocally' in maker.prototype)) return false;
  try {
    return (await maker.available({ langs: [tagOf(language)], processLocally: true })) === 'available';
  } catch {
    return false;
  }
}

/** After these there is no use in listening on. */
const FINAL_ERRORS: readonly string[] = [
  'not-allowed',
  'service-not-allowed',
  'audio-capture',
  'language-not-supported',
];
/** Recognition ends by itself in a silence, and is begun anew: after a breath, so that a broken one does not spin. */
const AGAIN_AFTER_MS = 300;

export interface EarParts {
  readonly maker: RecogniserMaker | undefined;
  readonly language: string;
  readonly onHeard: (text: string) => void;
  readonly onFault: (fault: FeedbackFault) => void;
  /** Calls once after a time; gives what calls it off. */
  readonly wait: (ms: number, then: () => void) => () => void;
}

/**
 * Listens until it is stopped, on this machine or not at all.
 *
 * @returns what stops it
 */
export function listen({ maker, language, onHeard, onFault, wait }: EarParts): () => void {
  let isWanted = true;
  let recogniser: Recogniser | null = null;
  let callOff: () => void = () => undefined;
  const giveUp = (why: string): void => {
    if (isWanted) onFault({ code: 'no-listening', detail: why });
    isWanted = false;
  };
  const begin = (make: RecogniserMaker): void => {
    if (!isWanted) return;
    recogniser = prepared(new make(), language);
    // A browser that does not keep to it would send sound away.
    if (!recogniser.processLocally) {
      giveUp('not on this machine');
      return;
    }
    recogniser.onresult = ({ results, resultIndex }) => {
      const heard = Array.from(results)
        .slice(resultIndex)
        .findLast(({ isFinal }) => isFinal);
      if (isWanted && heard?.[0]) onHeard(heard[0].transcript);
    };
    recogniser.onerror = ({ error }) => {
      if (FINAL_ERRORS.includes(error)) giveUp(error);
    };
    recogniser.onend = () => {
      callOff = wait(AGAIN_AFTER_MS, () => {
        begin(make);
      });
    };
    recogniser.start();
  };
  void canHear(maker, language).then((can) => {
    if (can && maker) begin(maker);
    else giveUp('no recognition on this machine');
  });
  return () => {
    isWanted = false;
    callOff();
    recogniser?.abort();
  };
}

function prepared(recogniser: Recogniser, language: string): Recogniser {
  recogniser.lang = tagOf(language);
  recogniser.continuous = true;
  recogniser.interimResults = false;
  recogniser.processLocally = true;
  return recogniser;
}
