import { describe, expect, it } from 'vitest';
import type { CoachConfig, CoachInput, Cue } from '../../src/core/coach/cue';
import { startCoach, stepCoach } from '../../src/core/coach/coach';
import { CUE_RULES, FAULT_ORDER } from '../../src/core/coach/cue-rules';
import { DEFAULT_FAULT_TEXT, estimateSpeechMs, LOST_TEXT, PARTIAL_TEXT } from '../../src/core/coach/cue-text';
import type { Prescription, CueText } from '../../src/core/exercise/definition';
import { FAULT_IDS, type ExerciseId } from '../../src/core/terms/ids';
import { millis } from '../../src/core/units';
import { exerciseName } from '../../src/exercises/registry';
import { aHold, aPartial, aRep, clean, faulty } from '../support/set-builders';

type Event = CoachInput['events'][number];

const CONFIG: CoachConfig = { nameOf: exerciseName, saySide: 'on-change' };
const EACH_SIDE: Prescription = {
  kind: 'reps',
  reps: 10,
  order: 'each-side',
  sets: 3,
  firstSide: 'right',
  restS: 30,
};

const countedAt = (timeMs: number, n: number, side: 'left' | 'right', verdicts = clean()): Event => ({
  kind: 'rep-counted',
  atMs: millis(timeMs),
  rep: aRep({ n, side, countedAtMs: millis(timeMs), verdicts }),
});
const raisedAt = (
  timeMs: number,
  fault: (typeof FAULT_IDS)[number],
  side: 'left' | 'right' | null,
): Event => ({
  kind: 'fault-raised',
  atMs: millis(timeMs),
  fault,
  side,
});

/** Runs the coach at 20 frames a second and gives every cue. Each event arrives on the first frame at or after it. */
function coach(
  events: readonly Event[],
  options: {
    untilMs?: number;
    prescription?: Prescription | null;
    live?: (atMs: number) => CoachInput['live'];
    config?: CoachConfig;
    betweenSets?: CueText | null;
  } = {},
): readonly Cue[] {
  const { untilMs = 12_000, prescription = null, live = () => null, config = CONFIG } = options;
  const { betweenSets = null } = options;
  const waiting = [...events];
  const cues: Cue[] = [];
  let state = startCoach();
  for (let time = 0; time <= untilMs; time += 50) {
    const due = waiting.filter((event) => event.atMs <= time);
    waiting.splice(0, due.length);
    const exercise = { id: 'hip-hike', cues: {}, prescription, betweenSets } as const;
    const step = stepCoach(state, { atMs: millis(time), exercise, events: due, live: live(time) }, config);
    state = step.state;
    cues.push(...step.cues);
  }
  return cues;
}

const spoken = (cues: readonly Cue[]): [number, string][] =>
  cues.flatMap((cue) => (cue.speech === null ? [] : [[cue.atMs, cue.speech.text] as [number, string]]));
const tones = (cues: readonly Cue[]): [number, string][] =>
  cues.flatMap((cue) => (cue.tone === null ? [] : [[cue.atMs, cue.tone] as [number, string]]));

