import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ExerciseDefinition, Prescription } from '../../../src/core/exercise/definition';
import { CHANGE_S } from '../../../src/core/session/programme-state';
import type { SessionRecord } from '../../../src/core/session/record';
import { exercises } from '../../../src/exercises/registry';
import { kept, stage, WHOLE } from '../../support/live-stage';
import { recordedSession, type Doing } from '../../support/recorded-session';
import { TimedSink, type Sentence } from '../../support/timed-speech';

/** In place and still for so long: the checks, the countdown, and a breath. */
const STILL_S = 8;
const REST_S = 25;
const SETS = 2;

/** In the order of the programme: faults in each; hip hikes and the plank take a recording for each side. */
const CLIPS = [
  ['d02_band_faults'],
  ['d07_hike_right_clean', 'd08_hike_left_faults'],
  ['d11_march_kbR_mixed'],
  ['d13_curtsy_collapse'],
  ['d04_plank_left_clean', 'd05_plank_right_sag'],
] as const;

const aSet = (clips: readonly string[]): readonly Doing[] =>
  clips.flatMap((clip, n) => [...(n > 0 ? [{ stillBefore: clip, seconds: 1 }] : []), { clip }]);

const DOINGS = CLIPS.flatMap((clips, n): readonly Doing[] => {
  const [first] = clips;
  return [
    { stillBefore: first, seconds: (n > 0 ? CHANGE_S : 0) + STILL_S },
    ...aSet(clips),
    { stillBefore: first, seconds: REST_S },
    ...aSet(clips),
  ];
});

/** As much of each as the recordings show. */
const asRecorded = (definition: ExerciseDefinition): ExerciseDefinition => {
  const reps: Readonly<Record<string, number>> = { 'hip-hike': 5, 'kettlebell-march': 8 };
  const common = { sets: SETS, restS: REST_S };
  const prescription: Prescription =
    definition.prescription.kind === 'hold'
      ? { ...definition.prescription, ...common, holdS: 8, firstSide: 'left' }
      : { ...definition.prescription, ...common, reps: reps[definition.id] ?? definition.prescription.reps };
  return { ...definition, prescription };
};

/** A synthesiser begins within a fraction of a second, and a sentence may wait for the end of another. */
const SOON_MS = 1000;

/** As the cues' times; what is kept is rounded to the millisecond, up or down. */
const inMs = (seconds: number): number => seconds * 1000 - 1;

