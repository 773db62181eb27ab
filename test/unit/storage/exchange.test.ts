import { describe, expect, it } from 'vitest';
import { addEntry, emptySession, emptySet } from '../../../src/core/session/record';
import { exportFileName, exportSession, parseSession } from '../../../src/storage/exchange';
import { aSetStart, aStart, entryOfEachKind, EVENING } from '../../support/session-builders';

const set = entryOfEachKind.reduce(addEntry, emptySet(1, aSetStart()));
const record = { ...emptySession('a', aStart()), ended: 'finished', endedAt: EVENING, sets: [set] } as const;
const json = JSON.stringify(record);

const JUDGED = { fault: 'hip-drop', side: 'left', lineDeg: 6, t: [0, 1], deg: [2, 3], sdDeg: [1, 1] };

/** The exported session with one place changed. */
const spoilt = (change: (value: Record<string, unknown>) => void): string => {
  const value = JSON.parse(json) as Record<string, unknown>;
  change(value);
  return JSON.stringify(value);
};
const at = (value: unknown, ...path: (string | number)[]): Record<string | number, unknown> =>
  path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value) as Record<
    string | number,
    unknown
  >;

describe('an exported session', () => {
  it('comes back as it was', () => {
    expect(parseSession(exportSession(record))).toEqual({ ok: true, value: record });
  });

  it('that was exported while it ran comes back as interrupted', () => {
    const running = exportSession({ ...record, ended: 'running', endedAt: null });
    expect(parseSession(running)).toMatchObject({ value: { ended: 'interrupted' } });
  });

  it('may hold more than this version knows', () => {
    expect(parseSession(spoilt((value) => (value['note'] = 'tired')))).toEqual({ ok: true, value: record });
  });

  it('is named by its day and time', () => {
    expect(exportFileName(record)).toMatch(/^hipline-2026-11-2[23]-\d{4}\.json$/);
  });
});

describe('what the person said of a session', () => {
  const felt = (value: unknown): string => spoilt((session) => (session['felt'] = value));

  it('comes back with it', () => {
    const said = { ...record, felt: { pain: 3, effort: null } };
    expect(parseSession(exportSession(said))).toEqual({ ok: true, value: said });
  });

  it.each([
    { pain: 11, effort: 1 },
    { pain: 1.5, effort: 1 },
    { pain: -1, effort: null },
    { pain: 1 },
    'bad',
  ])('is refused where it is no number of the scale: %j', (value) => {
    expect(parseSession(felt(value))).toMatchObject({ fault: { code: 'import-damaged' } });
  });
});

describe('a file that is none', () => {
  it.each([
    ['empty', '', 'import-broken', 'not JSON'],
    ['cut off', json.slice(0, 300), 'import-broken', 'not JSON'],
    ['another JSON', '{"hello": 1}', 'import-invalid', 'no exported session'],
    ['a list', '[]', 'import-invalid', 'no exported session'],
    ['null', 'null', 'import-invalid', 'no exported session'],
    ['an analysis', '{"schema":"hipline.analysis/1"}', 'import-invalid', 'no exported session'],
    ['from a newer version', '{"schema":"hipline.session/2"}', 'newer-version', 'hipline.session/2'],
    ['a schema alone', '{"schema":"hipline.session/1"}', 'import-damaged', 'id = undefined'],
  ])('%s: says so', (_name, text, code, detail) => {
    const result = parseSession(text);
    expect(result).toMatchObject({ ok: false, fault: { code } });
    expect(!result.ok && result.fault.detail).toContain(detail);
  });

  it.each([
    ['a side', (v: unknown) => (at(v, 'sets', 0, 'reps', 0)['side'] = 'up'), 'sets.0.reps.0.side'],
    ['a time', (v: unknown) => (at(v, 'sets', 0, 'reps', 0)['endS'] = '3'), 'sets.0.reps.0.endS'],
    ['a number', (v: unknown) => (at(v, 'sets', 0, 'reps', 1)['n'] = 0), 'sets.0.reps.1.n'],
    ['a reason', (v: unknown) => (at(v, 'sets', 0, 'partials', 0)['why'] = 'lazy'), 'sets.0.partials.0.why'],
    ['a curve', (v: unknown) => (at(v, 'sets', 0, 'curves')['t'] = [0]), 'sets.0.curves'],
    [
      'a billion degrees',
      (v: unknown) => (at(v, 'sets', 0, 'curves', 'bodyLineDeg')[0] = 1e9),
      'sets.0.curves',
    ],
    ['an endless angle', (v: unknown) => (at(v, 'sets', 0, 'faults', 0)['peakDeg'] = 1e308), 'peakDeg'],
    ['a date beyond the calendar', (v: unknown) => (at(v)['startedAt'] = 9e15), 'startedAt'],
    ['a date of a set', (v: unknown) => (at(v, 'sets', 0)['startedAt'] = -1), 'sets.0.startedAt'],
    ['half a character in the id', (v: unknown) => (at(v)['id'] = 'a\ud800'), 'id'],
    [
      'a time of years',
      (v: unknown) => (at(v, 'sets', 0, 'reps', 0)['startS'] = 1e12),
      'sets.0.reps.0.startS',
    ],
    ['a flat picture', (v: unknown) => (at(v, 'sets', 0, 'replays', 0)['aspect'] = 1e-9), 'aspect'],
    [
      'more repetitions than anybody does',
      (v: unknown) =>
        (at(v, 'sets', 0)['reps'] = Array.from({ length: 2001 }, () => at(v, 'sets', 0, 'reps', 0))),
      'sets.0.reps',
    ],
    ['a set number', (v: unknown) => (at(v, 'sets', 0)['n'] = 2), 'sets'],
    [
      'a judged curve that is shorter than its times',
      (v: unknown) => (at(v, 'sets', 0, 'reps', 0)['judged'] = [{ ...JUDGED, deg: [1] }]),
      'sets.0.reps.0.judged.0',
    ],
    [
      'a deviation below nothing',
      (v: unknown) => (at(v, 'sets', 0, 'reps', 0)['judged'] = [{ ...JUDGED, sdDeg: [-1, 1] }]),
      'sets.0.reps.0.judged.0.sdDeg',
    ],
    [
      'more judged curves than there are checks and legs',
      (v: unknown) => (at(v, 'sets', 0, 'reps', 0)['judged'] = Array.from({ length: 1000 }, () => JUDGED)),
      'sets.0.reps.0.judged',
    ],
    [
      'a third leg',
      (v: unknown) =>
        (at(v, 'sets', 0, 'reps', 0)['legs'] = {
          'hip-drop': Array.from({ length: 3 }, () => ({ verdict: 'ok', peakDeg: 1, side: 'left' })),
        }),
      'sets.0.reps.0.legs',
    ],
    [
      'a verdict',
      (v: unknown) => (at(v, 'sets', 0, 'reps', 0)['verdicts'] = { 'hip-drop': { verdict: 'good' } }),
      'sets.0.reps.0.verdicts.hip-drop',
    ],
  ])('%s that is wrong is named', (_name, change, path) => {
    const result = parseSession(spoilt(change));
    expect(!result.ok && result.fault).toMatchObject({ code: 'import-damaged' });
    expect(!result.ok && result.fault.detail).toContain(path);
  });
});
