import { defineExercise, type Threshold } from '../core/exercise/definition';
import { createHoldAnalyser, type HoldLimits } from '../core/exercise/hold-analyser';
import type { SagLimits } from '../core/exercise/hold-sag';
import { deg, millis } from '../core/units';

const SAG: SagLimits = {
  watch: {
    value: deg(4),
    unit: 'deg',
    source: 'measured: the sag is read to 2.1° (95th percentile) on rendered planks with exact truth',
    reason: 'Twice the error of the measure: below it, silence.',
  },
  fault: {
    value: deg(8),
    unit: 'deg',
    source: 'prescription: shoulders, hips and ankles in one line; measured: straight bodies sway by 3°',
    reason: 'Clearly off the line for any body, and well beyond the error of the measure.',
  },
  holdMs: {
    value: millis(150),
    unit: 'ms',
    source: 'measured: the longest false excursion of a straight body lasted two frames at 15 frames/s',
    reason: 'Long enough to be no flicker, short enough to be said within half a second.',
  },
};

const HOLD = {
  sag: SAG,
  inLineDeg: {
    value: deg(6),
    unit: 'deg',
    source: 'measured: straight bodies show −10° to +4° in the first second, bodies on the floor 15° to 27°',
    reason: 'Between the two, nearer to the straight ones: hips half way up are not in position.',
  },
  steadyMs: {
    value: millis(250),
    unit: 'ms',
    source: 'measured: a lift passes the straight line in less than 100 ms',
    reason: 'Arriving in the line counts, passing it does not.',
  },
  steadySpeed: {
    value: 12,
    unit: 'deg/s',
    source: 'measured: lifting and lowering run at 25 to 60°/s, a held plank sways at up to 8°/s',
    reason: 'Separates holding from moving.',
  },
  floorDeg: {
    value: deg(13),
    unit: 'deg',
    source: 'measured: hips on the floor show 15° to 27°, by build and camera',
    reason: 'Lying and steady beyond this, the hips rest on the floor.',
  },
  giveUpMs: {
    value: millis(8000),
    unit: 'ms',
    source: 'prescription: a rest of this length is the end of a hold',
    reason: 'Out of position or out of sight for longer is no pause.',
  },
  blinkMs: {
    value: millis(400),
    unit: 'ms',
    source: 'measured: single frames without landmarks, up to three at 10 frames/s',
    reason: 'A blink of the tracking must not stop the clock.',
  },
} as const satisfies HoldLimits & Record<string, Threshold | SagLimits>;

export default defineExercise({
  id: 'side-plank',
  text: {
    name: 'Side plank',
    summary: 'A hold on one forearm that trains the hip and the flank nearest the floor.',
    steps: [
      'Lie on your side, facing the camera, elbow under the shoulder.',
      'Stack hips, knees and ankles.',
      'Lift the hips until head, hips and heels are one line.',
      'Hold and breathe. The clock stops while the hips sag.',
      'Lower the hips, turn round and hold on the other side.',
    ],
    camera:
      'Laptop on the floor or a low chair, 2.5 to 3 m away. Lie across the picture, so that head and feet are both in view.',
    equipment: 'A mat.',
    sideLabel: { left: 'left side down', right: 'right side down' },
    cues: {
      'hip-drop': {
        short: 'Hips up',
        long: 'Your hips sink toward the floor: lift them back into the line from shoulders to heels.',
      },
    },
  },
  prescription: { kind: 'hold', holdS: 30, sets: 3, firstSide: 'left', restS: 30 },
  view: 'lying-side',
  checks: [],
  holdFaults: ['hip-drop'],
  movement: {
    movementClass: 'side-plank',
    vetoBelow: { value: 0, unit: 'ratio', source: 'design', reason: 'its posture alone says what it is' },
  },
  thresholds: {
    sagWatch: SAG.watch,
    sagFault: SAG.fault,
    sagHold: SAG.holdMs,
    inLine: HOLD.inLineDeg,
    steadyFor: HOLD.steadyMs,
    steadySpeed: HOLD.steadySpeed,
    floor: HOLD.floorDeg,
    giveUp: HOLD.giveUpMs,
    blink: HOLD.blinkMs,
  },
  createAnalyser: () => createHoldAnalyser(HOLD),
});
