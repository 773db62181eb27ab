import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addEntry, emptySession, emptySet } from '../../src/core/session/record';
import { exportSession, parseSession } from '../../src/storage/exchange';
import { importSession } from '../../src/storage/import-session';
import { MemorySessionStore } from '../../src/storage/memory-session-store';
import { scaleOf, ticks } from '../../src/ui/charts/scale';
import { ago, day, time } from '../../src/ui/model/format';
import { daysOf, trendsOf } from '../../src/ui/model/history-view';
import { reviewSet } from '../../src/ui/model/review-view';
import { formatRoute } from '../../src/ui/router';
import { aSetStart, aStart, entryOfEachKind, EVENING } from '../support/session-builders';

const good = exportSession({
  ...emptySession('a', aStart()),
  ended: 'finished',
  endedAt: EVENING,
  sets: [entryOfEachKind.reduce(addEntry, emptySet(1, aSetStart()))],
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What people, other programs and attackers put into files. */
const hostile: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    '\ud800',
    'a'.repeat(10_000),
    -1,
    0.5,
    1e9,
    1e15,
    1e308,
    -1e308,
    [],
    {},
    true,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.jsonValue() as fc.Arbitrary<Json>,
);

/** Every place of a JSON value, as functions that put something else there. */
function placesOf(value: Json, put: (value: Json) => void): ((value: Json) => void)[] {
  const inner =
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, child]) =>
          placesOf(child, (changed) => {
            (value as { [key: string]: Json })[key] = changed;
          }),
        );
  return [put, ...inner];
}

const mutated = fc.array(fc.tuple(fc.nat(), hostile), { minLength: 1, maxLength: 3 }).map((changes) => {
  const root: { value: Json } = { value: JSON.parse(good) as Json };
  for (const [at, value] of changes) {
    const places = placesOf(root.value, (changed) => (root.value = changed));
    places[at % places.length]?.(structuredClone(value));
  }
  return JSON.stringify(root.value);
});

describe('a thousand files that were tampered with', () => {
  it('are refused with a reason, or can be listed, shown, charted and saved again', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const store = new MemorySessionStore();
        const outcome = await importSession(store, new Blob([text]));
        if (outcome.kind === 'failed') {
          expect(outcome.fault.detail).not.toBe('');
          return;
        }
        taken += 1;
        const { record } = outcome;
        const page = await store.list({ offset: 0, limit: 9 });
        const items = page.ok ? page.value.items : [];
        expect(items).toHaveLength(1);
        for (const shown of [daysOf(items), trendsOf(items), record.sets.map(reviewSet)]) {
          expect(JSON.stringify(shown)).not.toMatch(/Infinity|Invalid|NaN/);
        }
        for (const words of [day(record.startedAt), time(record.startedAt), ago(record.startedAt, EVENING)]) {
          expect(words).not.toBe('');
        }
        expect(formatRoute({ name: 'review', sessionId: record.id })).toContain('#/review/');
        for (const { curves } of record.sets) {
          const values = curves?.bodyLineDeg ?? [];
          const bare = { low: [], high: [], line: [] };
          const curve = { name: '', colour: '--accent', isDashed: false, values, ...bare } as const;
          expect(ticks(scaleOf({ curves: [curve] })).length).toBeLessThan(10);
        }
        expect(parseSession(exportSession(record))).toEqual({ ok: true, value: record });
      }),
      { numRuns: 1000 },
    );
    // Both ways were gone.
    expect(taken).toBeGreaterThan(10);
    expect(taken).toBeLessThan(900);
  });
});
