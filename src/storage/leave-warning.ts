/**
 * Lets the browser ask before the page is left while sessions live in its memory alone. Listens all the time, since a
 * listener that comes and goes is easily forgotten; without a reason to warn, it does nothing.
 */
export function warnBeforeLeaving(
  page: Pick<Window, 'addEventListener'>,
  isSomethingUnsaved: () => boolean,
): void {
  page.addEventListener('beforeunload', (event) => {
    if (isSomethingUnsaved()) event.preventDefault();
  });
}
