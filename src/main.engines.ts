/** What was measured of this machine, for the settings to show and the next start to use. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { EngineMemory } from './pipeline/load-chosen';
import type { Trial } from './pipeline/try-engines';
import type { EngineNote, KeptEngine, KeptEngines } from './storage/engine-note';
import type { SessionStart } from './core/session/record';

/** Slower than this in front of the camera, what was found best is not: half of what a model has to hold. */
const TOO_SLOW_FPS = 10;

export interface Engines extends EngineMemory {
  readonly current: ReadonlySignal<KeptEngines>;
  /** How fast a live session was with it. */
  notePace(model: SessionStart['model'], engine: KeptEngine): void;
  /** What came out best when all were tried. */
  choose(best: Trial): void;
  /** The next start measures anew. */
  forget(): void;
}

export function createEngines(note: EngineNote): Engines {
  const current = signal(note.load());
  const change = (engines: KeptEngines) => {
    current.value = engines;
    note.save(engines);
  };
  const keep: Engines['keep'] = ({ model, engine, delegate }) => {
    const { choice, ...engines } = current.value;
    const known = engines[model];
    // What was found best and is not what runs now is no longer it.
    const holds = choice?.model !== model || (choice.engine === engine && choice.delegate === delegate);
    if (holds && known?.delegate === delegate && known.engine === engine) return;
    change({
      ...engines,
      ...(holds && choice ? { choice } : {}),
      [model]: { engine, delegate, picturesPerS: null },
    });
  };
  return {
    current,
    keep,
    choice: () => current.value.choice ?? null,
    recall: (model) => current.value[model] ?? null,
    notePace: (model, engine) => {
      const { choice, ...engines } = current.value;
      const isSlow = choice?.model === model && (engine.picturesPerS ?? Infinity) < TOO_SLOW_FPS;
      change({ ...engines, ...(choice && !isSlow ? { choice } : {}), [model]: engine });
    },
    choose: ({ model, engine, delegate, pictureMs }) => {
      change({ ...current.value, choice: { model, engine, delegate, pictureMs } });
      keep({ model, engine, delegate });
    },
    forget: () => {
      change({});
    },
  };
}
