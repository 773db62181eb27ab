import type { Millis } from '../units';

/** On above `on` for `onForMs`, off again below `off` for `offForMs`. At exactly `on` it counts as above. */
export interface HysteresisOptions {
  readonly on: number;
  readonly off: number;
  readonly onForMs: Millis;
  readonly offForMs: Millis;
}

export interface HysteresisState {
  readonly active: boolean;
  /** When the value crossed the level that led to the present or the coming state; null while nothing is under way. */
  readonly crossedMs: Millis | null;
}

export const HYSTERESIS_OFF: HysteresisState = { active: false, crossedMs: null };

/** One step of a two-level switch with durations: a value at one level never flickers. Pure. */
export function stepHysteresis(
  state: HysteresisState,
  value: number,
  timestampMs: Millis,
  options: HysteresisOptions,
): HysteresisState {
  const towards = state.active ? value < options.off : value >= options.on;
  if (!towards) return { active: state.active, crossedMs: null };
  const crossedMs = state.crossedMs ?? timestampMs;
  const needed = state.active ? options.offForMs : options.onForMs;
  return timestampMs - crossedMs >= needed
    ? { active: !state.active, crossedMs: null }
    : { active: state.active, crossedMs };
}
