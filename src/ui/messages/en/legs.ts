import type { FaultId } from '../../../core/terms/ids';
import type { Side } from '../../../core/units';

import type { LegWords } from '../words';

const perSide = (words: (side: Side, other: Side) => LegWords): Readonly<Record<Side, LegWords>> => ({
  left: words('left', 'right'),
  right: words('right', 'left'),
});

/** A hip drop is the standing leg's: its abductors let the free side sink. */
export const legs = {
  'hip-drop': perSide((side, free) => ({
    role: `Standing on the ${side}`,
    within: `standing on the ${side}`,
    found: `Standing on the ${side}, the pelvis sank`,
    since: `Standing on the ${side}, the ${free} hip sinks`,
  })),
  'knee-collapse': perSide((side) => ({
    role: `${side === 'left' ? 'Left' : 'Right'} knee`,
    within: `${side} knee`,
    found: `The ${side} knee fell inward`,
    since: `The ${side} knee falls inward`,
  })),
  'stance-knee-bent': perSide((side) => ({
    role: `Knee of the standing ${side} leg`,
    within: `knee of the standing ${side} leg`,
    found: `The knee of the standing ${side} leg bent`,
    since: `The knee of the standing ${side} leg bends`,
  })),
  'trunk-lean': perSide((side) => ({
    role: `Toward the ${side}`,
    within: `toward the ${side}`,
    found: `The trunk leaned to the ${side}`,
    since: `The trunk leans to the ${side}`,
  })),
} as const satisfies Partial<Record<FaultId, Readonly<Record<Side, LegWords>>>>;