describe('counting aloud', () => {
  it('ticks and says the number on the frame of the count', () => {
    const cues = coach([countedAt(1000, 1, 'left'), countedAt(3000, 2, 'right')]);
    expect(tones(cues)).toEqual([
      [1000, 'count'],
      [3000, 'count'],
    ]);
    expect(spoken(cues)).toEqual([
      [1000, '1'],
      [3000, '2'],
    ]);
  });

  it('counts each side from one and names the side only when it changes', () => {
    const sides = ['right', 'right', 'left', 'left'] as const;
    const events = sides.map((side, index) => countedAt(1000 + index * 2000, index + 1, side));
    const said = spoken(coach(events, { prescription: EACH_SIDE })).map(([, text]) => text);
    expect(said).toEqual(['right 1', '2', 'left 1', '2']);
  });

  it('names the side every time when asked to', () => {
    const events = [countedAt(1000, 1, 'left'), countedAt(3000, 2, 'right')];
    const cues = coach(events, { config: { ...CONFIG, saySide: 'always' } });
    expect(spoken(cues).map(([, text]) => text)).toEqual(['left 1', 'right 2']);
  });

  it('starts anew with the first repetition of the next set', () => {
    const cues = coach([countedAt(1000, 1, 'left'), countedAt(3000, 2, 'left'), countedAt(5000, 1, 'left')]);
    expect(spoken(cues).map(([, text]) => text)).toEqual(['1', '2', '1']);
  });

  it('says only the newest number when several become known at once, and ticks for each', () => {
    const cues = coach([countedAt(1000, 1, 'left'), countedAt(1000, 2, 'right')]);
    expect(tones(cues).map(([, tone]) => tone)).toEqual(['count', 'count']);
    expect(spoken(cues).map(([, text]) => text)).toEqual(['2']);
  });

  it('says a number up to 250 ms late while the voice is busy, and not later', () => {
    const busyMs = estimateSpeechMs('Hips level');
    const freeAtMs = Math.ceil((1000 + busyMs) / 50) * 50;
    const inTime = coach([raisedAt(1000, 'hip-drop', null), countedAt(freeAtMs - 250, 1, 'left')]);
    expect(spoken(inTime)).toEqual([
      [1000, 'Hips level'],
      [freeAtMs, '1'],
    ]);
    const late = coach([raisedAt(1000, 'hip-drop', null), countedAt(freeAtMs - 300, 1, 'left')]);
    expect(spoken(late)).toEqual([[1000, 'Hips level']]);
    expect(tones(late)).toContainEqual([freeAtMs - 300, 'count']);
  });
});

describe('faults', () => {
  it('are said with their side, before the count of the same frame', () => {
    const cues = coach([countedAt(1000, 1, 'left'), raisedAt(1000, 'knee-collapse', 'left')]);
    expect(spoken(cues)).toEqual([[1000, 'Left knee out']]);
    expect(tones(cues)).toEqual(
      expect.arrayContaining([
        [1000, 'count'],
        [1000, 'fault'],
      ]),
    );
  });

  it('are not repeated before the cool-down, and are at exactly its end', () => {
    const cool = CUE_RULES.fault.coolDownMs;
    const early = coach([raisedAt(1000, 'hip-drop', 'left'), raisedAt(950 + cool, 'hip-drop', 'left')]);
    expect(spoken(early)).toHaveLength(1);
    const due = coach([raisedAt(1000, 'hip-drop', 'left'), raisedAt(1000 + cool, 'hip-drop', 'left')]);
    expect(spoken(due)).toHaveLength(2);
  });

  it('of equal worth keep a gap, of more worth need not', () => {
    const equal = coach([raisedAt(1000, 'hip-drop', 'left'), raisedAt(3000, 'hip-drop', 'right')]);
    expect(spoken(equal)).toHaveLength(1);
    const worse = coach([raisedAt(1000, 'trunk-lean', null), raisedAt(3000, 'knee-collapse', 'right')]);
    expect(spoken(worse).map(([, text]) => text)).toEqual(['Stay upright', 'Right knee out']);
  });

  it('say the worst of several raised at once', () => {
    const cues = coach([raisedAt(1000, 'trunk-lean', null), raisedAt(1000, 'hip-drop', 'left')]);
    expect(spoken(cues)).toEqual([[1000, 'Hips level']]);
  });

  it('are dropped when the voice is not free within a second', () => {
    const long = { ...CONFIG, nameOf: () => 'A name that takes long to say' };
    const recognised: Event = { kind: 'exercise-recognised', atMs: millis(1000), exercise: 'hip-hike' };
    const cues = coach([recognised, raisedAt(1050, 'hip-drop', 'left')], { config: long });
    expect(spoken(cues)).toEqual([[1000, 'A name that takes long to say']]);
    expect(tones(cues)).toEqual([[1050, 'fault']]);
  });

  it('that last are said again after the cool-down, without another tone', () => {
    const live: CoachInput['live'] = {
      phase: 'out-of-position',
      side: 'left',
      progress: 0,
      holdMs: millis(0),
      faults: [{ fault: 'hip-drop', side: 'left', deg: null }],
    };
    const cues = coach([raisedAt(1000, 'hip-drop', 'left')], {
      live: (atMs) => (atMs >= 1000 ? live : null),
    });
    expect(spoken(cues).map(([at]) => at)).toEqual([1000, 1000 + CUE_RULES.fault.coolDownMs]);
    expect(tones(cues)).toEqual([[1000, 'fault']]);
  });

  it('that were raised long before they became known are not said', () => {
    const state = startCoach();
    const input = { exercise: null, live: null, events: [raisedAt(1000, 'hip-drop', 'left')] };
    const at = (time: number) => stepCoach(state, { ...input, atMs: millis(time) }, CONFIG).cues;
    expect(at(2001)).toEqual([]);
    expect(spoken(at(2000))).toHaveLength(1);
  });
});

