import type { ThreadTimes } from './thread-time';

/** What the processor works on during a live picture. */
export const STAGES = ['capture', 'pose', 'page', 'conversion', 'compositing', 'rest'] as const;
export type Stage = (typeof STAGES)[number];

/** Chromium's threads, by `process/thread`, as `/proc` names them: cut off after 15 letters. The first that fits counts. */
const STAGE_OF: readonly (readonly [RegExp, Stage])[] = [
  [/Capture/, 'capture'],
  // Networks with their threads, what is done to pixels and landmarks, and the movement model.
  [/^renderer\/DedicatedWorker/, 'pose'],
  // The core and the drawing over the picture.
  [/^renderer\/(chromium|chrome|CrRendererMain)/, 'page'],
  [/^renderer\/ThreadPool/, 'conversion'],
  [/^gpu-process\/|^renderer\/(Compositor|VideoFrameCompo)/, 'compositing'],
];

/** Milliseconds of the processor per picture, all cores together; null where the system does not tell. */
export const stagesOf = (used: ThreadTimes, pictures: number): Readonly<Record<Stage, number>> | null => {
  if (used.size === 0 || pictures === 0) return null;
  const sums: Record<Stage, number> = {
    capture: 0,
    pose: 0,
    page: 0,
    conversion: 0,
    compositing: 0,
    rest: 0,
  };
  for (const [thread, ms] of used) {
    const stage = STAGE_OF.find(([pattern]) => pattern.test(thread))?.[1] ?? 'rest';
    sums[stage] += ms / pictures;
  }
  return sums;
};
