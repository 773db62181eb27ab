import type { Millis } from '../units';

/** Parameters of the one-euro filter (Casiez, Roussel, Vogel 2012, CHI). */
export interface OneEuroOptions {
  /** Cut-off at rest, Hz: lower is smoother and slower. */
  readonly minCutoffHz: number;
  /** How much the cut-off rises with speed, Hz per (unit / s): higher is quicker in movement. */
  readonly beta: number;
  /** Cut-off of the speed estimate, Hz. */
  readonly speedCutoffHz: number;
  /** A pause longer than this starts the filter anew: old values say nothing about now. */
  readonly resetAfterMs: Millis;
}

export interface OneEuroFilter {
  /** Filters all channels of one sample; `scale` divides speeds (one for pixels: the person's size). Returns a new array. */
  filter(values: Float64Array, timestampMs: Millis, scale?: number): Float64Array;
  reset(): void;
}

/** Share of a new sample in a first-order low pass of `cutoffHz` after `dtS` seconds. */
export function smoothingFactor(cutoffHz: number, dtS: number): number {
  const r = 2 * Math.PI * cutoffHz * dtS;
  return r / (r + 1);
}

interface Sample {
  readonly timestampMs: Millis;
  readonly raw: Float64Array;
  readonly values: Float64Array;
  readonly speeds: Float64Array;
}

/**
 * A one-euro filter over many channels at once. Time comes with the data, so the result does not depend on when it
 * is computed.
 *
 * @throws RangeError when time does not increase, or the number of channels changes.
 */
export function createOneEuroFilter(options: OneEuroOptions): OneEuroFilter {
  let last: Sample | null = null;

  const start = (values: Float64Array, timestampMs: Millis): Float64Array => {
    last = {
      timestampMs,
      raw: values.slice(),
      values: values.slice(),
      speeds: new Float64Array(values.length),
    };
    return values.slice();
  };

  return {
    filter(values, timestampMs, scale = 1) {
      if (!last) return start(values, timestampMs);
      const dtMs = timestampMs - last.timestampMs;
      if (!(dtMs > 0)) {
        throw new RangeError(
          `time must increase: ${String(timestampMs)} after ${String(last.timestampMs)} ms`,
        );
      }
      if (values.length !== last.values.length) throw new RangeError('the number of channels changed');
      if (dtMs > options.resetAfterMs) return start(values, timestampMs);
      const dtS = dtMs / 1000;
      const speedShare = smoothingFactor(options.speedCutoffHz, dtS);
      const speeds = new Float64Array(values.length);
      const out = new Float64Array(values.length);
      for (let i = 0; i < values.length; i++) {
        const previous = last.values[i] ?? 0;
        const value = values[i] ?? 0;
        const speed = (value - (last.raw[i] ?? 0)) / (dtS * scale);
        speeds[i] = speedShare * speed + (1 - speedShare) * (last.speeds[i] ?? 0);
        const cutoff = options.minCutoffHz + options.beta * Math.abs(speeds[i] ?? 0);
        const share = smoothingFactor(cutoff, dtS);
        out[i] = share * value + (1 - share) * previous;
      }
      last = { timestampMs, raw: values.slice(), values: out, speeds };
      return out.slice();
    },
    reset() {
      last = null;
    },
  };
}