describe('praise', () => {
  const reps = (count: number, verdictsOf: (n: number) => ReturnType<typeof clean>) =>
    Array.from({ length: count }, (_, index) =>
      countedAt(1000 + index * 2000, index + 1, 'left', verdictsOf(index + 1)),
    );

  it('comes after five clean repetitions in a row, once in its cool-down', () => {
    const cues = coach(reps(10, clean), { untilMs: 22_000 });
    expect(spoken(cues).filter(([, text]) => text === 'Good form')).toHaveLength(1);
  });

  it('never comes for what was not seen, nor for what was not judged', () => {
    const unseen = coach(
      reps(10, () => ({ 'hip-drop': { verdict: 'not-seen', reason: 'too-uncertain' } })),
      { untilMs: 22_000 },
    );
    expect(unseen.filter(({ kind }) => kind === 'praise')).toEqual([]);
    const unjudged = coach(
      reps(10, () => ({})),
      { untilMs: 22_000 },
    );
    expect(unjudged.filter(({ kind }) => kind === 'praise')).toEqual([]);
  });

  it('waits for a new run after an attempt that was not counted, or a fault between repetitions', () => {
    const partial: Event = { kind: 'rep-partial', atMs: millis(6000), partial: aPartial() };
    for (const event of [partial, raisedAt(6000, 'trunk-lean', null)]) {
      const cues = coach([...reps(7, clean), event], { untilMs: 15_000 });
      expect(cues.filter(({ kind }) => kind === 'praise')).toEqual([]);
    }
  });

  it('comes when a fault that was pointed out is gone', () => {
    const events = [
      raisedAt(1800, 'hip-drop', 'left'),
      countedAt(3000, 1, 'left', faulty('hip-drop')),
      countedAt(6000, 2, 'left', clean()),
    ];
    expect(spoken(coach(events)).map(([, text]) => text)).toEqual(['Hips level', '1', '2', 'Better']);
  });

  it('is cut by what matters', () => {
    const events = [...reps(5, clean), raisedAt(9700, 'hip-drop', 'left')];
    const cut = coach(events).find(({ kind }) => kind === 'fault');
    expect(cut).toMatchObject({ atMs: 9700, speech: { interrupts: true } });
  });
});

