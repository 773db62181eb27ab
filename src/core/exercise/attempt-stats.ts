import { quantile } from '../signal/quantile';
import { posed, type Posed } from './body-signals';
import type { Attempt } from './rep-counter';

/** The frames of an excursion in which body and stance are known. */
export const posedFrames = (attempt: Attempt): readonly Posed[] =>
  attempt.frames.flatMap((frame) => posed(frame) ?? []);

/** A quantile of a signal over an excursion; 0 when nothing was seen. */
export const overAttempt = (poses: readonly Posed[], q: number, signal: (pose: Posed) => number): number =>
  quantile(poses.map(signal), q) ?? 0;

/** Largest but for the noisiest tenth. */
export const most = (poses: readonly Posed[], signal: (pose: Posed) => number): number =>
  overAttempt(poses, 0.9, signal);

/** Share of the excursion's frames in which something holds. */
export const shareOf = (poses: readonly Posed[], holds: (pose: Posed) => boolean): number =>
  poses.length === 0 ? 0 : poses.filter(holds).length / poses.length;
