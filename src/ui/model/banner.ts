import { withSide } from '../../core/coach/cue-text';
import type { Cue } from '../../core/coach/cue';
import type { ExerciseDefinition, LiveStatus } from '../../core/exercise/definition';
import type { ExerciseEvent } from '../../core/exercise/events';
import type { FaultId } from '../../core/terms/ids';
import type { Millis, Side } from '../../core/units';
import { textOf } from '../exercise-text';
import { words } from '../language';

/** The banner: what to do, short and large, and one sentence. */
export interface BannerView {
  readonly kind: 'fault' | 'note';
  readonly short: string;
  readonly long: string | null;
}

export interface BannerState {
  readonly view: BannerView | null;
  /** On the clock of the data. */
  readonly untilMs: number;
  /** The fault that is shown; null for a note. */
  readonly fault: FaultId | null;
}

export const NO_BANNER: BannerState = { view: null, untilMs: 0, fault: null };

/** Long enough to be read in the middle of a repetition; shown on while the fault lasts. */
const FAULT_MS = 2600;
const NOTE_MS = 3500;

export interface BannerInput {
  readonly atMs: Millis;
  readonly events: readonly ExerciseEvent[];
  readonly live: LiveStatus | null;
  readonly cues: readonly Cue[];
  readonly definition: ExerciseDefinition | null;
}

/**
 * Decides what the banner shows. A raised fault always shows, also where the voice keeps its cool-down; it outranks
 * every note. Pure.
 */
export function stepBanner(before: BannerState, input: BannerInput): BannerState {
  const raised = input.events.findLast((event) => event.kind === 'fault-raised');
  if (raised) {
    const view = bannerOfFault(input.definition, raised.fault, raised.side);
    return { view, untilMs: input.atMs + FAULT_MS, fault: raised.fault };
  }
  if (before.fault !== null && input.live?.faults.some(({ fault }) => fault === before.fault)) {
    return { ...before, untilMs: Math.max(before.untilMs, input.atMs + FAULT_MS / 2) };
  }
  const isOver = input.atMs >= before.untilMs;
  const note = isOver || before.fault === null ? noteOf(input) : null;
  if (note) return { view: note, untilMs: input.atMs + NOTE_MS, fault: null };
  return isOver && before.view !== null ? NO_BANNER : before;
}

/** What the coach has to say besides faults: switch sides, not seen, recognised, not counted. */
function noteOf({ events, cues }: BannerInput): BannerView | null {
  const lost = events.findLast((event) => event.kind === 'tracking-lost');
  if (lost)
    return {
      kind: 'note',
      short: unstopped(words.notSeen[lost.reason].todo),
      long: words.notSeen[lost.reason].title,
    };
  const cue = cues.findLast(({ kind, banner }) => banner !== null && kind !== 'fault' && kind !== 'count');
  return cue?.banner ? { kind: 'note', short: unstopped(cue.banner), long: null } : null;
}

/** Large words need no full stop. */
const unstopped = (text: string): string => text.replace(/\.$/, '');

/** The short and long words of a fault, `{side}` filled in. */
export function bannerOfFault(
  definition: ExerciseDefinition | null,
  fault: FaultId,
  side: Side | null,
): BannerView {
  const cue = textOf(definition)?.cues[fault];
  const short = withSide(cue?.short ?? words.faults[fault].cue, side);
  return {
    kind: 'fault',
    short,
    long: cue ? withSide(cue.long, side) : null,
  };
}