describe('what else the person must hear', () => {
  it('says why an attempt was not counted, every time by a tone and now and then in words', () => {
    const partial = (timeMs: number): Event => ({
      kind: 'rep-partial',
      atMs: millis(timeMs),
      partial: aPartial({ why: 'not-deep-enough' }),
    });
    const cues = coach([partial(1000), partial(4000)]);
    expect(spoken(cues)).toEqual([[1000, 'Not counted: deeper']]);
    expect(tones(cues).map(([, tone]) => tone)).toEqual(['partial', 'partial']);
  });

  it('says a loss of tracking only when it lasts, and its end only when it was said', () => {
    const lost: Event = { kind: 'tracking-lost', atMs: millis(1000), reason: 'not-tracked' };
    const regained = (timeMs: number): Event => ({ kind: 'tracking-regained', atMs: millis(timeMs) });
    expect(coach([lost, regained(1950)])).toEqual([]);
    const cues = coach([lost, regained(4500)]);
    expect(spoken(cues)).toEqual([
      [2000, "I can't see you"],
      [4500, 'I see you'],
    ]);
    expect(tones(cues)).toEqual([
      [2000, 'lost'],
      [4500, 'regained'],
    ]);
  });

  it('repeats a loss while it lasts', () => {
    const lost: Event = { kind: 'tracking-lost', atMs: millis(1000), reason: 'too-dark' };
    expect(spoken(coach([lost], { untilMs: 13_000 }))).toEqual([
      [2000, 'Too dark'],
      [12_000, 'Too dark'],
    ]);
  });

  it('sounds once when a fault stops the clock, and again when it goes on', () => {
    const events: Event[] = [
      raisedAt(1000, 'hip-drop', 'left'),
      { kind: 'hold-paused', atMs: millis(1000), fault: 'hip-drop' },
      { kind: 'hold-resumed', atMs: millis(3000) },
      { kind: 'hold-paused', atMs: millis(5000), fault: 'too-uncertain' },
    ];
    expect(tones(coach(events, { untilMs: 5500 }))).toEqual([
      [1000, 'fault'],
      [3000, 'hold-start'],
      [5000, 'hold-stop'],
    ]);
  });

  it('forgets a stopped clock when the hold ends, but not a lost person', () => {
    const paused: Event = { kind: 'hold-paused', atMs: millis(1000), fault: 'too-uncertain' };
    const lost: Event = { kind: 'tracking-lost', atMs: millis(1000), reason: 'not-tracked' };
    const ended: Event = {
      kind: 'hold-ended',
      atMs: millis(1500),
      hold: { side: 'left', startMs: millis(0), endMs: millis(1500), inPositionMs: millis(1000), breaks: [] },
    };
    expect(spoken(coach([paused, ended]))).toEqual([[1500, 'Held 1 second']]);
    expect(spoken(coach([lost, ended])).map(([, text]) => text)).toContain("I can't see you");
  });

  it('says the last count together with the switch of sides', () => {
    const switched: Event = { kind: 'side-completed', atMs: millis(1000), side: 'right', next: 'left' };
    const cues = coach([countedAt(1000, 1, 'right'), switched], { prescription: EACH_SIDE });
    expect(spoken(cues)).toEqual([[1000, 'right 1. Now left']]);
  });

  it('says the end of a set, the rest and the next set', () => {
    const events: Event[] = [
      { kind: 'set-completed', atMs: millis(1000), set: 1, sets: 2 },
      { kind: 'countdown-ticked', atMs: millis(3000), of: 'rest', leftS: 10 },
      { kind: 'countdown-ticked', atMs: millis(5500), of: 'rest', leftS: 4 },
      { kind: 'countdown-ticked', atMs: millis(6500), of: 'rest', leftS: 3 },
      { kind: 'rest-ended', atMs: millis(8000), nextSet: 2 },
      { kind: 'set-completed', atMs: millis(10_000), set: 2, sets: 2 },
    ];
    expect(spoken(coach(events)).map(([, text]) => text)).toEqual([
      'Rest',
      '10 seconds to go',
      '3',
      'Set 2, go',
      'All done',
    ]);
  });

  it('says what to do in the rest, and not after the last set', () => {
    const betweenSets = { short: 'Change hands', long: 'Take it in the other hand.' };
    const events: Event[] = [
      { kind: 'set-completed', atMs: millis(1000), set: 1, sets: 2 },
      { kind: 'set-completed', atMs: millis(8000), set: 2, sets: 2 },
    ];
    const cues = coach(events, { betweenSets });
    expect(spoken(cues).map(([, text]) => text)).toEqual(['Rest. Change hands', 'All done']);
  });

  it('names the next exercise with the last count, sounding once, and says when it begins', () => {
    const events: Event[] = [
      countedAt(1000, 1, 'right'),
      { kind: 'set-completed', atMs: millis(1000), set: 2, sets: 2 },
      { kind: 'exercise-completed', atMs: millis(1000), next: 'side-plank' },
      { kind: 'exercise-began', atMs: millis(6000), exercise: 'side-plank' },
    ];
    const cues = coach(events);
    const name = exerciseName('side-plank');
    expect(spoken(cues)).toEqual([
      [1000, `1. Next: ${name}`],
      [6000, name],
    ]);
    expect(tones(cues).map(([, tone]) => tone)).toEqual(['count', 'done', 'hold-start']);
  });

  it('never says a time held like a time left: who comes down early hears what is left, and why the timer paused', () => {
    const held = { kind: 'hold-ended', atMs: millis(20_000), hold: aHold() } as const;
    const left = { kind: 'hold-left', atMs: millis(20_000), side: 'left', leftS: 12 } as const;
    const [first] = spoken(coach([held, left], { untilMs: 22_000 }));
    expect(first).toEqual([20_000, '12 seconds left. Up again when you are ready']);
    const paused: Event = { kind: 'hold-paused', atMs: millis(1000), fault: 'hip-drop' };
    const resumed: Event = { kind: 'hold-resumed', atMs: millis(6000) };
    const said = spoken(coach([raisedAt(1000, 'hip-drop', 'left'), paused, resumed]));
    expect(said.map(([, text]) => text)).toEqual(['Hips level', 'Timer paused', 'Timer on']);
  });

  it('counts a hold down: every ten seconds, then five and the last three', () => {
    const ticks = Array.from({ length: 29 }, (_, index): Event => ({
      kind: 'hold-ticked',
      atMs: millis((index + 1) * 1000),
      side: 'left',
      heldS: index + 1,
      leftS: 29 - index,
    }));
    const said = spoken(coach(ticks, { untilMs: 30_000 })).map(([, text]) => text);
    expect(said).toEqual(['20 seconds to go', '10 seconds to go', '5', '3', '2', '1']);
  });

  it('names what it recognised, what it doubts and what it refuses', () => {
    const events: Event[] = [
      { kind: 'exercise-recognised', atMs: millis(1000), exercise: 'curtsy-lunge' },
      {
        kind: 'exercise-doubted',
        atMs: millis(4000),
        candidates: ['kettlebell-march', 'hip-hike'],
        vetoed: true,
      },
    ];
    const cues = coach(events);
    expect(spoken(cues).map(([, text]) => text)).toEqual(['Curtsy lunge', 'Other exercise']);
    expect(cues.at(-1)?.banner).toBe('Not counted: this looks like Kettlebell march.');
  });

  it('offers what it may be when it is not sure, and refuses what is none of ours', () => {
    const doubt = (timeMs: number, candidates: readonly (ExerciseId | 'none')[], vetoed: boolean): Event => ({
      kind: 'exercise-doubted',
      atMs: millis(timeMs),
      candidates,
      vetoed,
    });
    const bannerOf = (event: Event) => coach([event], { untilMs: 2000 }).at(-1)?.banner;
    expect(bannerOf(doubt(1000, ['hip-hike', 'curtsy-lunge'], false))).toBe(
      'Not sure: Hip hike or Curtsy lunge?',
    );
    expect(bannerOf(doubt(1000, ['none'], false))).toBe('Not sure what this is.');
    expect(bannerOf(doubt(1000, ['none', 'hip-hike'], true))).toBe('Not counted: this is another movement.');
  });

  it('counts the start down to go', () => {
    const ticks = [3, 2, 1, 0].map((leftS, index): Event => ({
      kind: 'countdown-ticked',
      atMs: millis((index + 1) * 1000),
      of: 'start',
      leftS,
    }));
    const cues = coach(ticks);
    expect(spoken(cues).map(([, text]) => text)).toEqual(['3', '2', '1', 'Go']);
    expect(tones(cues).at(-1)).toEqual([4000, 'hold-start']);
  });
});

describe('the tables', () => {
  const texts = [
    ...Object.values(DEFAULT_FAULT_TEXT),
    ...Object.values(PARTIAL_TEXT),
    ...Object.values(LOST_TEXT),
  ];

  it('rank every fault once', () => {
    expect([...FAULT_ORDER].sort()).toEqual([...FAULT_IDS].sort());
  });

  it('give every kind of cue its own rank', () => {
    const ranks = Object.values(CUE_RULES).map(({ rank }) => rank);
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  it('say nothing longer than what a lasting cue may wait for', () => {
    for (const { short } of texts) expect(estimateSpeechMs(short)).toBeLessThan(CUE_RULES.lost.keepMs);
    expect(CUE_RULES.switch.keepMs).toBeGreaterThanOrEqual(CUE_RULES.lost.keepMs);
  });

  it('word a fault whose side is unknown without one', () => {
    const cues = coach([raisedAt(1000, 'knee-collapse', null)]);
    expect(cues[0]).toMatchObject({
      speech: { text: 'Knee out' },
      banner: 'The knee falls inward: press it out over the foot.',
    });
  });
});