describe('everything that is said in a session, by a calm voice', () => {
  const sink = new TimedSink();
  let record: SessionRecord;
  /** From "go" to the word that ends the set. */
  let sets: readonly { readonly fromMs: number; readonly toMs: number }[];

  beforeAll(async () => {
    const { live, sessions } = stage(
      [{ ...WHOLE, poses: recordedSession(DOINGS) }],
      { exercise: 'programme', skipSetup: false },
      [],
      () => null,
      { definitions: exercises.map(asRecorded), voice: sink },
    );
    live.start();
    const isOver = () => live.stage.value.kind === 'ended' && live.stage.value.isKept;
    await vi.waitUntil(isOver, { timeout: 200_000, interval: 20 });
    const [found] = await kept(sessions);
    if (!found) throw new Error('nothing kept');
    record = found;
    const begun = sink.sentences.filter(({ text }) => /^(Go|Set 2, go)$/.test(text));
    const ended = sink.sentences.filter(
      ({ text, kind }) => kind === 'switch' && /Rest|Next:|All done/.test(text),
    );
    sets = begun.map(({ atMs }, n) => ({ fromMs: atMs, toMs: ended[n]?.atMs ?? NaN }));
  }, 240_000);

  const said = (kind: Sentence['kind']): readonly Sentence[] =>
    sink.sentences.filter((sentence) => sentence.kind === kind);
  const setAt = (atMs: number): number =>
    sets.findIndex(({ fromMs, toMs }) => atMs >= fromMs && atMs <= toMs);

  it('is of two sets of each exercise', () => {
    expect(record.sets.map(({ exercise }) => exercise)).toEqual(
      record.sets.map((_, n) => record.sets[n - (n % SETS)]?.exercise),
    );
    expect(new Set(record.sets.map(({ exercise }) => exercise)).size).toBe(CLIPS.length);
    expect(sets).toHaveLength(CLIPS.length * SETS);
    expect(record.sets).toHaveLength(CLIPS.length * SETS);
  });

  it('is begun in its time, one after the other, and cut only where it has become false', () => {
    sink.sentences.forEach((sentence, n) => {
      // What the set came to is as true a little later.
      const mayWait = sentence.kind === 'debrief';
      if (!mayWait) expect(sentence.startMs - sentence.atMs, sentence.text).toBeLessThanOrEqual(SOON_MS);
      expect(sentence.startMs, sentence.text).toBeGreaterThanOrEqual(sink.sentences[n - 1]?.endMs ?? 0);
    });
    const cut = sink.sentences.filter(({ isCut }) => isCut);
    // "Stand still" while it counts down would be.
    expect(cut.filter(({ kind }) => kind !== 'setup')).toEqual([]);
  });

  it('counts each repetition by its own number, at once or not at all', () => {
    const numbers = [...said('count'), ...said('switch').filter(({ text }) => /^\d/.test(text))];
    for (const { text, atMs, startMs } of numbers) {
      const set = record.sets[setAt(atMs)];
      const reps = set?.reps.filter(({ countedAtS }) => inMs(countedAtS) <= atMs) ?? [];
      const last = reps.at(-1);
      expect(startMs - inMs(last?.countedAtS ?? -Infinity), text).toBeLessThanOrEqual(SOON_MS);
      const isPerSide = set?.target?.kind === 'reps' && set.target.order === 'each-side';
      const n = isPerSide ? reps.filter(({ side }) => side === last?.side).length : reps.length;
      expect(Number(/\d+/.exec(text)?.[0]), text).toBe(n);
      if (/^(left|right)/.test(text)) expect(text).toContain(last?.side);
    }
    const counted = record.sets.reduce((sum, { reps }) => sum + reps.length, 0);
    expect(numbers.length).toBeGreaterThan(counted * 0.7);
  });

  it('never covers the countdown and its "go", and gives no advice for the set-up after it has begun', () => {
    const goes = said('countdown').filter(({ text }) => text === 'Go');
    expect(goes).toHaveLength(CLIPS.length);
    for (const go of goes) {
      const from = sink.sentences.indexOf(go) - 3;
      const [three, two, one] = sink.sentences.slice(from, from + 3);
      expect([three?.text, two?.text, one?.text]).toEqual(['3', '2', '1']);
      const before = sink.sentences[from - 1];
      expect(before?.endMs ?? 0).toBeLessThanOrEqual(three?.atMs ?? 0);
      // Each whole second on its picture: at most one picture of the recording late.
      for (const [n, each] of [three, two, one, go].entries()) {
        expect(Math.abs((each?.atMs ?? 0) - (three?.atMs ?? 0) - n * 1000)).toBeLessThanOrEqual(100);
      }
    }
    expect(said('setup').filter(({ atMs }) => setAt(atMs) >= 0)).toEqual([]);
  });

  it('tells faults in the set that they are of, while they are news', () => {
    const faults = said('fault');
    expect(faults.length).toBeGreaterThan(CLIPS.length);
    for (const { text, key, startMs, atMs } of faults) {
      const set = setAt(atMs);
      expect(set, text).toBeGreaterThanOrEqual(0);
      // The tone comes as the fault is raised; a reminder comes without one, while it lasts.
      const raised = sink.cues.findLast((cue) => cue.key === key && cue.tone !== null && cue.atMs <= atMs);
      const isNews = raised !== undefined && setAt(raised.atMs) === set && startMs - raised.atMs <= SOON_MS;
      const spans = record.sets[set]?.faults ?? [];
      const lasts = spans.some(
        ({ startS, endS }) => inMs(startS) <= startMs && startMs <= inMs(endS) + SOON_MS,
      );
      expect(isNews || lasts, `${text} at ${String(atMs)}`).toBe(true);
    }
  });

  it('says of the rest nothing in the set, and of the set nothing in the rest but what it came to', () => {
    const ofRest: readonly Sentence['kind'][] = ['switch', 'debrief', 'countdown', 'setup'];
    const inRest = sink.sentences.filter(({ atMs }) => setAt(atMs) < 0);
    expect(inRest.filter(({ kind }) => !ofRest.includes(kind))).toEqual([]);
    const inSet = sink.sentences.filter(({ startMs, endMs }) =>
      sets.some(({ fromMs, toMs }) => endMs > fromMs && startMs < toMs),
    );
    expect(inSet.filter(({ kind }) => kind === 'debrief')).toEqual([]);
  });

  it('says what is needed next, and that the camera goes to the floor for the plank alone', () => {
    const next = said('switch').filter(({ text }) => text.includes('Next:'));
    expect(next.map(({ text }) => text.includes('camera on the floor'))).toEqual([false, false, false, true]);
    for (const { text } of next) expect(text).toContain('Equipment: ');
  });

  it('tells to its end what each set came to, before the next begins', () => {
    const told = said('debrief');
    const asked = sets.slice(0, -1).map(({ toMs }, n) => {
      const found = told.filter(({ atMs, endMs }) => atMs >= toMs && endMs <= (sets[n + 1]?.fromMs ?? 0));
      return found.length;
    });
    expect(asked).toEqual(sets.slice(0, -1).map(() => 1));
    const last = sink.sentences.at(-1);
    expect(last?.text).toBe('All done. You held 12 seconds on the left and 8 seconds on the right.');
    expect(last?.isCut).toBe(false);
  });
});
