import { describe, expect, it } from 'vitest';
import { bestOf, tryEngines } from '../../../src/pipeline/try-engines';
import type { Trial } from '../../../src/pipeline/try-engines';
import type { Loaded, LoadOptions, PoseService, Result } from '../../../workers/protocol';

const trial = (
  model: Trial['model'],
  engine: Trial['engine'],
  pictureMs: number,
  delegate: Trial['delegate'] = 'CPU',
): Trial => ({ model, engine, delegate, pictureMs });

describe('the best of what was tried', () => {
  it('is the fastest way to run the better model, where that holds twenty pictures a second', () => {
    const trials = [
      trial('full', 'litert', 36),
      trial('full', 'mediapipe', 12, 'GPU'),
      trial('lite', 'litert', 5),
    ];
    expect(bestOf(trials)).toEqual(trial('full', 'mediapipe', 12, 'GPU'));
  });

  it('is the smaller model where the better one is too slow', () => {
    const trials = [trial('full', 'litert', 45), trial('full', 'mediapipe', 60), trial('lite', 'litert', 30)];
    expect(bestOf(trials)).toEqual(trial('lite', 'litert', 30));
  });

  it('is the fastest of all where none is fast enough, and nothing where nothing runs', () => {
    const trials = [
      trial('full', 'litert', 400),
      trial('lite', 'litert', 210),
      trial('lite', 'mediapipe', 200),
    ];
    expect(bestOf(trials)).toEqual(trial('lite', 'mediapipe', 200));
    expect(bestOf([])).toBeNull();
  });
});

const BASE = 'http://localhost/';

/**
 * Workers on which a picture takes so long, by `model engine`, followed by `GPU` on the graphics chip; null: wrong landmarks.
 * What is missing does not start.
 */
const machine = (times: Readonly<Record<string, number | null>>, isChipThere = false) => {
  const asked: string[] = [];
  let open = 0;
  const connect = (): Pick<PoseService, 'load' | 'close'> => {
    open += 1;
    return {
      load: ({ model, engine, delegate, timed, movementUrl }: LoadOptions): Promise<Result<Loaded>> => {
        asked.push(`${model} ${engine} ${delegate}`);
        expect({ timed, movementUrl }).toEqual({ timed: true, movementUrl: null });
        const isOnChip = delegate === 'GPU' && `${model} ${engine} GPU` in times;
        const pictureMs = times[`${model} ${engine}${isOnChip ? ' GPU' : ''}`];
        if (pictureMs === undefined) {
          return Promise.resolve({ ok: false, fault: { code: 'wasm-load', detail: 'absent' } });
        }
        const used = isOnChip ? 'GPU' : 'CPU';
        return Promise.resolve({
          ok: true,
          value: { model, engine, delegate: used, pictureMs, movement: { kind: 'absent' } },
        });
      },
      close: () => {
        open -= 1;
        return Promise.resolve();
      },
    };
  };
  const ports = { connect, hasGpu: () => Promise.resolve(isChipThere), base: BASE };
  return { asked, ports, isAllClosed: () => open === 0 };
};

describe('trying the engines', () => {
  it('asks each engine once, and the smaller model only where the better one is too slow', async () => {
    const fast = machine({ 'full litert': 30, 'full mediapipe': 50 });
    const off = new AbortController().signal;
    expect(await tryEngines(fast.ports, off)).toEqual(trial('full', 'litert', 30));
    expect(fast.asked).toEqual(['full litert CPU', 'full mediapipe fastest']);
    expect(fast.isAllClosed()).toBe(true);
    const slow = machine({
      'full litert': 90,
      'full mediapipe': 95,
      'lite litert': 33,
      'lite mediapipe': 36,
    });
    expect(await tryEngines(slow.ports, off)).toEqual(trial('lite', 'litert', 33));
  });

  it('tries LiteRT on the graphics chip, too, where there is one, and takes it where it is faster', async () => {
    const off = new AbortController().signal;
    const fast = machine({ 'full litert': 22, 'full litert GPU': 8, 'full mediapipe': 14 }, true);
    expect(await tryEngines(fast.ports, off)).toEqual(trial('full', 'litert', 8, 'GPU'));
    expect(fast.asked).toEqual(['full litert CPU', 'full litert GPU', 'full mediapipe fastest']);
    const slow = machine({ 'full litert': 22, 'full litert GPU': 40, 'full mediapipe': 50 }, true);
    expect(await tryEngines(slow.ports, off)).toEqual(trial('full', 'litert', 22));
  });

  it('saves a model that the processor cannot hold, where the graphics chip can', async () => {
    const here = machine({ 'full litert': 90, 'full litert GPU': 12, 'full mediapipe': 99 }, true);
    expect(await tryEngines(here.ports, new AbortController().signal)).toEqual(
      trial('full', 'litert', 12, 'GPU'),
    );
    expect(here.asked.some((asked) => asked.startsWith('lite '))).toBe(false);
  });

  it('takes neither what is wrong nor what does not start', async () => {
    const off = new AbortController().signal;
    const wrong = machine({ 'full litert': null, 'full mediapipe': 37 });
    expect(await tryEngines(wrong.ports, off)).toEqual(trial('full', 'mediapipe', 37));
    const dead = machine({});
    expect(await tryEngines(dead.ports, off)).toBeNull();
    expect(dead.isAllClosed()).toBe(true);
  });

  it('is broken off at once: the worker that is being tried is closed, and no other one is begun', async () => {
    const off = new AbortController();
    let begun = 0;
    let closed = 0;
    const connect = () => {
      begun += 1;
      let answer: (result: Result<Loaded>) => void = () => undefined;
      return {
        load: () =>
          new Promise<Result<Loaded>>((resolve) => {
            answer = resolve;
          }),
        close: () => {
          closed += 1;
          answer({ ok: false, fault: { code: 'not-loaded', detail: 'closed' } });
          return Promise.resolve();
        },
      };
    };
    const hasGpu = () => Promise.resolve(true);
    const trying = tryEngines({ connect, hasGpu, base: BASE }, off.signal);
    await expect.poll(() => begun).toBe(1);
    off.abort();
    expect(await trying).toBeNull();
    expect([begun, closed > 0]).toEqual([1, true]);
  });
});
