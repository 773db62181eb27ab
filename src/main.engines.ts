/** What was measured of this machine, for the settings to show and the next start to use. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { EngineMemory } from './pipeline/load-chosen';
import type { EngineNote, KeptEngine, KeptEngines } from './storage/engine-note';
import type { Settings } from './storage/settings';

export interface Engines extends EngineMemory {
  readonly current: ReadonlySignal<KeptEngines>;
  /** How fast a live session was with it. */
  notePace(model: Settings['model'], engine: KeptEngine): void;
  /** The next start measures anew. */
  forget(): void;
}

export function createEngines(note: EngineNote): Engines {
  const current = signal(note.load());
  const change = (engines: KeptEngines) => {
    current.value = engines;
    note.save(engines);
  };
  return {
    current,
    recall: (model) => current.value[model]?.delegate ?? null,
    keep: (model, delegate) => {
      if (current.value[model]?.delegate === delegate) return;
      change({ ...current.value, [model]: { delegate, picturesPerS: null } });
    },
    notePace: (model, engine) => {
      change({ ...current.value, [model]: engine });
    },
    forget: () => {
      change({});
    },
  };
}
