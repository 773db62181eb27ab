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

/** Workers on which a picture takes so long, by `model engine`; null: wrong landmarks. What is missing does not start. */
const machine = (times: Readonly<Record<string, number | null>>) => {
  const asked: string[] = [];
  let open = 0;
  const connect = (): Pick<PoseService, 'load' | 'close'> => {
    open += 1;
    return {
      load: ({ model, engine, delegate, timed, movementUrl }: LoadOptions): Promise<Result<Loaded>> => {
        asked.push(`${model} ${engine} ${delegate}`);
        expect({ timed, movementUrl }).toEqual({ timed: true, movementUrl: null });
        const pictureMs = times[`${model} ${engine}`];
        if (pictureMs === undefined) {
          return Promise.resolve({ ok: false, fault: { code: 'wasm-load', detail: 'absent' } });
        }
        const value = { model, engine, delegate: 'CPU', pictureMs, movement: { kind: 'absent' } } as const;
        return Promise.resolve({ ok: true, value });
      },
      close: () => {
        open -= 1;
        return Promise.resolve();
      },
    };
  };
  return { asked, connect, isAllClosed: () => open === 0 };
};

const BASE = 'http://localhost/';

describe('trying the engines', () => {
  it('asks each engine once, and the smaller model only where the better one is too slow', async () => {
    const fast = machine({ 'full litert': 30, 'full mediapipe': 50 });
    const off = new AbortController().signal;
    expect(await tryEngines(fast.connect, off, BASE)).toEqual(trial('full', 'litert', 30));
    expect(fast.asked).toEqual(['full litert CPU', 'full mediapipe fastest']);
    expect(fast.isAllClosed()).toBe(true);
    const slow = machine({
      'full litert': 90,
      'full mediapipe': 95,
      'lite litert': 33,
      'lite mediapipe': 36,
    });
    expect(await tryEngines(slow.connect, off, BASE)).toEqual(trial('lite', 'litert', 33));
  });

  it('takes neither what is wrong nor what does not start', async () => {
    const off = new AbortController().signal;
    const wrong = machine({ 'full litert': null, 'full mediapipe': 37 });
    expect(await tryEngines(wrong.connect, off, BASE)).toEqual(trial('full', 'mediapipe', 37));
    const dead = machine({});
    expect(await tryEngines(dead.connect, off, BASE)).toBeNull();
    expect(dead.isAllClosed()).toBe(true);
  });

  it('is broken off at once: the worker that is being tried is closed, and no other one is begun', async () => {
    const off = new AbortController();
    let begun = 0;
    let closed = 0;
    const trying = tryEngines(
      () => {
        begun += 1;
        let answer: (result: Result<Loaded>) => void = () => undefined;
        return {
          load: () =>
            new Promise((resolve) => {
              answer = resolve;
            }),
          close: () => {
            closed += 1;
            answer({ ok: false, fault: { code: 'not-loaded', detail: 'closed' } });
            return Promise.resolve();
          },
        };
      },
      off.signal,
      BASE,
    );
    off.abort();
    expect(await trying).toBeNull();
    expect([begun, closed > 0]).toEqual([1, true]);
  });
});
