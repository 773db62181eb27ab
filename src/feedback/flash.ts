import type { Cue, Tone } from '../core/coach/cue';

/** How the screen's border flashes with a cue, for who cannot hear it. */
export type Flash = 'counted' | 'wrong' | 'changed';

const FLASH_OF_TONE: Readonly<Record<Tone, Flash>> = {
  count: 'counted',
  countdown: 'changed',
  partial: 'wrong',
  fault: 'wrong',
  'hold-start': 'changed',
  'hold-stop': 'changed',
  done: 'changed',
  lost: 'wrong',
  regained: 'changed',
};

/** Null for cues that have no sound of their own: they stand in the banner. */
export const flashOf = ({ tone }: Cue): Flash | null => (tone === null ? null : FLASH_OF_TONE[tone]);
