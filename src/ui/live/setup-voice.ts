import type { Cue } from '../../core/coach/cue';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import { millis, type Millis } from '../../core/units';
import { hands, setup, setupLying, tooNear } from '../messages/en';
import type { BannerView } from '../model/banner';
import type { HandCheck } from '../model/hand-check';
import type { GateState } from '../model/setup-gate';

/** What the person is to do next, large; null when all is well. Who stands well is asked for a hand, and need not. */
export function todoBanner(
  gate: GateState,
  view: ExerciseDefinition['view'],
  proof: HandCheck['proof'],
): BannerView | null {
  const isPlaced = gate.todo === null || gate.todo === 'still';
  if (isPlaced && proof === 'doubted') {
    return { kind: 'note', short: hands.wrong.title, long: hands.wrong.todo };
  }
  if (gate.todo === null) return null;
  const texts = view === 'lying-side' ? setupLying : setup;
  const short = gate.todo === 'distance' && gate.tooNear ? tooNear : texts[gate.todo].todo;
  const isAsked = isPlaced && view === 'standing-front' && proof === 'open';
  return { kind: 'note', short, long: isAsked ? hands.invite : null };
}

/** Said when it has stood for this long: who is just walking in needs no advice. */
const SETTLED_MS = 1200;
const AGAIN_AFTER_MS = 7000;
/** About fourteen characters a second. */
const MS_PER_CHARACTER = 70;

/** Says what to do in the set-up, once, and again when nothing changes for a while. */
export class SetupVoice {
  readonly #give: (cue: Cue) => void;
  #text: string | null = null;
  #sinceMs = 0;
  #saidAtMs = -Infinity;

  constructor(give: (cue: Cue) => void) {
    this.#give = give;
  }

  hear(banner: BannerView | null, atMs: Millis): void {
    const text = banner?.short ?? null;
    if (text !== this.#text) {
      this.#text = text;
      this.#sinceMs = atMs;
      this.#saidAtMs = -Infinity;
    }
    if (text === null || atMs - this.#sinceMs < SETTLED_MS || atMs - this.#saidAtMs < AGAIN_AFTER_MS) return;
    this.#saidAtMs = atMs;
    this.#give({
      kind: 'ready',
      key: `setup:${text}`,
      atMs,
      tone: null,
      speech: { text, estimateMs: millis(text.length * MS_PER_CHARACTER), interrupts: false },
      banner: text,
    });
  }
}
