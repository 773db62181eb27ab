import * as v from 'valibot';
import { PARTIAL_REASONS } from '../core/exercise/events';
import { NOT_SEEN_REASONS } from '../core/terms/not-seen';
import { FAULT_IDS, isExerciseId } from '../core/terms/ids';
import {
  REPLAY_LANDMARKS,
  SESSION_DELEGATES,
  SESSION_ENDS,
  SESSION_MODELS,
  SESSION_SCHEMA,
  SESSION_SOURCES,
  type SessionRecord,
  type SetEntry,
} from '../core/session/record';
import { SIDES } from '../core/units';

/** The shapes of everything that is read back or imported. What is not named here is left out. */
const finite = v.pipe(v.number(), v.finite());
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.picklist(SIDES);
const fault = v.picklist(FAULT_IDS);
/** Also one that this version does not know: it is kept, and named by its id. */
const exercise = v.pipe(
  v.string(),
  v.check((id) => isExerciseId(id)),
);

const verdict = v.variant('verdict', [
  v.object({
    verdict: v.picklist(['ok', 'fault']),
    peakDeg: v.nullable(finite),
    sdDeg: v.exactOptional(finite),
    side: v.exactOptional(v.nullable(side)),
  }),
  v.object({
    verdict: v.literal('not-seen'),
    reason: v.picklist(NOT_SEEN_REASONS),
    side: v.exactOptional(v.nullable(side)),
  }),
]);

const judged = v.object({
  fault,
  side: v.nullable(side),
  lineDeg: finite,
  t: v.array(finite),
  deg: v.array(finite),
  sdDeg: v.array(finite),
});

const repFields = {
  n: ordinal,
  side,
  startS: finite,
  peakS: finite,
  endS: finite,
  countedAtS: finite,
  verdicts: v.record(fault, verdict),
  judged: v.exactOptional(v.array(judged)),
};
const rep = v.object(repFields);
const partial = v.object({ ...repFields, why: v.picklist(PARTIAL_REASONS) });

const hold = v.object({
  side,
  startS: finite,
  endS: finite,
  inPositionS: v.pipe(finite, v.minValue(0)),
  breaks: v.array(v.object({ fault, startS: finite, endS: finite })),
  judged: v.exactOptional(judged),
});

const faultSpan = v.object({
  fault,
  side: v.nullable(side),
  startS: finite,
  endS: finite,
  flaggedAtS: finite,
  peakDeg: v.nullable(finite),
});

const column = v.array(v.nullable(finite));
const curves = v.pipe(
  v.object({
    t: v.array(finite),
    pelvisObliquityDeg: column,
    kneeFppaDeg: v.object({ left: column, right: column }),
    bodyLineDeg: column,
  }),
  v.check(
    ({ t, pelvisObliquityDeg, kneeFppaDeg, bodyLineDeg }) =>
      [pelvisObliquityDeg, kneeFppaDeg.left, kneeFppaDeg.right, bodyLineDeg].every(
        ({ length }) => length === t.length,
      ),
    'Every curve must be as long as t',
  ),
);

/** x, y and visibility of each landmark. */
const REPLAY_POINTS = REPLAY_LANDMARKS.length * 3;
const replay = v.object({
  of: v.picklist(['rep', 'partial']),
  n: ordinal,
  aspect: v.pipe(finite, v.gtValue(0)),
  frames: v.array(
    v.object({ t: finite, points: v.nullable(v.pipe(v.array(finite), v.length(REPLAY_POINTS))) }),
  ),
});

const setsAndRest = { sets: ordinal, firstSide: side, restS: v.pipe(finite, v.minValue(0)) };
const target = v.variant('kind', [
  v.object({
    kind: v.literal('reps'),
    reps: ordinal,
    order: v.picklist(['each-side', 'alternating']),
    ...setsAndRest,
  }),
  v.object({ kind: v.literal('hold'), holdS: v.pipe(finite, v.gtValue(0)), ...setsAndRest }),
]);

const correctedReps = v.nullable(v.object({ left: count, right: count }));

const start = {
  startedAt: finite,
  appVersion: v.string(),
  source: v.picklist(SESSION_SOURCES),
  model: v.picklist(SESSION_MODELS),
  delegate: v.picklist(SESSION_DELEGATES),
  movementModel: v.boolean(),
};

/** The session without its sets, as a row of the database. How it ended is mended where it cannot be read. */
export const HeaderSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  ...start,
  ended: v.fallback(v.picklist(SESSION_ENDS), 'interrupted'),
  endedAt: v.fallback(v.nullable(finite), null),
});

/** A set without its contents. Only the number is needed: the rest is mended where it cannot be read. */
export const SetHeaderSchema = v.object({
  n: ordinal,
  exercise: v.fallback(v.nullable(exercise), null),
  startedAt: v.fallback(finite, 0),
  target: v.fallback(v.nullable(target), null),
  correctedReps: v.fallback(correctedReps, null),
});

export const EntrySchema = v.variant('kind', [
  v.object({ kind: v.literal('rep'), rep }),
  v.object({ kind: v.literal('partial'), partial }),
  v.object({ kind: v.literal('hold'), hold }),
  v.object({ kind: v.literal('fault'), fault: faultSpan }),
  v.object({ kind: v.literal('exercise'), exercise }),
  v.object({ kind: v.literal('curves'), curves }),
  v.object({ kind: v.literal('replay'), replay }),
]) satisfies v.GenericSchema<unknown, SetEntry>;

/** A whole session as exported. Strict: a file is taken as it is or not at all. */
export const SessionSchema = v.object({
  schema: v.literal(SESSION_SCHEMA),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  ...start,
  ended: v.picklist(SESSION_ENDS),
  endedAt: v.nullable(finite),
  sets: v.array(
    v.object({
      n: ordinal,
      exercise: v.nullable(exercise),
      startedAt: finite,
      target: v.nullable(target),
      reps: v.array(rep),
      partials: v.array(partial),
      holds: v.array(hold),
      faults: v.array(faultSpan),
      correctedReps,
      curves: v.nullable(curves),
      replays: v.array(replay),
    }),
  ),
}) satisfies v.GenericSchema<unknown, SessionRecord>;

/** Where a value is wrong and how, in words: `sets.1.reps.0.side: expected "left" | "right", received "up"`. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? '';
  const expected = issue.expected === null ? issue.message : `expected ${issue.expected}`;
  return `${path === '' ? 'the whole' : path}: ${expected}, found ${issue.received}`;
}
