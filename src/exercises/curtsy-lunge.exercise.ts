import { rendered, threshold, type Threshold } from '../core/exercise/threshold';
import {
  flexionOver,
  knowsFlexion,
  most,
  overAttempt,
  posedFrames,
  shareOf,
} from '../core/exercise/attempt-stats';
import { feetDown, legsVisible, pelvisDrop, posed, rise, type Posed } from '../core/exercise/body-signals';
import { defineExercise } from '../core/exercise/definition';
import { isAtBottom, LUNGE_KNEE_READING, lungeKnee, picturedKnee } from '../core/exercise/lunge-knee';
import { footMoved, frontLeg, isSetBack, LUNGE_FEET, rearFootOutward } from '../core/exercise/lunge-feet';
import { createRepAnalyser, type RepPattern } from '../core/exercise/rep-analyser';
import { createRepCounter, type Effort } from '../core/exercise/rep-counter';
import type { Attempt, Outcome } from '../core/exercise/attempt';
import {
  hipDropCheck,
  kneeCollapseCheck,
  partialRangeCheck,
  tooFastCheck,
  trunkLeanCheck,
} from '../core/exercise/standard-checks';
import type { KinematicFrame } from '../core/kinematics/kinematic-frame';
import { millis, otherSide, type Side } from '../core/units';

const thresholds = {
  sinkStart: rendered(0.03, 'body-length', 'swaying moves the pelvis less than 0.02'),
  sinkEnd: rendered(0.018, 'body-length', 'standing again'),
  sinkFull: rendered(
    0.072,
    'body-length',
    'a front knee bent by 55°: half way between the partial lunges (34–40°) and the full ones (75° and more)',
  ),
  flexionFull: rendered(
    58,
    'deg',
    'read at the bottom of lunges to 40°: up to 51°; to 70° and more: 70° and more',
  ),
  flexionStart: rendered(
    22,
    'deg',
    'standing knees are bent by less than 15°, those of a shallow lunge by 28° and more',
  ),
  flexionHome: rendered(8, 'deg', 'knees of somebody who stands'),
  away: rendered(0.04, 'body-length', 'a standing foot wanders by less than 0.02'),
  sinkPartial: rendered(0.035, 'body-length', 'less is a step, not a lunge'),
  ownShare: rendered(0.55, 'ratio', 'a lunge this far below the own depth is partial'),
  stepped: rendered(
    0.07,
    'body-length',
    'the rear foot moves 0.1 and more in the picture; in a squat both stay within 0.03',
  ),
  crossed: rendered(
    0.08,
    'body-length',
    'distance of the rear foot from the front one, turned to the frontal plane: 98 % of crossed feet read below 0.06, straight lunges 0.08 and more',
  ),
  known: rendered(
    0.7,
    'ratio',
    'share of the deep part in which the movement model names the curtsy: 0.8 and more; in a straight lunge less than a half',
  ),
  sideOn: threshold(
    62,
    'deg',
    'read in public recordings: up to 52° oblique, 71° and more from the side',
    'from the side the picture does not show whether a foot crosses: a reverse lunge would count',
  ),
  shortest: rendered(700, 'ms', 'the quickest full lunge takes 1.1 s'),
  seen: rendered(0.2, 'ratio', 'visibility from which knees and feet are no mere guess'),
  homeFeet: rendered(
    0.05,
    'body-length',
    'ready: both feet are back; standing ones wander by less than 0.02',
  ),
  homeSunk: rendered(0.03, 'body-length', 'ready: swaying moves the pelvis by less than 0.02'),
  deepShare: rendered(0.6, 'ratio', 'of the depth: below it a lunge has its shape'),
  ready: rendered(300, 'ms', 'shorter is passing through'),
  longest: rendered(10_000, 'ms', 'a lunge takes 3 s at most'),
  bridged: rendered(
    900,
    'ms',
    'the quickest full lunge takes 1.1 s: none is hidden by a loss of sight as short as this',
  ),
  settle: rendered(300, 'ms', 'the rear foot is set down this long after the pelvis is up again'),
} as const satisfies Record<string, Threshold>;

function effort(pose: Posed): Effort | null {
  if (!legsVisible(pose.body, thresholds.seen.value) && pose.frame.flexion === null) return null;
  const front = frontLeg(pose);
  return { side: front, value: Math.max(pelvisDrop(pose), steppedBack(pose, front)) };
}

/**
 * A foot set back begins an attempt, whether or not the pelvis sinks after it: what never sinks is a partial lunge. In
 * the unit of the sinking, and never enough for a full one.
 */
