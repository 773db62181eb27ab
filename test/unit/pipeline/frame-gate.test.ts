import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameGate } from '../../../src/pipeline/frame-gate';

/** A gate whose processing the test lets go on by hand. */
const handGate = () => {
  const processed: number[] = [];
  const released: number[] = [];
  /** The newest frame that had been asked about when each answer was used. */
  const askedAtAnswer: number[] = [];
  let finish: (() => void) | null = null;
  const answered: number[] = [];
  const gate = new FrameGate<number, number>(
    (frame) =>
      new Promise((resolve) => {
        processed.push(frame);
        finish = () => {
          resolve(frame);
        };
      }),
    (frame) => {
      askedAtAnswer.push(processed.at(-1) ?? NaN);
      answered.push(frame);
    },
    (frame) => released.push(frame),
  );
  const finishOne = async (): Promise<void> => {
    const done = finish;
    finish = null;
    done?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { gate, processed, answered, askedAtAnswer, released, finishOne };
};

describe('the frame gate', () => {
  it('lets one through, keeps the newest, drops and counts the rest', async () => {
    const { gate, processed, released, finishOne } = handGate();
    for (const frame of [1, 2, 3, 4]) gate.offer(frame);
    expect(processed).toEqual([1]);
    expect(released).toEqual([2, 3]);
    await finishOne();
    expect(processed).toEqual([1, 4]);
    expect(gate.dropped).toBe(2);
  });

  it('asks about the waiting frame before it uses an answer', async () => {
    const { gate, answered, askedAtAnswer, finishOne } = handGate();
    gate.offer(1);
    gate.offer(2);
    await finishOne();
    await finishOne();
    expect(answered).toEqual([1, 2]);
    expect(askedAtAnswer).toEqual([2, 2]);
  });

  it('passes every frame when there is time', async () => {
    const { gate, processed, finishOne } = handGate();
    for (const frame of [1, 2, 3]) {
      gate.offer(frame);
      await finishOne();
    }
    expect(processed).toEqual([1, 2, 3]);
    expect(gate.dropped).toBe(0);
  });

  it('releases what waits when it is closed, and what comes after', async () => {
    const { gate, processed, released, finishOne } = handGate();
    gate.offer(1);
    gate.offer(2);
    const closed = gate.close();
    gate.offer(3);
    await finishOne();
    await closed;
    expect(processed).toEqual([1]);
    expect(released).toEqual([2, 3]);
  });

  it('hands every frame to exactly one of processing and release, whatever the timing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (offers) => {
        const { gate, processed, answered, released, finishOne } = handGate();
        let offered = 0;
        for (const isOffer of offers) {
          if (isOffer) gate.offer((offered += 1));
          else await finishOne();
        }
        const closed = gate.close();
        await finishOne();
        await closed;
        const all = [...processed, ...released].sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: offered }, (_, index) => index + 1));
        expect(processed).toEqual([...processed].sort((a, b) => a - b));
        expect(answered).toEqual(processed);
      }),
    );
  });
});
