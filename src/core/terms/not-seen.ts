/** Why something could not be judged. Closed: every reason has a text that says what to do. */
export const NOT_SEEN_REASONS = [
  'not-tracked',
  'turned-away',
  'out-of-picture',
  'too-dark',
  'too-uncertain',
  'no-stance-yet',
  'other-person',
] as const;
export type NotSeenReason = (typeof NOT_SEEN_REASONS)[number];
