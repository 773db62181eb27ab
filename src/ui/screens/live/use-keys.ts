import { useLayoutEffect } from 'preact/hooks';
import type { LiveController } from '../../live/controller';

/**
 * The keyboard, for who stands near enough: space is the one thing to do now (pause, go on, begin the set), the right arrow goes to
 * what comes next, the left arrow repeats the set, escape asks whether to end and takes that back, 1 and 2 say which
 * exercise it is, and S opens how much is said and how loud.
 */
export function useKeys(live: LiveController, openSound: () => void): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // What stands over the screen has the keys for itself: there escape closes it, and ends no session.
      if (document.querySelector('dialog[open]') !== null) return;
      // A space held down is one press: the focus has moved, and the same press would go on with the pause it has just made.
      if (event.key === ' ' && event.repeat) {
        event.preventDefault();
        return;
      }
      const offered = live.offer.value?.[Number(event.key) - 1];
      if (offered) live.choose(offered);
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input') && event.key !== 'Escape') return;
      // A control's own key is its own.
      if (event.key === ' ' && target?.closest('button, a')) return;
      if (event.key.toLowerCase() === 's' && !event.ctrlKey && !event.metaKey) openSound();
      if (!press(live, event.key)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [live, openSound]);
}

/** @returns whether the key means something */
function press(live: LiveController, key: string): boolean {
  const stage = live.stage.value;
  switch (key) {
    case 'Escape':
      if (stage.kind === 'paused' && stage.why === 'ending') live.resume();
      else live.askEnd();
      return true;
    case ' ':
      live.goOn();
      return true;
    case 'ArrowRight':
      if (stage.kind === 'rest') live.skipRest();
      else live.skipExercise();
      return true;
    case 'ArrowLeft':
      live.repeatSet();
      return true;
    default:
      return false;
  }
}
