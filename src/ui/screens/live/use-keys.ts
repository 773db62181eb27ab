import { useEffect } from 'preact/hooks';
import type { LiveController } from '../../live/controller';

/**
 * The keyboard, for who stands near enough: space is the one thing to do now (pause, go on, begin the set), the right arrow goes to
 * what comes next, the left arrow repeats the set, escape asks whether to end and takes that back, 1 and 2 say which
 * exercise it is.
 */
export function useKeys(live: LiveController): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const offered = live.offer.value?.[Number(event.key) - 1];
      if (offered) live.choose(offered);
      const onControl =
        event.target instanceof HTMLElement && event.target.closest('button, a, input') !== null;
      if (onControl && event.key !== 'Escape') return;
      if (!press(live, event.key)) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [live]);
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
