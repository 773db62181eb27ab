import { signal } from '@preact/signals';
import { LANGUAGES, type Language } from '../storage/settings';
import type { Catalogue } from './messages/catalogue';

/** Each language is a script of its own, of which one is fetched. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./messages/en')).en,
  de: async () => (await import('./messages/de')).de,
  es: async () => (await import('./messages/es')).es,
};

/** Each in its own tongue. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
};

/** Dates and numbers are written as here. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de', es: 'es' };

/**
 * The words of the language that is spoken; there from {@link speak} on, which comes before the first screen. To be read where
 * a text is shown, never kept at the top of a file: the language may change.
 */
export let words: Catalogue;
/** For `Intl`. */
export let locale = LOCALES.en;
/** Which language that is. Whoever follows it is told once its words are there. */
export const spoken = signal<Language>('en');

/** From here on the app speaks this language. Rejects when its words cannot be fetched; then nothing has changed. */
export async function speak(chosen: Language): Promise<void> {
  words = await CATALOGUES[chosen]();
  locale = LOCALES[chosen];
  spoken.value = chosen;
}

/** What was chosen, else the first of the browser's languages that there is, else English. */
export function languageFor(chosen: Language | null, ofBrowser: readonly string[]): Language {
  const spoken = ofBrowser.map((tag) => tag.toLowerCase().split('-')[0]);
  return chosen ?? spoken.map((tag) => LANGUAGES.find((one) => one === tag)).find(Boolean) ?? 'en';
}
