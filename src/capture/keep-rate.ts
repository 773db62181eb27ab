/**
 * Thins frames out to a rate: a frame is kept when its time has reached the next one that is due.
 * @param fps frames a second; null keeps every frame
 * @returns whether the frame at this time (seconds, increasing) is kept
 */
export const keepRate = (fps: number | null): ((timeS: number) => boolean) => {
  if (fps === null) return () => true;
  let dueS = -Infinity;
  return (timeS) => {
    if (timeS < dueS - TIME_GRAIN_S) return false;
    // Due times keep their own rhythm, so that 30 → 20 keeps two of three; after a gap the rhythm starts anew.
    dueS = dueS + 1 / fps > timeS ? dueS + 1 / fps : timeS + 1 / fps;
    return true;
  };
};

/** Times of a file are multiples of its time base; a frame this little early is not early. */
const TIME_GRAIN_S = 1e-4;
