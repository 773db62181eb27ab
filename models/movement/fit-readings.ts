import type { ReadingModel } from '../../src/core/exercise/reading-model';
import type { TruthReading } from './rep-readings';

/** Gain, offset and spreads of readings against truth: a random intercept per person and side. */
export interface ReadingFit extends Pick<ReadingModel, 'gain' | 'offset' | 'offsetSd' | 'noiseSd'> {
  /** Sides of recordings with at least two repetitions. */
  readonly groups: number;
}

/** Fits on recordings, each a list of readings. Gain and noise come from differences within a side alone. */
export function fitReadings(recordings: readonly (readonly TruthReading[])[]): ReadingFit | null {
  const groups = recordings
    .flatMap((readings) => [
      readings.filter(({ side }) => side === 'left'),
      readings.filter(({ side }) => side === 'right'),
    ])
    .filter((group) => group.length >= 2);
  if (groups.length < 3) return null;
  const centred = groups.flatMap((group) => {
    const said = mean(group.map(({ peakDeg }) => peakDeg));
    const truth = mean(group.map(({ truthDeg }) => truthDeg));
    return group.map((one) => ({ said: one.peakDeg - said, truth: one.truthDeg - truth }));
  });
  const gain =
    sum(centred.map(({ said, truth }) => said * truth)) / sum(centred.map(({ truth }) => truth ** 2));
  const free = centred.length - groups.length;
  const noiseSd = Math.sqrt(
    sum(centred.map(({ said, truth }) => (said - gain * truth) ** 2)) / Math.max(1, free),
  );
  const offsets = groups.map((group) => mean(group.map((one) => one.peakDeg - gain * one.truthDeg)));
  const offset = mean(offsets);
  const between = mean(offsets.map((value) => (value - offset) ** 2));
  const perGroup = centred.length / groups.length;
  const offsetSd = Math.sqrt(Math.max(0.25, between - noiseSd ** 2 / perGroup));
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    gain: round(gain),
    offset: round(offset),
    offsetSd: round(offsetSd),
    noiseSd: round(noiseSd),
    groups: groups.length,
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number => sum(values) / Math.max(1, values.length);
