import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTIAL_REASONS } from '../../src/core/exercise/events';
import { NOT_SEEN_REASONS } from '../../src/core/terms/not-seen';
import { FAULT_IDS } from '../../src/core/terms/ids';
import {
  SESSION_DELEGATES,
  SESSION_MODELS,
  SESSION_SCHEMA,
  SESSION_SOURCES,
  type RepRecord,
  type SessionRecord,
  type SetRecord,
  type VerdictRecord,
} from '../../src/core/session/record';
import { SIDES } from '../../src/core/units';
import { exercises } from '../../src/exercises/registry';
import { exportSession, parseSession } from '../../src/storage/exchange';
import { entriesOf, restoreSession } from '../../src/storage/restore';

const degrees = fc.double({ min: -360, max: 360, noNaN: true }).map((value) => value + 0);
const deviation = fc.double({ min: 0, max: 360, noNaN: true });
const epochMs = fc.integer({ min: 0, max: Date.UTC(9999, 0) });
const seconds = fc.integer({ min: 0, max: 3_600_000 }).map((time) => time / 1000);
const side = fc.constantFrom(...SIDES);
const fault = fc.constantFrom(...FAULT_IDS);
const ordinal = fc.integer({ min: 1, max: 1000 });

const verdict: fc.Arbitrary<VerdictRecord> = fc.oneof(
  fc.record({ verdict: fc.constantFrom('ok' as const, 'fault' as const), peakDeg: fc.option(degrees) }),
  fc.record({
    verdict: fc.constantFrom('ok' as const, 'fault' as const),
    peakDeg: fc.option(degrees),
    sdDeg: deviation,
  }),
  fc.record({
    verdict: fc.constantFrom('ok' as const, 'fault' as const),
    peakDeg: fc.option(degrees),
    sdDeg: deviation,
    within95Deg: deviation,
  }),
  fc.record({ verdict: fc.constant('not-seen' as const), reason: fc.constantFrom(...NOT_SEEN_REASONS) }),
);
const legVerdict = fc.tuple(verdict, side).map(([one, leg]): VerdictRecord => ({ ...one, side: leg }));
const judged = fc.integer({ min: 0, max: 20 }).chain((length) => {
  const column = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: length, maxLength: length });
  return fc.record({
    fault,
    side: fc.option(side),
    lineDeg: degrees,
    t: column(seconds),
    deg: column(degrees),
    sdDeg: column(deviation),
  });
});
const repFields = {
  n: ordinal,
  side,
  startS: seconds,
  peakS: seconds,
  endS: seconds,
  countedAtS: seconds,
  verdicts: fc.dictionary(fault, verdict).map((verdicts) => ({ ...verdicts })),
};
const rep: fc.Arbitrary<RepRecord> = fc.oneof(
  fc.record(repFields),
  fc.record({
    ...repFields,
    legs: fc
      .dictionary(fault, fc.array(legVerdict, { minLength: 1, maxLength: 2 }))
      .map((legs) => ({ ...legs })),
    judged: fc.array(judged, { maxLength: 4 }),
  }),
);

const setOf = (n: number): fc.Arbitrary<SetRecord> =>
  fc.record({
    n: fc.constant(n),
    exercise: fc.option(fc.constantFrom(...exercises.map(({ id }) => id))),
    startedAt: epochMs,
    target: fc.option(
      fc.record({
        kind: fc.constant('hold' as const),
        holdS: fc.constant(30),
        sets: ordinal,
        firstSide: side,
        restS: seconds,
      }),
    ),
    // A number is given once in a set: the same one again revises the repetition.
    reps: fc.uniqueArray(rep, { selector: ({ n }) => n }),
    partials: fc.array(fc.record({ ...repFields, why: fc.constantFrom(...PARTIAL_REASONS) })),
    holds: fc.array(
      fc.record({
        side,
        startS: seconds,
        endS: seconds,
        inPositionS: seconds,
        breaks: fc.array(fc.record({ fault, startS: seconds, endS: seconds })),
      }),
    ),
    faults: fc.array(
      fc.record({
        fault,
        side: fc.option(side),
        startS: seconds,
        endS: seconds,
        flaggedAtS: seconds,
        peakDeg: fc.option(degrees),
      }),
    ),
    correctedReps: fc.option(fc.record({ left: fc.nat(10_000), right: fc.nat(10_000) })),
    curves: fc.constant(null),
    replays: fc.constant([]),
  });

