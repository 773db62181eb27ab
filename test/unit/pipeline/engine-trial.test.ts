import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createEngines } from '../../../src/main.engines';
import { createEngineTrial } from '../../../src/main.trial';
import { resolveEngine } from '../../../src/pipeline/load-chosen';
import type { Trial } from '../../../src/pipeline/try-engines';
import { localEngineNote } from '../../../src/storage/engine-note';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/storage/settings';

const BEST: Trial = { model: 'lite', engine: 'mediapipe', delegate: 'GPU', pictureMs: 9 };

function pageStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

/** The app on its first screen; time passes when it is told to. */
const app = (settings: Partial<Settings> = {}, storage = pageStorage()) => {
  const engines = createEngines(localEngineNote(() => storage, '1'));
  const isAtStart = signal(true);
  const runs: { off: AbortSignal; end: (best: Trial | null) => void }[] = [];
  let due: (() => void) | null = null;
  const trial = createEngineTrial({
    engines,
    settings: signal({ ...DEFAULT_SETTINGS, ...settings }),
    isAtStart,
    isSessionRunning: () => Promise.resolve(false),
    run: (off) =>
      new Promise((end) => {
        runs.push({ off, end });
      }),
    wait: (_ms, then) => {
      due = then;
      return () => {
        due = null;
      };
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const rest = async () => {
    due?.();
    await settle();
  };
  return { engines, isAtStart, runs, trial, rest, settle, storage };
};

describe('trying out what the machine can do', () => {
  it('happens once at rest on the first screen, is kept, and decides what is loaded from then on', async () => {
    const first = app();
    expect(resolveEngine(DEFAULT_SETTINGS, first.engines)).toEqual({
      model: 'full',
      engine: 'litert',
      delegate: 'fastest',
    });
    expect(first.runs).toHaveLength(0);
    await first.rest();
    expect(first.trial.isRunning.value).toBe(true);
    first.runs[0]?.end(BEST);
    await first.settle();
    expect(first.trial.isRunning.value).toBe(false);
    const next = app({}, first.storage);
    await next.rest();
    expect(next.runs).toHaveLength(0);
    expect(resolveEngine(DEFAULT_SETTINGS, next.engines)).toEqual({
      model: 'lite',
      engine: 'mediapipe',
      delegate: 'GPU',
    });
  });

  it('is broken off by whoever leaves the first screen, and what it says then is not kept', async () => {
    const { runs, isAtStart, rest, settle, engines, trial } = app();
    await rest();
    isAtStart.value = false;
    expect(runs[0]?.off.aborted).toBe(true);
    runs[0]?.end(BEST);
    await settle();
    expect(engines.choice()).toBeNull();
    expect(trial.isRunning.value).toBe(false);
    isAtStart.value = true;
    await rest();
    expect(runs).toHaveLength(2);
  });

  it('is not begun where the person fixed everything, but happens when asked for', async () => {
    const { runs, rest, trial } = app({ model: 'full', engine: 'litert', delegate: 'CPU' });
    await rest();
    expect(runs).toHaveLength(0);
    trial.start();
    trial.start();
    expect(runs).toHaveLength(1);
  });

  it('is wanted again when the choice does not hold: another engine ran, or a session was much too slow', () => {
    const { engines } = app();
    engines.choose(BEST);
    engines.keep({ model: 'lite', engine: 'litert', delegate: 'CPU' });
    expect(engines.choice()).toBeNull();
    engines.choose(BEST);
    engines.notePace('lite', { engine: 'mediapipe', delegate: 'GPU', picturesPerS: 24 });
    expect(engines.choice()).toEqual(BEST);
    engines.notePace('lite', { engine: 'mediapipe', delegate: 'GPU', picturesPerS: 7 });
    expect(engines.choice()).toBeNull();
  });

  it('never overrides what the person fixed', () => {
    const { engines } = app();
    engines.choose(BEST);
    const fixed = { model: 'full', engine: 'mediapipe', delegate: 'CPU' } as const;
    expect(resolveEngine(fixed, engines)).toEqual(fixed);
  });
});
