import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/core/session/csv';
import { emptySession, emptySet, type RepRecord, type SessionRecord } from '../../../src/core/session/record';
import { aSetStart, aStart, repRecord } from '../../support/session-builders';

const rep = (n: number, given: Partial<RepRecord>): RepRecord => ({ ...repRecord(n), ...given });

const record: SessionRecord = {
  ...emptySession('a,"b"', aStart()),
  sets: [
    {
      ...emptySet(1, aSetStart({ exercise: 'kettlebell-march' })),
      reps: [
        rep(1, {
          side: 'right',
          startS: 4,
          endS: 6.5,
          verdicts: { 'hip-drop': { verdict: 'fault', peakDeg: 9.5, sdDeg: 1.2, side: 'left' } },
        }),
        rep(2, {
          startS: 8,
          endS: 9,
          verdicts: { 'hip-drop': { verdict: 'not-seen', reason: 'too-dark', side: 'right' } },
        }),
      ],
      partials: [{ ...rep(1, { startS: 1, endS: 2, verdicts: {} }), why: 'not-lifted' }],
      holds: [
        {
          side: 'left',
          startS: 20,
          endS: 50,
          inPositionS: 28,
          breaks: [{ fault: 'hip-drop', startS: 30, endS: 32 }],
        },
      ],
      faults: [{ fault: 'hip-drop', side: 'left', startS: 30, endS: 32, flaggedAtS: 30.2, peakDeg: 8 }],
    },
  ],
};

/** The table as records by column. */
function read(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

describe('the table of a session', () => {
  const rows = read(toCsv([record]));

  it('has a row for each repetition, partial and hold, in the order in which they happened', () => {
    expect(rows.map((row) => [row['kind'], row['n'], row['start_s'], row['duration_s']])).toEqual([
      ['partial', '1', '1', '1'],
      ['repetition', '1', '4', '2.5'],
      ['repetition', '2', '8', '1'],
      ['hold', '1', '20', '30'],
    ]);
  });

  it('names the leg at fault, not the one that moved', () => {
    expect(rows[1]).toMatchObject({
      side: 'right',
      hip_drop_verdict: 'fault',
      hip_drop_leg: 'left',
      hip_drop_deg: '9.5',
      hip_drop_sd_deg: '1.2',
      // 1.96 × 1.2, to a tenth.
      hip_drop_within95_deg: '2.4',
    });
    expect(rows[3]).toMatchObject({
      side: 'left',
      hip_drop_verdict: 'fault',
      hip_drop_leg: 'left',
      hip_drop_deg: '8',
    });
  });

  it('leaves empty what was not judged or not measured', () => {
    expect(rows[0]).toMatchObject({ hip_drop_verdict: '', hip_drop_leg: '', why_partial: 'not-lifted' });
    expect(rows[2]).toMatchObject({
      hip_drop_verdict: 'not-seen',
      hip_drop_leg: 'right',
      hip_drop_deg: '',
    });
  });

  it('has what the person said of the session in each of its rows, and empty cells where nothing was said', () => {
    const felt = read(toCsv([{ ...record, felt: { pain: 0, effort: null } }]));
    expect(felt.map((row) => [row['pain_0_to_10'], row['effort_0_to_10']])).toEqual(
      rows.map(() => ['0', '']),
    );
    expect(rows[0]).toMatchObject({ pain_0_to_10: '', effort_0_to_10: '' });
  });

  it('quotes what would break a line, and gives a spreadsheet no formula', () => {
    expect(rows[0]?.['session']).toBe('"a,""b"""');
    const hostile = { ...record, id: '=1+1' };
    expect(read(toCsv([hostile]))[0]?.['session']).toBe("'=1+1");
  });
});
