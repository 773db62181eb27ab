import * as v from 'valibot';
import type { DoneRep, ProgrammeStand } from '../core/session/programme-stand';
import { isExerciseId } from '../core/terms/ids';
import { SIDES } from '../core/units';

/** The session that was under way when the page was last seen, and where it stood. */
export interface OpenSession {
  readonly sessionId: string;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** What was chosen to be trained: an exercise, all of them, or whatever is recognised. */
  readonly choice: string;
  /** Null where there is no goal. */
  readonly stand: ProgrammeStand | null;
  /** Repetitions of the running set. */
  readonly reps: readonly DoneRep[];
}

/**
 * Port of the note that says which session is under way. It is written with every repetition and taken away at the regular end; one
 * that is found on start belongs to a session that a reload, a crash or a closed tab has interrupted.
 */
export interface OpenSessionNote {
  /** Null when there is none, or none worth going on with. Never fails. */
  load(nowMs: number): OpenSession | null;
  /** That it cannot be written costs the offer to go on, and nothing that was counted. */
  save(session: OpenSession): void;
  clear(): void;
}

/** Who comes back later than this trains anew. */
const WORTH_FOR_MS = 6 * 3_600_000;
const KEY = 'hipline.open-session';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const side = v.picklist(SIDES);
const exercise = v.pipe(
  v.string(),
  v.check((id) => isExerciseId(id)),
);

const OpenSessionSchema = v.object({
  sessionId: v.pipe(v.string(), v.minLength(1)),
  savedAt: v.number(),
  choice: v.string(),
  stand: v.nullable(
    v.object({
      exercise,
      later: v.array(exercise),
      set: v.pipe(whole, v.minValue(1)),
      side: v.nullable(side),
      done: v.object({ left: amount, right: amount }),
    }),
  ),
  reps: v.array(v.object({ side, judged: v.picklist(['clean', 'fault', 'unjudged']) })),
}) satisfies v.GenericSchema<unknown, OpenSession>;

/** The note in the page's local storage: written at once, also by a page that is about to be closed. */
export const localOpenSession = (
  openStorage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): OpenSessionNote => ({
  load: (nowMs) => {
    const session = parseOpenSession(attempt(() => openStorage().getItem(KEY)) ?? null);
    return session !== null && Math.abs(nowMs - session.savedAt) <= WORTH_FOR_MS ? session : null;
  },
  save: (session) => {
    attempt(() => {
      openStorage().setItem(KEY, JSON.stringify(session));
    });
  },
  clear: () => {
    attempt(() => {
      openStorage().removeItem(KEY);
    });
  },
});

function parseOpenSession(text: string | null): OpenSession | null {
  const parsed = v.safeParse(
    OpenSessionSchema,
    attempt(() => JSON.parse(text ?? 'null') as unknown),
  );
  return parsed.success ? parsed.output : null;
}

/** Even looking at the local storage throws where the browser forbids it. */
function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
