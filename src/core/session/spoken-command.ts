/** What a session can be told by voice. */
export const COMMANDS = ['start', 'pause', 'goOn', 'next', 'repeat', 'end'] as const;
export type Command = (typeof COMMANDS)[number];

/** The phrases for each, in one language, parted by commas. */
export type CommandPhrases = Readonly<Record<Command, string>>;

/** The phrase of each that is shown. */
export const shownPhrases = (phrases: CommandPhrases): readonly string[] =>
  COMMANDS.map((command) => phrases[command].split(',')[0] ?? '');

/** A command stands alone or nearly so: in a longer sentence somebody talks to somebody else. */
const MOST_WORDS = 4;

/**
 * The command in what was heard: its phrase as whole words, in a short utterance. Pure.
 *
 * @returns null for none, and for several at once
 */
export function commandIn(heard: string, phrases: CommandPhrases): Command | null {
  const words = wordsOf(heard);
  if (words.length > MOST_WORDS) return null;
  const found = COMMANDS.filter((command) =>
    phrases[command].split(',').some((phrase) => holds(words, wordsOf(phrase))),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Whether what was heard is the app's own voice out of the loudspeaker: every word of it begins like one that was just said.
 *
 * @param said what the app says, or has said a moment ago
 */
export function isEcho(heard: string, said: readonly string[]): boolean {
  const own = said.flatMap(wordsOf).map(stemOf);
  const words = wordsOf(heard);
  return words.length > 0 && words.every((word) => own.includes(stemOf(word)));
}

/** "Paused" is heard as "pause". */
const STEM_LETTERS = 4;
const stemOf = (word: string): string => word.slice(0, STEM_LETTERS);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];

const holds = (words: readonly string[], phrase: readonly string[]): boolean =>
  words.some((_, from) => phrase.every((word, n) => words[from + n] === word));
