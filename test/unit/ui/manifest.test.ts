import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/storage/settings';
import { exerciseName } from '../../../src/ui/exercise-text';
import { speak, words } from '../../../src/ui/language';

const ROOT = resolve(import.meta.dirname, '../../..');

interface Manifest {
  readonly lang: string;
  readonly description: string;
  readonly shortcuts: readonly { readonly name: string; readonly url: string }[];
}

const fileOf = (language: Language) =>
  language === 'en' ? 'manifest.webmanifest' : `manifest.${language}.webmanifest`;
const manifestOf = (language: Language) =>
  JSON.parse(readFileSync(resolve(ROOT, 'public', fileOf(language)), 'utf8')) as Manifest;

/** What is the same in every language. */
const withoutWords = ({ shortcuts, ...rest }: Manifest) => ({
  ...rest,
  lang: '',
  description: '',
  urls: shortcuts.map(({ url }) => url),
});

afterAll(() => speak('en'));

describe.each(LANGUAGES)('the manifest in %s', (language) => {
  it('speaks as the catalogue does', async () => {
    await speak(language);
    const { lang, description, shortcuts } = manifestOf(language);
    const nameOf = (choice: string): string =>
      choice === 'auto' || choice === 'programme' ? words[choice].name : exerciseName(choice);
    expect(lang).toBe(language);
    expect(description).toBe(words.description);
    expect(shortcuts.map(({ name }) => name)).toEqual(
      shortcuts.map(({ url }) => nameOf(url.split('exercise=')[1] ?? '')),
    );
  });

  it('is of the same app', () => {
    expect(withoutWords(manifestOf(language))).toEqual(withoutWords(manifestOf('en')));
  });
});

it('says in every language, without a script, that the page needs JavaScript', async () => {
  await speak('en');
  const page = readFileSync(resolve(ROOT, 'index.html'), 'utf8');
  const said = [...page.matchAll(/<p lang="(\w+)">[^<]*JavaScript[^<]*<\/p>/g)].map(([, lang]) => lang);
  expect(said).toEqual([...LANGUAGES]);
  expect(page).toContain(words.description);
});
