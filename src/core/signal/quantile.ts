import type { Millis } from '../units';

/** The `q` quantile (0..1) of the finite values, linear between neighbours; null for none. */
export function quantile(values: Iterable<number>, q: number): number | null {
  const sorted = [...values].filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = Math.min(1, Math.max(0, q)) * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: Iterable<number>): number | null => quantile(values, 0.5);

/** Values of the last `spanMs`, by time. */
export interface TimeWindow<Value> {
  push(value: Value, timestampMs: Millis): void;
  readonly entries: readonly { readonly timestampMs: Millis; readonly value: Value }[];
  /** Time between the oldest and the newest entry. */
  readonly coveredMs: number;
  clear(): void;
}

export function createTimeWindow<Value>(spanMs: Millis): TimeWindow<Value> {
  let entries: { timestampMs: Millis; value: Value }[] = [];
  return {
    push(value, timestampMs) {
      entries.push({ timestampMs, value });
      const oldest = timestampMs - spanMs;
      let drop = 0;
      while ((entries[drop]?.timestampMs ?? timestampMs) < oldest) drop++;
      if (drop > 0) entries = entries.slice(drop);
    },
    get entries() {
      return entries;
    },
    get coveredMs() {
      return (entries.at(-1)?.timestampMs ?? 0) - (entries[0]?.timestampMs ?? 0);
    },
    clear() {
      entries = [];
    },
  };
}