function steppedBack(pose: Posed, front: Side): number {
  const rear = otherSide(front);
  return Math.max(isSetBack(pose, front) ? thresholds.sinkPartial.value : 0, shallowBend(pose, rear));
}

/**
 * A lunge too shallow to lower the pelvis much: the movement model sees both knees bend while one foot is away. In the unit of
 * the sinking, and never enough for a full one.
 */
function shallowBend(pose: Posed, rear: Side): number {
  const knee = pose.frame.flexion?.knee;
  if (!knee || footMoved(pose, rear) < thresholds.away.value) return 0;
  const { flexionHome: home, flexionStart: start } = thresholds;
  const share = (Math.min(knee.left.deg, knee.right.deg) - home.value) / (start.value - home.value);
  return thresholds.sinkPartial.value * Math.max(0, Math.min(1, share));
}

const isHome = (pose: Posed): boolean =>
  pose.frame.posture === 'standing' &&
  feetDown(pose, thresholds.homeFeet.value) &&
  Math.abs(pelvisDrop(pose)) < thresholds.homeSunk.value;

function classify(attempt: Attempt, own: number | null): Outcome {
  const poses = posedFrames(attempt);
  const quick = attempt.endMs - attempt.startMs < thresholds.shortest.value;
  if (quick || attempt.peak < thresholds.sinkPartial.value) return { kind: 'other-movement' };
  const isDeep = isFull(attempt, poses, own);
  switch (lungeOf(attempt, poses)) {
    case 'curtsy':
      return isDeep ? { kind: 'counted' } : { kind: 'partial', why: 'not-deep-enough' };
    case 'straight':
      return isDeep ? { kind: 'partial', why: 'not-crossed' } : { kind: 'other-movement' };
    case 'none':
      return { kind: 'other-movement' };
  }
}

/** In a lunge one foot stays and the other one goes behind it; in a curtsy across, too. */
function lungeOf({ side, peak }: Attempt, poses: readonly Posed[]): 'curtsy' | 'straight' | 'none' {
  const deep = poses.filter((pose) => (effort(pose)?.value ?? 0) > thresholds.deepShare.value * peak);
  const rearMoved = most(deep, (pose) => footMoved(pose, otherSide(side)));
  const frontMoved = overAttempt(deep, 0.5, (pose) => footMoved(pose, side));
  const separation = overAttempt(deep, 0.5, (pose) => rearFootOutward(pose, side));
  const back = overAttempt(deep, 0.5, (pose) => rise(pose, 'ankle', otherSide(side)));
  if (rearMoved < thresholds.stepped.value) return 'none';
  if (overAttempt(deep, 0.5, ({ stance }) => Math.abs(stance.yawDeg)) > thresholds.sideOn.value)
    return 'none';
  // From far above, below or beside, the picture hides how far back and across the foot went; the movement model knows.
  if (shareOf(deep, (pose) => pose.frame.exercise === 'curtsy-lunge') > thresholds.known.value)
    return 'curtsy';
  // Running on the spot bends both knees and sets a foot back, too, but the pelvis stays up.
  if (knowsFlexion(deep) && overAttempt(deep, 0.5, pelvisDrop) < thresholds.sinkStart.value) return 'none';
  if (frontMoved > LUNGE_FEET.frontStaysDeep.value * rearMoved || back < LUNGE_FEET.behind.value)
    return 'none';
  return separation <= thresholds.crossed.value ? 'curtsy' : 'straight';
}

/** Whether it went deep enough: by the movement model where it speaks, else by the pelvis and the own depth. */
function isFull({ side, peak }: Attempt, poses: readonly Posed[], own: number | null): boolean {
  if (!knowsFlexion(poses))
    return peak >= Math.max(thresholds.sinkFull.value, thresholds.ownShare.value * (own ?? 0));
  return flexionOver(poses, 0.9, 'knee', side) >= thresholds.flexionFull.value;
}

const createPattern = (): RepPattern => ({
  createCounter: () =>
    createRepCounter({
      startAt: thresholds.sinkStart.value,
      endAt: thresholds.sinkEnd.value,
      readyForMs: millis(thresholds.ready.value),
      maxMs: millis(thresholds.longest.value),
      bridgeMs: millis(thresholds.bridged.value),
    }),
  full: thresholds.sinkFull.value,
  effort(frame) {
    const pose = posed(frame);
    return pose ? effort(pose) : null;
  },
  isHome(frame) {
    const pose = posed(frame);
    return pose !== null && isHome(pose);
  },
  classify,
  settleMs: millis(thresholds.settle.value),
});

