type Page = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/**
 * Tells when the tab is hidden and when it is back: a hidden tab gets no pictures, so nothing is counted, and the person
 * must be told. Gives back how to stop watching.
 */
export function watchTab(page: Page, onChange: (isHidden: boolean) => void): () => void {
  const tell = (): void => onChange(page.visibilityState === 'hidden');
  page.addEventListener('visibilitychange', tell);
  return () => page.removeEventListener('visibilitychange', tell);
}
