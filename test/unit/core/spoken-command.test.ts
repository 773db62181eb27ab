import { describe, expect, it } from 'vitest';
import { commandIn, COMMANDS, isEcho, shownPhrases } from '../../../src/core/session/spoken-command';
import { de } from '../../../src/ui/messages/de';
import { en } from '../../../src/ui/messages/en';
import { es } from '../../../src/ui/messages/es';

describe('a spoken command', () => {
  it.each([
    ['Pause', 'pause'],
    ['go on', 'goOn'],
    ['Go on, please.', 'goOn'],
    ['okay next', 'next'],
    ['Again!', 'repeat'],
    ['end', 'end'],
  ] as const)('is its phrase, alone or nearly so: %s', (heard, command) => {
    expect(commandIn(heard, en.commands)).toBe(command);
  });

  it.each([
    '',
    'paused',
    'weekend',
    'go away',
    'can we pause this film for a moment',
    'pause or go on',
    'on the go',
  ])('is nothing else: %s', (heard) => {
    expect(commandIn(heard, en.commands)).toBeNull();
  });

  it.each([
    ['en', en],
    ['de', de],
    ['es', es],
  ])('has a phrase of its own for each, understood as that alone: %s', (_, { commands }) => {
    expect(shownPhrases(commands).map((phrase) => commandIn(phrase, commands))).toEqual([...COMMANDS]);
    for (const command of COMMANDS) {
      for (const phrase of commands[command].split(',')) expect(commandIn(phrase, commands)).toBe(command);
    }
  });

  it('is not obeyed when it is what the app itself has just said', () => {
    const said = ['Paused. I cannot see you', 'End the session? Raise one hand to go on, both to end'];
    expect(isEcho('pause', said)).toBe(true);
    expect(isEcho('Go on', said)).toBe(true);
    expect(isEcho('next', said)).toBe(false);
    expect(isEcho('go on', [])).toBe(false);
    expect(isEcho('', said)).toBe(false);
  });
});