/** The front leg carries the weight from the moment the pelvis sinks. */
function isLoaded(frame: KinematicFrame): boolean {
  const pose = posed(frame);
  return pose !== null && pelvisDrop(pose) > thresholds.sinkStart.value;
}

const hipDrop = hipDropCheck({
  sides: (front) => [front],
  applies: isLoaded,
  readings: {
    // The hip landmark of a bent leg rides up by more than a drop.
    geometry: null,
    'movement-model': {
      gain: 0.42,
      offset: 2.3,
      offsetSd: 1.8,
      noiseSd: 1.3,
      faultShare: 0.1,
      clean: { mean: 1, sd: 1.3 },
      fault: { mean: 9.5, sd: 2.5 },
      source: 'random intercepts of regular sets of people left out of training, both pose models',
    },
  },
});

/** Clean knees up to 7°, collapsed ones from 11°. */
const COLLAPSE = { faultShare: 0.25, clean: { mean: 0.5, sd: 2 }, fault: { mean: 14, sd: 3 } };

const kneeCollapse = kneeCollapseCheck({
  sides: (front) => [front],
  applies: isAtBottom,
  measure: (frame, front) =>
    frame.source === 'movement-model' ? lungeKnee(frame, front) : picturedKnee(frame, front),
  readings: {
    geometry: {
      gain: 0.7,
      offset: 5,
      offsetSd: 5,
      noiseSd: 2.8,
      ...COLLAPSE,
      source: 'curtsy lunges of rendered bodies: the picture shows 0.65 to 0.72 of a true collapse',
    },
    'movement-model': { ...LUNGE_KNEE_READING, ...COLLAPSE },
  },
});

export default defineExercise({
  id: 'curtsy-lunge',
  text: {
    name: 'Curtsy lunge',
    summary:
      'Step back on a diagonal behind the other foot: the front hip works to keep the knee over the foot.',
    steps: [
      'Stand tall, feet hip-width apart.',
      'Step one foot back and across, behind the other.',
      'Bend both knees; keep your chest tall and the front knee over its toes.',
      'Push through the front heel back to standing, then change sides.',
    ],
    camera: 'Camera at hip height, 2.5 to 3 m away. Face it, with your head and both feet in the picture.',
    equipment: 'None; a weight held at the chest makes it harder.',
    sideLabel: { left: 'left leg in front', right: 'right leg in front' },
    cues: {
      'hip-drop': {
        short: 'Hips level',
        long: 'Your pelvis sinks on the free side: keep both hip bones level.',
      },
      'knee-collapse': {
        short: '{side} knee out',
        long: 'Your {side} knee moves inward: press it out over your toes.',
      },
      'trunk-lean': {
        short: 'Chest tall',
        long: 'Your trunk leans sideways: keep your chest over your pelvis.',
      },
      'partial-range': { short: 'Deeper', long: 'Bend the front knee further, as far as is comfortable.' },
      'too-fast': { short: 'Slower', long: 'Take about two seconds for each lunge.' },
    },
  },
  figure: {
    head: [106, 42],
    shoulders: '88,68 126,68',
    hips: '94,114 119,114',
    far: ['119,114 98,160 46,176'],
    near: ['88,68 76,94 103,92', '126,68 138,94 111,92', '94,114 126,140 124,180'],
    watched: ['94,114 126,140 124,180'],
    level: '66,114 148,114',
    arrow: '64,150 40,150',
    floor: ['26,186 174,186'],
    kettlebell: null,
  },
  offered: { as: 'exercise', place: 4 },
  prescription: { kind: 'reps', reps: 10, order: 'alternating', sets: 2, firstSide: 'left', restS: 45 },
  view: 'standing-front',
  checks: [hipDrop, kneeCollapse, trunkLeanCheck(isLoaded), partialRangeCheck(), tooFastCheck()],
  movement: {
    movementClass: 'curtsy-lunge',
    vetoBelow: rendered(
      0.12,
      'ratio',
      'true curtsies read 0.5 and more; what another movement passes for, 0.12 and less as any exercise',
    ),
  },
  thresholds: { ...thresholds, ...LUNGE_FEET },
  exactFrom: threshold(
    5,
    '1/s',
    'recorded streams with exact truth, with 30 % of the pictures lost at random (eight seeds), by the rate that arrives',
    'Of 304 lunges none is missed at 4 a second; at 2.8, evenly spaced, more than a third is.',
  ),
  createAnalyser: () => createRepAnalyser(createPattern()),
});
