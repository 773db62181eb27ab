import { signal, type Signal } from '@preact/signals';
import type { Cue } from '../../core/coach/cue';
import type { CueSink } from '../../feedback/cue-sink';
import { flashOf } from '../../feedback/flash';
import type { Offer } from '../model/offer';
import type { LiveFlash } from './controller';
import { offerSpoken, spokenOf } from './spoken';

/** Gives every cue to ear, eye and screen reader. */
export class Announcer {
  readonly flash: Signal<LiveFlash | null> = signal(null);
  readonly spoken = signal('');
  readonly #sink: CueSink;

  constructor(sink: CueSink) {
    this.#sink = sink;
  }

  readonly give = (cues: readonly Cue[]): void => {
    for (const cue of cues) {
      this.#sink.give(cue);
      const kind = flashOf(cue);
      if (kind) this.flash.value = { kind, n: (this.flash.value?.n ?? 0) + 1 };
    }
    this.spoken.value = spokenOf(cues) ?? this.spoken.value;
  };

  /** Asks which exercise it is. */
  ask(offer: NonNullable<Offer>): void {
    this.spoken.value = offerSpoken(offer);
  }
}
