import { useEffect, useState } from 'preact/hooks';
import type { ReplayView } from '../model/replay-view';

export interface Loop {
  /** The moment shown, seconds of the set. */
  readonly atS: number;
  readonly isPlaying: boolean;
  readonly isSlow: boolean;
  /** False where the person wants no motion: then there is a still, and the scrubber. */
  readonly mayMove: boolean;
  readonly toggle: () => void;
  readonly toggleSlow: () => void;
  /** Shows a moment, and stays there. */
  readonly seek: (timeS: number) => void;
}

/** The end stands this long before it begins anew, so that the eye sees where it ends. */
const PAUSE_S = 0.6;
/** A tab that was away goes on where it was. */
const LONGEST_STEP_S = 0.1;

/** Plays a replay over and over once it is chosen; until then, and where motion is unwanted, its telling moment. */
export function useLoop(view: ReplayView | null, isChosen: boolean): Loop {
  const mayMove = useMotion();
  const [atS, setAtS] = useState(view?.stillS ?? 0);
  const [isPlaying, setPlaying] = useState(false);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const plays = isChosen && mayMove && view !== null;
    setAtS((plays ? view.fromS : view?.stillS) ?? 0);
    setPlaying(plays);
  }, [view, isChosen, mayMove]);
  useEffect(() => {
    if (!isPlaying || view === null) return;
    let before: number | null = null;
    const step = (nowMs: number) => {
      const passedS = before === null ? 0 : Math.min(LONGEST_STEP_S, (nowMs - before) / 1000);
      before = nowMs;
      setAtS((last) => {
        const next = last + passedS * (isSlow ? 0.5 : 1);
        return next > view.toS + PAUSE_S ? view.fromS : next;
      });
      request = requestAnimationFrame(step);
    };
    let request = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(request);
    };
  }, [isPlaying, isSlow, view]);
  return {
    atS: view === null ? 0 : Math.min(view.toS, atS),
    isPlaying,
    isSlow,
    mayMove,
    toggle: () => {
      setPlaying(!isPlaying);
    },
    toggleSlow: () => {
      setSlow(!isSlow);
    },
    seek: (timeS) => {
      setPlaying(false);
      setAtS(timeS);
    },
  };
}

/** Follows the system's wish for less motion. */
function useMotion(): boolean {
  const [mayMove, setMayMove] = useState(() => !reduced().matches);
  useEffect(() => {
    const query = reduced();
    const update = () => {
      setMayMove(!query.matches);
    };
    query.addEventListener('change', update);
    return () => {
      query.removeEventListener('change', update);
    };
  }, []);
  return mayMove;
}

const reduced = (): MediaQueryList => matchMedia('(prefers-reduced-motion: reduce)');
