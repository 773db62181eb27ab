import { effect } from '@preact/signals';
import { afterEach, describe, expect, it } from 'vitest';
import { exercises } from '../../../src/exercises/registry';
import { exerciseName } from '../../../src/ui/exercise-text';
import { languageFor, locale, speak, spoken, words } from '../../../src/ui/language';
import { toTenth } from '../../../src/ui/model/format';

afterEach(() => speak('en'));

describe('the language', () => {
  it('is the first of the browser’s that there is, whatever its country', () => {
    expect(languageFor(null, ['fr-FR', 'es-MX', 'de-DE'])).toBe('es');
    expect(languageFor(null, ['DE-at', 'en'])).toBe('de');
    expect(languageFor(null, ['en-US', 'de'])).toBe('en');
  });

  it('is English where the browser has none of them', () => {
    expect(languageFor(null, ['fr', 'eo', 'den'])).toBe('en');
    expect(languageFor(null, [])).toBe('en');
  });

  it('is the chosen one, whatever the browser says', () => {
    expect(languageFor('en', ['de-DE'])).toBe('en');
    expect(languageFor('es', ['de-DE'])).toBe('es');
  });

  it('is told to who follows it, with its words there', async () => {
    const seen: string[] = [];
    const stop = effect(() => {
      seen.push(`${spoken.value}: ${words.settingsWords.title}`);
    });
    await speak('de');
    await speak('es');
    stop();
    expect(seen).toEqual(['en: Settings', 'de: Einstellungen', 'es: Ajustes']);
  });

  it('writes numbers and names the exercises in its own way', async () => {
    await speak('de');
    expect(toTenth(1.94)).toBe('1,9');
    expect(exerciseName('side-plank')).toBe('Seitstütz');
    await speak('es');
    expect(exerciseName('side-plank')).toBe('Plancha lateral');
    await speak('en');
    expect([locale, toTenth(1.94)]).toEqual(['en-GB', '1.9']);
    expect(exerciseName('side-plank')).toBe(exercises.find(({ id }) => id === 'side-plank')?.text.name);
  });
});
