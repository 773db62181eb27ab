import { useLayoutEffect, useRef } from 'preact/hooks';

/*
 * The focus moves together with the screen, before anything is painted: whoever presses the next key at once presses what is shown now.
 */

/** Whether nothing has the focus: what had it is gone. */
const isFocusLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** The heading of the screen, where a reader begins anew. */
export const focusHeading = (): void => {
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
};

/** Gives the focus to the heading when what had it is gone with a change of `what`. */
export function useFocusKept(what: unknown): void {
  useLayoutEffect(() => {
    if (isFocusLost()) focusHeading();
  }, [what]);
}

/**
 * For a box that comes up by itself: its first control takes the focus if what had it is gone, or `always` where the box stands over
 * everything else. When the box goes with the focus in it, that goes to the heading.
 */
export function useFocusIn<Box extends HTMLElement>(what: unknown, always = false) {
  const box = useRef<Box>(null);
  useLayoutEffect(() => {
    if (always || isFocusLost()) box.current?.querySelector<HTMLElement>('button, a')?.focus();
  }, [what, always]);
  useLayoutEffect(
    () => () => {
      queueMicrotask(() => {
        if (isFocusLost()) focusHeading();
      });
    },
    [],
  );
  return box;
}