const session: fc.Arbitrary<SessionRecord> = fc.integer({ min: 0, max: 3 }).chain((sets) =>
  fc.record({
    schema: fc.constant(SESSION_SCHEMA),
    id: fc.uuid(),
    startedAt: epochMs,
    appVersion: fc.string({ maxLength: 100 }),
    source: fc.constantFrom(...SESSION_SOURCES),
    model: fc.constantFrom(...SESSION_MODELS),
    delegate: fc.constantFrom(...SESSION_DELEGATES),
    movementModel: fc.boolean(),
    ended: fc.constantFrom('finished' as const, 'interrupted' as const),
    endedAt: fc.option(epochMs),
    sets: fc.tuple(...Array.from({ length: sets }, (_, index) => setOf(index + 1))),
  }),
);

/** A session as it lies in the database. */
const partsOf = (record: SessionRecord) => ({
  header: record as unknown,
  sets: record.sets.map((set): unknown => set),
  entries: record.sets.flatMap((set) =>
    entriesOf(set).map((entry): { set: unknown; entry: unknown } => ({ set: set.n, entry })),
  ),
});

describe('a kept session, whatever it holds', () => {
  it('comes back from its parts as it was', () => {
    fc.assert(
      fc.property(session, (record) => {
        expect(restoreSession(partsOf(record))).toEqual({ ok: true, value: { record, repairs: [] } });
      }),
    );
  });

  it('comes back from a file as it was', () => {
    fc.assert(
      fc.property(session, (record) => {
        expect(parseSession(exportSession(record))).toEqual({ ok: true, value: record });
      }),
    );
  });

  it('loses no repetition but the damaged ones, and names each', () => {
    fc.assert(
      fc.property(session, fc.array(fc.anything(), { minLength: 1, maxLength: 5 }), (record, rubbish) => {
        const parts = partsOf(record);
        const entries = [...parts.entries, ...rubbish.map((entry) => ({ set: 1, entry }))];
        const restored = restoreSession({ ...parts, entries });
        if (!restored.ok) throw new Error(restored.fault.detail);
        expect(restored.value.repairs.length).toBeGreaterThanOrEqual(rubbish.length);
        expect(restored.value.record.sets.map(({ reps }) => reps)).toEqual(
          record.sets.map(({ reps }) => reps),
        );
      }),
    );
  });

  it('that is rubbish is a fault, never an exception', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.array(fc.anything()),
        fc.array(fc.anything()),
        (header, sets, entries) => {
          const restored = restoreSession({
            header,
            sets,
            entries: entries.map((entry) => ({ set: entry, entry })),
          });
          if (!restored.ok) expect(restored.fault.code).toBe('damaged-record');
        },
      ),
    );
  });

  it('that was cut off or altered in a file is a fault or a valid session, never an exception', () => {
    fc.assert(
      fc.property(session, fc.nat(), fc.string({ maxLength: 3 }), (record, place, put) => {
        const text = exportSession(record);
        const at = place % text.length;
        for (const spoilt of [text.slice(0, at), text.slice(0, at) + put + text.slice(at + 1)]) {
          const parsed = parseSession(spoilt);
          if (!parsed.ok)
            expect(['import-broken', 'import-invalid', 'import-damaged', 'newer-version']).toContain(
              parsed.fault.code,
            );
        }
      }),
    );
  });
});
