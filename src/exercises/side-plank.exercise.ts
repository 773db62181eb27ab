import { threshold } from '../core/exercise/threshold';
import { defineExercise } from '../core/exercise/definition';
import type { Threshold } from '../core/exercise/threshold';
import { createHoldAnalyser, type HoldLimits } from '../core/exercise/hold-analyser';
import type { SagLimits } from '../core/exercise/hold-sag';
import { deg, millis } from '../core/units';

const SAG: SagLimits = {
  watch: threshold(
    deg(4),
    'deg',
    'measured: the sag is read to 2.1° (95th percentile) on rendered planks with exact truth',
    'Twice the error of the measure: below it, silence.',
  ),
  fault: threshold(
    deg(8),
    'deg',
    'prescription: shoulders, hips and ankles in one line; measured: straight bodies sway by 3°',
    'Clearly off the line for any body, and well beyond the error of the measure.',
  ),
  holdMs: threshold(
    millis(150),
    'ms',
    'measured: the longest false excursion of a straight body lasted two frames at 15 frames/s',
    'Long enough to be no flicker, short enough to be said within half a second.',
  ),
};

const HOLD = {
  sag: SAG,
  inLineDeg: threshold(
    deg(6),
    'deg',
    'measured: straight bodies show −10° to +4° in the first second, bodies on the floor 15° to 27°',
    'Between the two, nearer to the straight ones: hips half way up are not in position.',
  ),
  steadyMs: threshold(
    millis(250),
    'ms',
    'measured: a lift passes the straight line in less than 100 ms',
    'Arriving in the line counts, passing it does not.',
  ),
  steadySpeed: threshold(
    12,
    'deg/s',
    'measured: lifting and lowering run at 25 to 60°/s, a held plank sways at up to 8°/s',
    'Separates holding from moving.',
  ),
  floorDeg: threshold(
    deg(13),
    'deg',
    'measured: hips on the floor show 15° to 27°, by build and camera',
    'Lying and steady beyond this, the hips rest on the floor.',
  ),
  unseenFloorDeg: threshold(
    deg(19),
    'deg',
    'measured: sags that are held show up to 14°, hips on the floor 15° to 27°',
    'Until the floor was seen, steady hips above this sag: the clock stops for both, but a sag ends nothing.',
  ),
  giveUpMs: threshold(
    millis(8000),
    'ms',
    'prescription: a rest of this length is the end of a hold',
    'Out of position or out of sight for longer is no pause.',
  ),
  blinkMs: threshold(
    millis(400),
    'ms',
    'measured: single frames without landmarks, up to three at 10 frames/s',
    'A blink of the tracking must not stop the clock.',
  ),
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
      'Camera on the floor or a low chair, 2.5 to 3 m away. Lie across the picture, so that head and feet are both in view.',
    equipment: 'A mat.',
    sideLabel: { left: 'left side down', right: 'right side down' },
    cues: {
      'hip-drop': {
        short: 'Hips up',
        long: 'Your hips sink toward the floor: lift them back into the line from shoulders to heels.',
      },
    },
  },
  figure: {
    head: [160, 78],
    shoulders: '138,92 143,104',
    hips: '90,118 94,131',
    far: [],
    near: ['138,92 118,78 100,104', '94,124 58,146 24,166', '142,102 144,160 172,162'],
    watched: ['138,98 92,124 24,166'],
    level: '176,76 14,172',
    arrow: null,
    floor: ['10,176 190,176'],
    kettlebell: null,
  },
  offered: { as: 'exercise', place: 5 },
  prescription: { kind: 'hold', holdS: 30, sets: 3, firstSide: 'left', restS: 30 },
  view: 'lying-side',
  checks: [],
  holdFaults: { 'hip-drop': SAG.fault },
  movement: {
    movementClass: 'side-plank',
    vetoBelow: threshold(0, 'ratio', 'design', 'its posture alone says what it is'),
  },
  thresholds: {
    sagWatch: SAG.watch,
    sagFault: SAG.fault,
    sagHold: SAG.holdMs,
    inLine: HOLD.inLineDeg,
    steadyFor: HOLD.steadyMs,
    steadySpeed: HOLD.steadySpeed,
    floor: HOLD.floorDeg,
    unseenFloor: HOLD.unseenFloorDeg,
    giveUp: HOLD.giveUpMs,
    blink: HOLD.blinkMs,
  },
  exactFrom: threshold(
    9,
    '1/s',
    'recorded streams with exact truth, with 30 % of the pictures lost at random (eight seeds), by the rate that arrives',
    'The time is right to 0.2 s at 9 a second; it is off by up to 0.5 s at 8, by 0.8 s at 6. Evenly spaced, 4 a second are enough.',
  ),
  createAnalyser: () => createHoldAnalyser(HOLD),
});
