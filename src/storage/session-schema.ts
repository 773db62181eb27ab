import * as v from 'valibot';
import { PARTIAL_REASONS } from '../core/exercise/events';
import { NOT_SEEN_REASONS } from '../core/terms/not-seen';
import { FAULT_IDS, isExerciseId } from '../core/terms/ids';
import { FELT_SCALE, NOT_FELT } from '../core/session/felt';
import {
  REPLAY_LANDMARKS,
  SESSION_DELEGATES,
  SESSION_ENGINES,
  SESSION_ENDS,
  SESSION_MODELS,
  SESSION_SCHEMA,
  SESSION_SOURCES,
  type SessionRecord,
  type SetEntry,
} from '../core/session/record';
import { SIDES } from '../core/units';
import {
  aspectRatio,
  count,
  degrees,
  deviation,
  duration,
  epochMs,
  id,
  LONGEST_SET,
  MOST_SETS,
  ordinal,
  pictureUnits,
  seconds,
  shortText,
} from './physical-bounds';

/** The shapes of everything that is read back or imported. What is not named here is left out. */
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
    peakDeg: v.nullable(degrees),
    sdDeg: v.exactOptional(deviation),
    within95Deg: v.exactOptional(deviation),
    side: v.exactOptional(v.nullable(side)),
  }),
  v.object({
    verdict: v.literal('not-seen'),
    reason: v.picklist(NOT_SEEN_REASONS),
    side: v.exactOptional(v.nullable(side)),
  }),
]);

const judged = v.pipe(
  v.object({
    fault,
    side: v.nullable(side),
    lineDeg: degrees,
    t: v.pipe(v.array(seconds), v.maxLength(LONGEST_SET.judged)),
    deg: v.pipe(v.array(degrees), v.maxLength(LONGEST_SET.judged)),
    sdDeg: v.pipe(v.array(deviation), v.maxLength(LONGEST_SET.judged)),
  }),
  v.check(
    ({ t, deg, sdDeg }) => deg.length === t.length && sdDeg.length === t.length,
    'What was judged must be as long as t',
  ),
);

const repFields = {
  n: ordinal,
  side,
  startS: seconds,
  peakS: seconds,
  endS: seconds,
  countedAtS: seconds,
  verdicts: v.record(fault, verdict),
  legs: v.exactOptional(v.record(fault, v.pipe(v.array(verdict), v.maxLength(SIDES.length)))),
  judged: v.exactOptional(v.pipe(v.array(judged), v.maxLength(FAULT_IDS.length * SIDES.length))),
};
const rep = v.object(repFields);
const partial = v.object({ ...repFields, why: v.picklist(PARTIAL_REASONS) });

const hold = v.object({
  side,
  startS: seconds,
  endS: seconds,
  inPositionS: duration,
  breaks: v.pipe(
    v.array(v.object({ fault, startS: seconds, endS: seconds })),
    v.maxLength(LONGEST_SET.breaks),
  ),
  judged: v.exactOptional(judged),
});

const faultSpan = v.object({
  fault,
  side: v.nullable(side),
  startS: seconds,
  endS: seconds,
  flaggedAtS: seconds,
  peakDeg: v.nullable(degrees),
});

const column = v.array(v.nullable(degrees));
const curves = v.pipe(
  v.object({
    t: v.pipe(v.array(seconds), v.maxLength(LONGEST_SET.frames)),
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
  aspect: aspectRatio,
  frames: v.pipe(
    v.array(
      v.object({
        t: seconds,
        points: v.nullable(v.pipe(v.array(pictureUnits), v.length(REPLAY_POINTS))),
      }),
    ),
    v.maxLength(LONGEST_SET.replayFrames),
  ),
});

const setsAndRest = { sets: ordinal, firstSide: side, restS: duration };
const target = v.variant('kind', [
  v.object({
    kind: v.literal('reps'),
    reps: ordinal,
    order: v.picklist(['each-side', 'alternating']),
    turnEvery: v.exactOptional(ordinal),
    ...setsAndRest,
  }),
  v.object({ kind: v.literal('hold'), holdS: v.pipe(duration, v.gtValue(0)), ...setsAndRest }),
]);

/** Pictures a second, below the rate of any camera. */
const rate = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));

const correctedReps = v.nullable(v.object({ left: count, right: count }));

const start = {
  startedAt: epochMs,
  appVersion: shortText,
  source: v.picklist(SESSION_SOURCES),
  model: v.picklist(SESSION_MODELS),
  delegate: v.picklist(SESSION_DELEGATES),
  engine: v.exactOptional(v.picklist(SESSION_ENGINES)),
  movementModel: v.boolean(),
};

const onScale = v.nullable(
  v.pipe(v.number(), v.integer(), v.minValue(FELT_SCALE.least), v.maxValue(FELT_SCALE.most)),
);

/** The session without its sets, as a row of the database. How it ended is mended where it cannot be read. */
export const HeaderSchema = v.object({
  id,
  ...start,
  ended: v.fallback(v.picklist(SESSION_ENDS), 'interrupted'),
  endedAt: v.fallback(v.nullable(epochMs), null),
  felt: v.exactOptional(
    v.fallback(v.object({ pain: v.fallback(onScale, null), effort: v.fallback(onScale, null) }), NOT_FELT),
  ),
});

/** A set without its contents. Only the number is needed: the rest is mended where it cannot be read. */
export const SetHeaderSchema = v.object({
  n: ordinal,
  exercise: v.fallback(v.nullable(exercise), null),
  startedAt: v.fallback(epochMs, 0),
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
  v.object({ kind: v.literal('slow'), fps: rate }),
]) satisfies v.GenericSchema<unknown, SetEntry>;

/** A whole session as exported. Strict: a file is taken as it is or not at all. */
export const SessionSchema = v.object({
  schema: v.literal(SESSION_SCHEMA),
  id,
  ...start,
  ended: v.picklist(SESSION_ENDS),
  endedAt: v.nullable(epochMs),
  felt: v.exactOptional(v.object({ pain: onScale, effort: onScale })),
  sets: v.pipe(
    v.array(
      v.object({
        n: ordinal,
        exercise: v.nullable(exercise),
        startedAt: epochMs,
        target: v.nullable(target),
        reps: v.pipe(v.array(rep), v.maxLength(LONGEST_SET.reps)),
        partials: v.pipe(v.array(partial), v.maxLength(LONGEST_SET.reps)),
        holds: v.pipe(v.array(hold), v.maxLength(LONGEST_SET.holds)),
        faults: v.pipe(v.array(faultSpan), v.maxLength(LONGEST_SET.faults)),
        correctedReps,
        curves: v.nullable(curves),
        replays: v.pipe(v.array(replay), v.maxLength(2 * LONGEST_SET.reps)),
        slowestFps: v.exactOptional(rate),
      }),
    ),
    v.maxLength(MOST_SETS),
  ),
}) satisfies v.GenericSchema<unknown, SessionRecord>;

/**
 * Where a value is wrong, what stands there and, in brackets, what could: `sets.0.reps.2.n = "three" (number)`. A sign for every
 * language, no sentence.
 */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const found = `${v.getDotPath(issue) ?? '.'} = ${issue.received}`;
  return issue.expected === null ? found : `${found} (${issue.expected})`;
}
