import type { Language } from '../storage/settings';

const manifestOf = (language: Language): string =>
  language === 'en' ? './manifest.webmanifest' : `./manifest.${language}.webmanifest`;

/** What the page says of itself to the browser, to readers and to who installs it, in the language that is spoken. */
export function describePage(page: Document, language: Language, description: string): void {
  page.documentElement.lang = language;
  page.querySelector('meta[name="description"]')?.setAttribute('content', description);
  const manifest = page.querySelector('link[rel="manifest"]');
  // Set only when it is another one: the browser fetches it each time.
  const isAnother =
    manifest?.getAttribute('href')?.split('/').at(-1) !== manifestOf(language).split('/').at(-1);
  if (isAnother) manifest?.setAttribute('href', manifestOf(language));
}
