import { useEffect, useState } from 'preact/hooks';
import type { ReplayView } from '../model/replay-view';

export interface Loop {
  /** The moment shown, seconds of the set. */
  readonly atS: number;
  readonly isPlaying: boolean;
  readonly isSlow: boolean;
  readonly toggle: () => void;
  readonly toggleSlow: () => void;
  /** Shows a moment, and stays there. */
  readonly seek: (timeS: number) => void;
  /** Shows the next or the last picture, and stays there. */
  readonly step: (by: 1 | -1) => void;
}

/** The end stands this long before it begins anew, so that the eye sees where it ends. */
const PAUSE_S = 0.6;
/** A tab that was away goes on where it was. */
const LONGEST_STEP_S = 0.1;
const SLOW = 0.4;

/**
 * Plays a replay over and over once it is chosen; until then, and where the system asks for less motion, its telling moment stands,
 * and plays when asked to.
 */
export function useLoop(view: ReplayView | null, isChosen: boolean): Loop {
  const [atS, setAtS] = useState(view?.stillS ?? 0);
  const [isPlaying, setPlaying] = useState(false);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const plays = isChosen && view !== null && !wantsLessMotion();
    setAtS((plays ? view.fromS : view?.stillS) ?? 0);
    setPlaying(plays);
  }, [view, isChosen]);
  useEffect(() => {
    if (!isPlaying || view === null) return;
    let before: number | null = null;
    const step = (nowMs: number) => {
      const passedS = before === null ? 0 : Math.min(LONGEST_STEP_S, (nowMs - before) / 1000);
      before = nowMs;
      setAtS((last) => {
        const next = last + passedS * (isSlow ? SLOW : 1);
        return next > view.toS + PAUSE_S ? view.fromS : next;
      });
      request = requestAnimationFrame(step);
    };
    let request = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(request);
    };
  }, [isPlaying, isSlow, view]);
  const shownS = view === null ? 0 : Math.min(view.toS, atS);
  const seek = (timeS: number) => {
    setPlaying(false);
    setAtS(timeS);
  };
  return {
    atS: shownS,
    isPlaying,
    isSlow,
    toggle: () => {
      setPlaying(!isPlaying);
    },
    toggleSlow: () => {
      setSlow(!isSlow);
    },
    seek,
    step: (by) => {
      seek(view === null ? shownS : nextFrame(view.framesS, shownS, by));
    },
  };
}

/** The next picture before or behind a moment; the first or the last one at the ends. */
function nextFrame(framesS: readonly number[], atS: number, by: 1 | -1): number {
  const beyond = framesS.filter((timeS) => (timeS - atS) * by > 1e-6);
  return (by > 0 ? beyond[0] : beyond.at(-1)) ?? atS;
}

const wantsLessMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
