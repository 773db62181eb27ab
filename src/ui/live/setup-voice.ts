import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { StepPlan } from '../../core/exercise/travel';
import type { Millis } from '../../core/units';
import { words } from '../language';
import type { BannerView } from '../model/banner';
import type { HandCheck } from '../model/hand-check';
import type { GateState } from '../model/setup-gate';

/** What the person is to do next, large; null when all is well. Who stands well is asked for a hand, and need not. */
export function todoBanner(
  gate: GateState,
  view: ExerciseDefinition['view'],
  proof: HandCheck['proof'],
  steps: StepPlan | null = null,
): BannerView | null {
  const isPlaced = gate.todo === null || gate.todo === 'still';
  if (isPlaced && proof === 'doubted') {
    return { kind: 'note', short: words.hands.wrong.title, long: words.hands.wrong.todo };
  }
  const way = isPlaced && gate.hint === null && steps !== null ? wayBanner(steps) : null;
  if (way !== null) return way;
  if (gate.todo === null) return null;
  const texts = view === 'lying-side' ? words.setupLying : words.setup;
  const asked = gate.todo === 'distance' && gate.tooNear ? words.tooNear : texts[gate.todo].todo;
  const short = gate.hint === null ? asked : words.setupHints[gate.hint];
  const isAsked = isPlaced && gate.hint === null && view === 'standing-front' && proof === 'open';
  return { kind: 'note', short, long: isAsked ? words.hands.invite : null };
}

/** What there is to say of the way that the steps go; null where all of them fit from here. */
function wayBanner({ room, steps, of, moveTo }: StepPlan): BannerView | null {
  const { noRoom, start, turn } = words.way;
  if (steps === 0) return { kind: 'note', short: noRoom, long: null };
  const long = steps < of ? turn.long(room, of) : null;
  if (moveTo !== null) return { kind: 'note', short: start[moveTo], long };
  return steps < of ? { kind: 'note', short: turn.short(steps), long } : null;
}

/** Said when it has stood for this long: who is just walking in needs no advice. */
const SETTLED_MS = 1200;

/** Which advice has stood for long enough to be said; how often, the coach knows. */
export class SetupVoice {
  #text: string | null = null;
  #sinceMs = 0;

  /** @returns what to say now; null while there is nothing to say */
  hear(banner: BannerView | null, atMs: Millis): string | null {
    const text = banner?.short ?? null;
    if (text !== this.#text) {
      this.#text = text;
      this.#sinceMs = atMs;
    }
    return atMs - this.#sinceMs < SETTLED_MS ? null : text;
  }
}
