import { describe, expect, it } from 'vitest';
import { patiently } from '../../../workers/patience';

/** A thousandth of the real limits. */
const SHORT = { startMs: 20, downloadMs: 180, lookEveryMs: 1 };
const never = new Promise<never>(() => undefined);

describe('patience', () => {
  it('gives what was started, or its error', async () => {
    expect(
      await patiently(
        Promise.resolve(7),
        () => undefined,
        () => true,
        SHORT,
      ),
    ).toBe(7);
    const broken = Promise.reject(new Error('no memory'));
    await expect(
      patiently(
        broken,
        () => undefined,
        () => true,
        SHORT,
      ),
    ).rejects.toThrow('no memory');
  });

  it('does not wait for what never answers though all of it is there', async () => {
    await expect(
      patiently(
        never,
        () => undefined,
        () => true,
        SHORT,
      ),
    ).rejects.toThrow('did not start');
  });

  it('waits for a slow network as long as it takes, says meanwhile that it lives, and then gives time to start', async () => {
    let looks = 0;
    const waiting = patiently(
      never,
      () => (looks += 1),
      () => looks > 60,
      SHORT,
    );
    await expect(waiting).rejects.toThrow('did not start in 0.08 s');
    expect(looks).toBe(80);
  });

  it('does not wait for ever for a file that never comes', async () => {
    let looks = 0;
    await expect(
      patiently(
        never,
        () => (looks += 1),
        () => false,
        SHORT,
      ),
    ).rejects.toThrow();
    expect(looks).toBe(180);
  });
});
