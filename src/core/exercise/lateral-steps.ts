import type { BodyPoints } from '../body/body-points';
import type { Millis } from '../units';
import { bothPlantedForMs, followFeet, gapOf, NO_FEET, type Feet } from './lateral-feet';
import {
  begin,
  carryOn,
  confirm,
  type LateralStep,
  type LateralStepLimits,
  type Phase,
  type Stepped,
} from './lateral-stride';

export type { Lead, LateralStep, LateralStepLimits } from './lateral-stride';

export interface LateralSteps {
  /** Feeds one frame and the person's own quiet stance. */
  step(body: BodyPoints, stance: BodyPoints, atMs: Millis): LateralStep;
  /** Nobody seen: what is under way is forgotten, both feet must be planted again. */
  lose(): void;
}

interface StepsState {
  readonly feet: Feet;
  readonly phase: Phase;
}

const UNREADY: Phase = { phase: 'unready' };
const START: StepsState = { feet: NO_FEET, phase: UNREADY };

/** Finds steps to the side by following where each foot is planted: out with one foot, after it with the other. */
export function createLateralSteps(limits: LateralStepLimits): LateralSteps {
  let state = START;
  return {
    step(body, stance, atMs) {
      const feet = followFeet(state.feet, body, stance, atMs);
      const { state: phase, output } = advance(state.phase, feet, atMs, limits);
      state = { feet, phase };
      return output;
    },
    lose() {
      state = START;
    },
  };
}

function advance(phase: Phase, feet: Feet, atMs: Millis, limits: LateralStepLimits): Stepped {
  if (phase.phase === 'unready') return becomeReady(feet, atMs, limits);
  // Feet in profile or crossed: somebody walks. Both feet must be planted before anything counts again.
  if (gapOf(feet) < limits.minGap.value / 2) return { state: UNREADY, output: { kind: 'waiting' } };
  switch (phase.phase) {
    case 'ready':
      return begin(feet, limits);
    case 'striding':
      return carryOn(phase.stride, feet, atMs, limits);
    case 'landed':
      return confirm(phase.landing, feet, atMs);
  }
}

function becomeReady(feet: Feet, atMs: Millis, { readyMs, minGap, maxGap }: LateralStepLimits): Stepped {
  const gap = gapOf(feet);
  const isPlanted = bothPlantedForMs(feet, atMs) >= readyMs.value;
  return isPlanted && gap >= minGap.value && gap <= maxGap.value
    ? { state: { phase: 'ready' }, output: { kind: 'ready', became: true } }
    : { state: UNREADY, output: { kind: 'waiting' } };
}
