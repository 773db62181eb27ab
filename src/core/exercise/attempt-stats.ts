import type { Side } from '../units';
import { quantile } from '../signal/quantile';
import { posed, type Posed } from './body-signals';
import type { Attempt } from './attempt';

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

/** Whether the movement model said in every frame how far hips and knees are bent. */
export const knowsFlexion = (poses: readonly Posed[]): boolean =>
  poses.length > 0 && poses.every((pose) => pose.frame.flexion !== null);

/** A quantile of how far a joint is bent over an excursion, degrees; only where {@link knowsFlexion}. */
export const flexionOver = (poses: readonly Posed[], q: number, joint: 'hip' | 'knee', leg: Side): number =>
  overAttempt(poses, q, (pose) => pose.frame.flexion?.[joint][leg].deg ?? 0);
