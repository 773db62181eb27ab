import { describe, expect, it } from 'vitest';
import { leaves, leavesIn, saidBy, type Leaves } from '../../support/catalogue-texts';

const en = await leavesIn('en');
const others = [
  ['German', await leavesIn('de'), 'de'],
  ['Spanish', await leavesIn('es'), 'es'],
] as const;

/** Names, signs, and words that a language shares with English: all else that reads the same was forgotten. */
const NAMES = [
  'engines.mediapipe.name',
  'engines.litert.name',
  'windowTitles.choose',
  'windowTitles.plan',
  'planWords.title',
  'rest.counted',
  'doseWords',
  'coach.recognised',
];
const THE_SAME: Readonly<Record<'de' | 'es', readonly string[]>> = {
  de: [
    ...NAMES,
    'models.full.name',
    'signs.pause',
    'hud.pause',
    'stats.tempo',
    'windowTitles.live',
    'settingsWords.themes.system',
    'printed.name',
    'outcomes.letters.left',
    'outcomes.letters.right',
    'outcomes.short',
  ],
  es: [...NAMES, 'curves.hip-drop.title'],
};

const broken = (text: string) => text.trim() === '' || /undefined|NaN|\[object/.test(text);

/** Paths whose text says nothing, or says what no person says. */
const unsaid = (own: Leaves) =>
  [...own].filter(([path, leaf]) => saidBy(path, leaf).some(broken)).map(([path]) => path);

/** Paths whose text is the English one, with all samples. */
const untranslated = (own: Leaves, english: Leaves) =>
  [...own]
    .filter(([path, leaf]) => {
      const original = english.get(path);
      return original !== undefined && saidBy(path, original).join('|') === saidBy(path, leaf).join('|');
    })
    .map(([path]) => path);

describe('the catalogue', () => {
  it('says something in English, whatever it is given', () => {
    expect(unsaid(en)).toEqual([]);
  });

  describe.each(others)('in %s', (_, own, language) => {
    it('has exactly the texts that English has, those of coach and exercises too', () => {
      expect([...own.keys()].sort()).toEqual([...en.keys()].sort());
    });

    it('says something, whatever it is given', () => {
      expect(unsaid(own)).toEqual([]);
    });

    it('has no English left in it but the words that are the same', () => {
      expect(untranslated(own, en).sort()).toEqual([...THE_SAME[language]].sort());
    });

    it('names the leg wherever English does', () => {
      const namesLeg = (leaf: unknown) => typeof leaf === 'string' && /\{[^}]+\}/.test(leaf);
      const differing = [...en].filter(([path, leaf]) => namesLeg(leaf) !== namesLeg(own.get(path)));
      expect(differing.map(([path]) => path)).toEqual([]);
    });

    it('keeps what is said in the middle of a repetition to four words', () => {
      const spoken = [...own].filter(([path]) => /^(coach\.faults|exercises)\..*\.short$/.test(path));
      expect(spoken.length).toBeGreaterThan(20);
      const long = spoken.filter(([, leaf]) => typeof leaf === 'string' && leaf.split(' ').length > 4);
      expect(long).toEqual([]);
    });
  });

  it('would tell a text that is missing, empty or forgotten', () => {
    const english = leaves({ go: 'Go', stop: 'Stop', of: (n: number) => `of ${n}`, list: ['a'] });
    const own = leaves({ go: 'Los', stop: ' ', of: (n: number) => `of ${n}`, list: ['ein'] });
    expect(unsaid(own)).toEqual(['stop']);
    expect(untranslated(own, english)).toEqual(['of']);
    expect(unsaid(leaves({ of: (one: { n: { m: string } }) => one.n.m }))).toEqual(['of']);
    expect([...leaves({ go: { on: 'Go on' } }).keys()]).toEqual(['go.on']);
  });
});
