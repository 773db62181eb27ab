import type { Recogniser, RecogniserMaker } from '../../src/feedback/command-ear';

/** What the fake browser says of itself. */
export interface FakeHearing {
  readonly isAvailable?: string;
  /** Keeps to `processLocally`; else it goes back to false, as where sound would be sent away. */
  readonly staysHere?: boolean;
}

/** A browser's recogniser of speech that hears what it is told. */
export function fakeRecognition({ isAvailable = 'available', staysHere = true }: FakeHearing = {}) {
  const made: FakeRecogniser[] = [];
  const asked: unknown[] = [];
  class FakeRecogniser implements Recogniser {
    lang = '';
    continuous = false;
    interimResults = true;
    onresult: Recogniser['onresult'] = null;
    onerror: Recogniser['onerror'] = null;
    onend: Recogniser['onend'] = null;
    started = 0;
    #local = false;

    constructor() {
      made.push(this);
    }
    get processLocally(): boolean {
      return this.#local;
    }
    set processLocally(wanted: boolean) {
      this.#local = wanted && staysHere;
    }
    start(): void {
      this.started += 1;
    }
    abort(): void {
      this.onend?.();
    }
    hear(transcript: string, isFinal = true): void {
      this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal })] });
    }
    static available(options: unknown): Promise<string> {
      asked.push(options);
      return Promise.resolve(isAvailable);
    }
  }
  return { maker: FakeRecogniser as RecogniserMaker, made, asked };
}
