import * as v from 'valibot';
import { SESSION_DELEGATES, type SESSION_MODELS } from '../core/session/record';

/** What was found to be the fastest that is right on this machine, and how fast it was. */
export interface KeptEngine {
  readonly delegate: (typeof SESSION_DELEGATES)[number];
  /** Of a live session, the whole screen drawn; null before the first one. */
  readonly picturesPerS: number | null;
}

/** One per pose model: what is faster for a small model need not be for a large one. */
export type KeptEngines = { readonly [Model in (typeof SESSION_MODELS)[number]]?: KeptEngine };

/** Port of the note of what was measured in this browser. That it cannot be kept costs a new measurement, no more. */
export interface EngineNote {
  /** What was kept under the very same versions; empty otherwise. Never fails. */
  load(): KeptEngines;
  save(engines: KeptEngines): void;
}

const KEY = 'hipline.engines';

const Kept = v.optional(
  v.object({
    delegate: v.picklist(SESSION_DELEGATES),
    picturesPerS: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
  }),
);
const NoteSchema = v.object({
  versions: v.string(),
  engines: v.object({ lite: Kept, full: Kept, heavy: Kept }),
});

/**
 * The note in the page's local storage.
 *
 * @param versions of the app and its inference packages: another one is measured anew
 */
export const localEngineNote = (
  openStorage: () => Pick<Storage, 'getItem' | 'setItem'>,
  versions: string,
): EngineNote => ({
  load: () => {
    try {
      const note = v.safeParse(NoteSchema, JSON.parse(openStorage().getItem(KEY) ?? 'null'));
      return note.success && note.output.versions === versions ? defined(note.output.engines) : {};
    } catch {
      return {};
    }
  },
  save: (engines) => {
    try {
      openStorage().setItem(KEY, JSON.stringify({ versions, engines }));
    } catch {
      // Measured again next time.
    }
  },
});

/** Without the models that were not measured. */
const defined = (engines: { readonly [Model in keyof KeptEngines]: KeptEngine | undefined }): KeptEngines =>
  Object.fromEntries(Object.entries(engines).filter(([, engine]) => engine !== undefined));
