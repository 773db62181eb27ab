import { millis, type Millis } from '../units';

/** A pause that is counted down. */
export interface Rest {
  /** On the clock of the data. */
  readonly endsAtMs: Millis;
  /** Of the whole of it. */
  readonly lengthS: number;
  /** Last whole second that was made known. */
  readonly toldS: number;
}

/** A whole second of a countdown is left: before work (`start`) or in the rest. */
export interface CountdownTicked {
  readonly kind: 'countdown-ticked';
  readonly atMs: Millis;
  readonly of: 'start' | 'rest';
  readonly leftS: number;
}

export const startRest = (atMs: Millis, restS: number): Rest => ({
  endsAtMs: millis(atMs + restS * 1000),
  lengthS: restS,
  toldS: restS,
});

/** Whole seconds left, 0 when it is over; never more than the whole of it, which a sum of fractions may come out as. */
export const restLeftS = ({ endsAtMs, lengthS }: Rest, atMs: Millis): number =>
  Math.min(lengthS, Math.max(0, Math.ceil((endsAtMs - atMs) / 1000)));

/** Makes it longer; what it said of the time left is no longer true, and is said again. */
export const prolong = (rest: Rest, byS: number): Rest => ({
  endsAtMs: millis(rest.endsAtMs + byS * 1000),
  lengthS: rest.lengthS + byS,
  toldS: rest.toldS + byS,
});

/** Moves the rest on: null when it is over. After a gap only the newest second is told. */
export function stepRest(
  rest: Rest,
  atMs: Millis,
): { readonly rest: Rest; readonly events: readonly CountdownTicked[] } | null {
  const leftS = restLeftS(rest, atMs);
  if (leftS <= 0) return null;
  if (leftS >= rest.toldS) return { rest, events: [] };
  return {
    rest: { ...rest, toldS: leftS },
    events: [{ kind: 'countdown-ticked', atMs, of: 'rest', leftS }],
  };
}
