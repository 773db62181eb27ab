import type { Tone } from '../core/coach/cue';

/** One note of a tone. */
export interface Note {
  readonly hz: number;
  /** Start within the tone and length, in milliseconds. */
  readonly atMs: number;
  readonly forMs: number;
  /** `sine` is soft; `triangle` and `square` have overtones that carry over music. */
  readonly wave: 'sine' | 'triangle' | 'square';
  /** 0 … 1 at full volume. Waves with overtones sound louder at the same level. */
  readonly level: number;
}

/**
 * The tones, told apart by rhythm and contour, not by pitch alone: up is good, down or repeated low is not. All lie
 * between 400 and 3000 Hz, where small laptop speakers are loud and the bass and drums of music are not.
 */
export const TONE_NOTES: Readonly<Record<Tone, readonly Note[]>> = {
  count: [{ hz: 1568, atMs: 0, forMs: 70, wave: 'triangle', level: 0.9 }],
  countdown: [{ hz: 1047, atMs: 0, forMs: 120, wave: 'sine', level: 0.8 }],
  partial: [
    { hz: 440, atMs: 0, forMs: 70, wave: 'square', level: 0.35 },
    { hz: 440, atMs: 110, forMs: 70, wave: 'square', level: 0.35 },
  ],
  fault: [
    { hz: 932, atMs: 0, forMs: 90, wave: 'square', level: 0.4 },
    { hz: 622, atMs: 100, forMs: 140, wave: 'square', level: 0.4 },
  ],
  'hold-start': [
    { hz: 659, atMs: 0, forMs: 90, wave: 'triangle', level: 0.8 },
    { hz: 988, atMs: 100, forMs: 150, wave: 'triangle', level: 0.8 },
  ],
  'hold-stop': [{ hz: 523, atMs: 0, forMs: 350, wave: 'triangle', level: 0.8 }],
  done: [
    { hz: 784, atMs: 0, forMs: 100, wave: 'triangle', level: 0.9 },
    { hz: 988, atMs: 120, forMs: 100, wave: 'triangle', level: 0.9 },
    { hz: 1319, atMs: 240, forMs: 220, wave: 'triangle', level: 0.9 },
  ],
  lost: [
    { hz: 494, atMs: 0, forMs: 120, wave: 'square', level: 0.35 },
    { hz: 494, atMs: 200, forMs: 120, wave: 'square', level: 0.35 },
    { hz: 494, atMs: 400, forMs: 120, wave: 'square', level: 0.35 },
  ],
  regained: [
    { hz: 494, atMs: 0, forMs: 80, wave: 'triangle', level: 0.8 },
    { hz: 740, atMs: 90, forMs: 80, wave: 'triangle', level: 0.8 },
    { hz: 988, atMs: 180, forMs: 120, wave: 'triangle', level: 0.8 },
  ],
};

/** How long a tone lasts. */
export const toneMs = (tone: Tone): number =>
  Math.max(...TONE_NOTES[tone].map(({ atMs, forMs }) => atMs + forMs));
