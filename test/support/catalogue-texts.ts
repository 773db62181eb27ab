import { exercises } from '../../src/exercises/registry';
import { speak, words } from '../../src/ui/language';
import type { Language } from '../../src/storage/settings';

type Sentence = (...values: readonly unknown[]) => unknown;
type Leaf = string | Sentence;
/** Every text of a language by its path ("pauses.asked.title"), sentences as functions. */
export type Leaves = ReadonlyMap<string, Leaf>;

function leavesOf(value: unknown, path: string): readonly (readonly [string, Leaf])[] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Leaf]];
  if (typeof value !== 'object' || value === null) throw new TypeError(`${path} is no text`);
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`));
}

/** Takes a catalogue, or any part of one, to pieces. */
export const leaves = (catalogue: object): Leaves => new Map(leavesOf(catalogue, ''));

/** All that a language says, the exercises too: in English these speak for themselves. */
export async function leavesIn(language: Language): Promise<Leaves> {
  await speak(language);
  const ownTexts = Object.fromEntries(exercises.map(({ id, text }) => [id, text]));
  return leaves(language === 'en' ? { ...words, exercises: ownTexts } : words);
}

const WEEK = { week: 2, daysDone: 1, waitDays: 1, last: null };
const LEG = { side: 'left', firstDropS: 12, largestDropDeg: 7, stoodS: 30 };
const CHANGE = { before: 5, now: 2 };

/** Sentences that need more than numbers: what each is tried with. */
const SAMPLES: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  engineInUse: [
    ['full', undefined],
    ['lite', { delegate: 'CPU', picturesPerS: null }],
    ['heavy', { delegate: 'GPU', picturesPerS: 1 }],
    ['full', { delegate: 'GPU', picturesPerS: 30 }],
  ],
  faultName: [
    ['hip-drop', null],
    ['knee-collapse', 'left'],
    ['hip-drop', 'right'],
  ],
  standWords: ['keep-up', 'wait', 'go-on'].map((reason) => [{ ...WEEK, reason }]),
  reasonWords: [
    ...['begin', 'begin-anew', 'go-on', 'forward', 'wait', 'unfinished', 'amber', 'red', 'missed', 'keep-up'],
  ].map((reason) => [{ ...WEEK, reason }]),
  changeWords: [null, true, false].flatMap((isChange) =>
    ['hip-drop', 'knee-collapse', 'clean', 'reps', 'hold'].map((measure) => [
      measure,
      'left',
      { ...CHANGE, isChange },
    ]),
  ),
  'week.recentLabel': [[[1, 0, 3]]],
  'week.streak': [[3]],
  'headline.hadFault': [
    [1, 8, ['left']],
    [2, 8, ['left', 'right']],
    [2, 8, []],
  ],
  'headline.couldNotJudge': [[['A', 'B']]],
  'headline.openPart': [
    ['A', 2, 2, ['B']],
    ['A', 1, 2, ['B']],
  ],
  'outcomes.found': [[['A', 'B']]],
  'outcomes.couldNotJudge': [[['A', 'B']]],
  'stats.countedNote': [[['A'], 2]],
  'setReview.heldBroken': [
    ['30 s', 1, ['A']],
    ['30 s', 2, ['A']],
  ],
  'choosing.prescribed': ['hold', 'side', 'turns'].map((kind) => [{ kind, amount: 8, sets: 3 }]),
  firstDropWords: [[{ ...LEG, outcome: 'dropped' }], [{ ...LEG, outcome: 'level', firstDropS: null }]],
  largestDropWords: [[{ ...LEG, outcome: 'level', largestDropDeg: 0 }]],
  'importing.summary': [0, 1, 2].map((n) => [{ imported: n, alreadyHere: n, differing: n, failed: n }]),
  'coach.unsure': [[[]], [['A', 'B']]],
  'coach.debrief.began': [[{ side: 'left', n: 3 }], [{ side: null, n: 3 }]],
  'coach.debrief.seenIn': [[[{ side: 'right', n: 3 }]]],
  'coach.debrief.held': [[[{ side: 'left', seconds: 12 }]]],
  ...Object.fromEntries(
    ['countOf', 'changeSide', 'debrief.onLeg'].map((key) => [
      `coach.${key}`,
      [
        ['left', 2],
        ['right', 2],
      ],
    ]),
  ),
};

/** Both numbers of grammar; a text where a name is due is as good as a number. */
const anyOf = (length: number) => ['1', '2'].map((value) => Array.from({ length }, () => value));

/** What a text or a sentence says, with each of its samples; one that fails says how. */
export function saidBy(path: string, leaf: Leaf): readonly string[] {
  if (typeof leaf === 'string') return [leaf];
  return (SAMPLES[path] ?? anyOf(leaf.length)).flatMap((values) => {
    try {
      const said = leaf(...values);
      const parts = typeof said === 'object' && said !== null ? [...leaves(said)] : [['', String(said)]];
      return parts.map(([, text]) => String(text));
    } catch (error) {
      return [`undefined: ${String(error)}`];
    }
  });
}
