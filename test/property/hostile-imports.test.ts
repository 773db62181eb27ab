import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/core/session/csv';
import { TREND_MEASURES, trendOf } from '../../src/core/session/trend';
import { SIDES } from '../../src/core/units';
import { exportSession, parseSession } from '../../src/storage/exchange';
import { importSession } from '../support/import-session';
import { MemorySessionStore } from '../../src/storage/memory-session-store';
import { toFit } from '../../src/storage/export/fit-file';
import { trendScale } from '../../src/ui/charts/trend-scale';
import { scaleOf, ticks } from '../../src/ui/charts/scale';
import { ago, day, time } from '../../src/ui/model/format';
import { daysOf } from '../../src/ui/model/history-view';
import { summaryOf } from '../../src/ui/model/summary-view';
import { reviewSet } from '../../src/ui/model/review-view';
import { formatRoute } from '../../src/ui/router';
import { EVENING } from '../support/session-builders';
import { tamperedFile } from '../support/tampered-file';

describe('a thousand files that were tampered with', () => {
  it('are refused with a reason, or can be listed, shown, charted and saved again', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(tamperedFile, async (text) => {
        const store = new MemorySessionStore();
        const outcome = await importSession(store, new Blob([text]));
        if (outcome.kind === 'failed') {
          expect(outcome.fault.detail).not.toBe('');
          return;
        }
        taken += 1;
        const { record } = outcome;
        const kept = await store.digests();
        const digests = (kept.ok ? kept.value : []).flatMap((item) =>
          item.kind === 'digest' ? [item.digest] : [],
        );
        expect(digests).toHaveLength(1);
        const trends = digests.flatMap(({ exercises }) =>
          exercises.flatMap(({ exercise }) =>
            exercise === null
              ? []
              : TREND_MEASURES.flatMap((measure) =>
                  SIDES.map((side) => trendOf([...digests, ...digests], exercise, measure, side)),
                ),
          ),
        );
        for (const points of trends) {
          expect(JSON.stringify(trendScale({ left: points, right: [] }, 400, 10))).not.toMatch(/null|NaN/);
        }
        const table = toCsv([record]).trimEnd().split('\r\n');
        expect(table.length).toBeGreaterThan(0);
        expect(toFit(record, (id) => id).length).toBeGreaterThan(0);
        const shownOf = [daysOf(digests), trends, summaryOf(record, (id) => id), record.sets.map(reviewSet)];
        for (const shown of shownOf) {
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
