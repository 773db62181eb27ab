import { LANGUAGES, type Language } from '../storage/settings';
import type { Catalogue } from './messages/catalogue';

/** Each language is a script of its own, of which one is fetched. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./messages/en')).en,
  de: async () => (await import('./messages/de')).de,
  es: async () => (await import('./messages/es')).es,
};

/** Dates and numbers are written as here. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de', es: 'es' };

/**
 * The words of the language that is spoken; there from {@link speak} on, which comes before the first screen. To be read where
 * a text is shown, never kept at the top of a file: the language may change.
 */
export let words: Catalogue;
export let language: Language = 'en';
/** For `Intl`. */
export let locale = LOCALES.en;

/** From here on the app speaks this language. Rejects when its words cannot be fetched; then nothing has changed. */
export async function speak(chosen: Language): Promise<void> {
  words = await CATALOGUES[chosen]();
  language = chosen;
  locale = LOCALES[chosen];
}

/** What was chosen, else the first of the browser's languages that there is, else English. */
export function languageFor(chosen: Language | null, ofBrowser: readonly string[]): Language {
  const spoken = ofBrowser.map((tag) => tag.toLowerCase().split('-')[0]);
  return chosen ?? spoken.map((tag) => LANGUAGES.find((one) => one === tag)).find(Boolean) ?? 'en';
}
