import { expect, it } from 'vitest';
import { contrastWeights, type ContrastGroup } from '../../../models/movement/contrast';
import { createRandom, gaussian } from '../../support/simulator/random';

/** Groups of readings by two channels: own gains, offsets that belong to the group, and noise. */
function groups(channels: readonly { gain: number; offsetSd: number; noiseSd: number }[]): ContrastGroup[] {
  const random = createRandom(3);
  return Array.from({ length: 300 }, () => {
    const offsets = channels.map(({ offsetSd }) => offsetSd * gaussian(random));
    const truths = Array.from({ length: 6 }, () => 15 * random());
    return {
      truths,
      rows: truths.map((truth) =>
        channels.map(({ gain, noiseSd }, k) => gain * truth + (offsets[k] ?? 0) + noiseSd * gaussian(random)),
      ),
    };
  });
}

it('gives one unit for a unit of truth', () => {
  const channels = [
    { gain: 0.4, offsetSd: 3, noiseSd: 1 },
    { gain: 2, offsetSd: 9, noiseSd: 2 },
  ];
  const weights = contrastWeights(groups(channels));
  const gain = weights.reduce((sum, weight, k) => sum + weight * (channels[k]?.gain ?? 0), 0);
  // Of 1800 repetitions the gains are known to a percent.
  expect(gain).toBeCloseTo(1, 1);
});

it('listens to the quiet channel, and to the one without offsets', () => {
  const [quiet = 0, noisy = 0] = contrastWeights(
    groups([
      { gain: 1, offsetSd: 1, noiseSd: 1 },
      { gain: 1, offsetSd: 1, noiseSd: 4 },
    ]),
  );
  expect(quiet).toBeGreaterThan(8 * noisy);
  const [steady = 0, offset = 0] = contrastWeights(
    groups([
      { gain: 1, offsetSd: 0, noiseSd: 1 },
      { gain: 1, offsetSd: 12, noiseSd: 1 },
    ]),
  );
  expect(steady).toBeGreaterThan(4 * offset);
});
