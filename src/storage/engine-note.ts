import * as v from 'valibot';
import { SESSION_DELEGATES, SESSION_ENGINES, SESSION_MODELS } from '../core/session/record';

/** What was found to be the fastest that is right on this machine, and how fast it was. */
export interface KeptEngine {
  /** Missing in notes from before there was a choice. */
  readonly engine?: (typeof SESSION_ENGINES)[number] | undefined;
  readonly delegate: (typeof SESSION_DELEGATES)[number];
  /** Of a live session, the whole screen drawn; null before the first one. */
  readonly picturesPerS: number | null;
}

/** What came out best when all that this browser can run was tried on the known picture. */
export interface KeptChoice {
  readonly model: (typeof SESSION_MODELS)[number];
  readonly engine: (typeof SESSION_ENGINES)[number];
  readonly delegate: (typeof SESSION_DELEGATES)[number];
  readonly pictureMs: number;
}

/** One per pose model, for what is faster for a small model need not be for a large one; and which is best of all. */
export type KeptEngines = { readonly [Model in (typeof SESSION_MODELS)[number]]?: KeptEngine } & {
  readonly choice?: KeptChoice;
};

/** Port of the note of what was measured in this browser. That it cannot be kept costs a new measurement, no more. */
export interface EngineNote {
  /** What was kept under the very same versions; empty otherwise. Never fails. */
  load(): KeptEngines;
  save(engines: KeptEngines): void;
}

const KEY = 'hipline.engines';

const Kept = v.optional(
  v.object({
    engine: v.optional(v.picklist(SESSION_ENGINES)),
    delegate: v.picklist(SESSION_DELEGATES),
    picturesPerS: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
  }),
);
const Choice = v.optional(
  v.object({
    model: v.picklist(SESSION_MODELS),
    engine: v.picklist(SESSION_ENGINES),
    delegate: v.picklist(SESSION_DELEGATES),
    pictureMs: v.pipe(v.number(), v.finite(), v.minValue(0)),
  }),
);
const NoteSchema = v.object({
  versions: v.string(),
  engines: v.object({ lite: Kept, full: Kept, heavy: Kept, choice: Choice }),
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

/** Without what was not measured. */
const defined = (engines: {
  readonly [Key in keyof KeptEngines]: KeptEngines[Key] | undefined;
}): KeptEngines => Object.fromEntries(Object.entries(engines).filter(([, engine]) => engine !== undefined));
