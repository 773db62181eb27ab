import type { PartialReason } from '../../../core/exercise/events';
import type { FaultId } from '../../../core/terms/ids';
import type { NotSeenReason } from '../../../core/terms/not-seen';
import type { Side } from '../../../core/units';
import type { Advice } from '../words';

/** Why something was not judged, and what to do about it. */
export const notSeen = {
  'not-tracked': { title: 'You are out of sight', todo: 'Step into the picture, facing the camera.' },
  'turned-away': { title: 'You are turned away', todo: 'Turn to face the camera.' },
  'out-of-picture': { title: 'Part of you is out of the picture', todo: 'Step back until your feet show.' },
  'too-dark': { title: 'It is too dark', todo: 'Turn a light on in front of you.' },
  'too-uncertain': { title: 'Not clear enough to judge', todo: 'More light or a plainer background helps.' },
  'no-stance-yet': { title: 'Your stance is not known yet', todo: 'Stand quietly for two seconds.' },
  'other-person': { title: 'Someone else is in view', todo: 'Ask them to step out of the picture.' },
} as const satisfies Record<NotSeenReason, Advice>;

/** The same within a sentence. */
export const notSeenWithin = {
  'not-tracked': 'you are out of sight',
  'turned-away': 'you are turned away',
  'out-of-picture': 'part of you is out of the picture',
  'too-dark': 'it is too dark',
  'too-uncertain': 'not clear enough to judge',
  'no-stance-yet': 'your stance is not known yet',
  'other-person': 'someone else is in view',
} as const satisfies Record<NotSeenReason, string>;

export const partials = {
  'not-deep-enough': 'not deep enough',
  'not-crossed': 'foot not crossed behind',
  'not-lifted': 'not lifted high enough',
  'not-lowered': 'not lowered far enough',
  'not-travelled': 'the other foot did not follow',
  interrupted: 'broken off',
} as const satisfies Record<PartialReason, string>;

/** A fault's name, the cue that mends it, and what the camera saw. Exercises may give their own cues. */
export const faults = {
  'hip-drop': { name: 'hip drop', cue: 'Hips level' },
  'knee-collapse': { name: 'knee collapse', cue: 'Knee out' },
  'trunk-lean': { name: 'trunk lean', cue: 'Chest tall' },
  'partial-range': { name: 'short range', cue: 'Go further' },
  'stance-knee-bent': { name: 'bent stance knee', cue: 'Knee straight' },
  'standing-tall': { name: 'standing tall', cue: 'Sit lower' },
  'feet-together': { name: 'feet together', cue: 'Keep the band tight' },
  'not-crossed': { name: 'not crossed', cue: 'Step further behind' },
  'too-fast': { name: 'too fast', cue: 'Slower' },
} as const satisfies Record<FaultId, { name: string; cue: string }>;

/** How a fault is called with the leg that is at fault: the one that carries the weight, or whose knee it is. */
const faultsOfLeg: Readonly<Partial<Record<FaultId, Readonly<Record<Side, string>>>>> = {
  'hip-drop': { left: 'hip drop, standing on the left', right: 'hip drop, standing on the right' },
  'knee-collapse': { left: 'left knee collapse', right: 'right knee collapse' },
  'trunk-lean': { left: 'trunk lean to the left', right: 'trunk lean to the right' },
  'stance-knee-bent': { left: 'left stance knee bent', right: 'right stance knee bent' },
};

/** @param side the leg at fault; null for the body as a whole */
export const faultName = (fault: FaultId, side: Side | null): string =>
  (side && faultsOfLeg[fault]?.[side]) ?? faults[fault].name;
