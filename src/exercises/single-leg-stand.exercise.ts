import type { AnalyserStep, ExerciseAnalyser, LiveStatus } from '../core/exercise/definition';
import { defineExercise } from '../core/exercise/definition';
import type { BodyPoint } from '../core/body/body-points';
import { pelvisDrop, posed, rise, type Posed } from '../core/exercise/body-signals';
import type { ExerciseEvent, JudgedSignal } from '../core/exercise/events';
import { startHoldClock, type HoldClock } from '../core/exercise/hold-clock';
import { createSagWatch, tellSag, type SagWatch } from '../core/exercise/hold-sag';
import { frontalPlaneSeen, HIP_DROP_LIMITS } from '../core/exercise/standard-checks';
import { rendered, threshold } from '../core/exercise/threshold';
import { createTimeWindow, type TimeWindow } from '../core/signal/quantile';
import type { KinematicFrame } from '../core/kinematics/kinematic-frame';
import { deg, millis, otherSide, SIDES, type Millis, type Side } from '../core/units';

const HARDCASTLE =
  'Hardcastle and Nade 1985, J Bone Joint Surg Br 67:741: free hip flexed up to 30°, pelvis held for 30 s';

const thresholds = {
  lifted: rendered(0.045, 'body-length', 'ankles of planted feet differ by up to 0.035 from the stance'),
  lowered: rendered(
    0.025,
    'body-length',
    'a foot that touches the floor again is within the noise of a planted one',
  ),
  bent: rendered(
    10,
    'deg',
    'the knee of a foot that is held off the floor is bent by 12° and more beyond the other',
  ),
  straightened: rendered(4, 'deg', 'knees of planted feet differ by up to 3°'),
  steadyMs: threshold(
    millis(2000),
    'ms',
    'measured on recordings of real people who do other exercises',
    'a knee drive or a step keeps a foot up and still for up to 1.3 s',
  ),
  still: threshold(
    0.08,
    'body-length',
    'measured on recordings of real people who do other exercises',
    'a foot that is held sways by less; a leg that swings or steps travels 0.1 and more within a second',
  ),
  tall: threshold(
    0.05,
    'body-length',
    'measured on recordings of real people who do other exercises',
    'on one straight leg the pelvis stays at its height within 0.03; in a squat or a lunge it sinks by more',
  ),
  liftMs: threshold(millis(1000), 'ms', 'design', 'to lift a foot and to become still belongs to a stand'),
  downMs: threshold(millis(350), 'ms', 'design', 'a toe that taps the floor for a moment ends nothing'),
  giveUpMs: threshold(millis(4000), 'ms', 'design', 'out of sight for longer is the end of a stand'),
  dropWatch: HIP_DROP_LIMITS.watch,
  dropFault: HIP_DROP_LIMITS.fault,
  dropHold: threshold(
    millis(250),
    'ms',
    HARDCASTLE,
    'a sway of the pelvis is corrected at once; a drop stays',
  ),
};

/** The pelvis is read over this long: one noisy frame is no drop. */
const SMOOTHED_MS = millis(250);

/** The leg that is stood on; null while both feet are down. */
const standingLeg = (pose: Posed, current: Side | null): Side | null =>
  pose.frame.flexion ? legByLoad(pose, current) : legByFeet(pose, current);

/** By the movement model: one leg carries the weight, and the other one is bent. A foot held low in front hardly rises in the picture. */
function legByLoad({ frame }: Posed, current: Side | null): Side | null {
  const { loaded, flexion } = frame;
  if (loaded !== 'left' && loaded !== 'right') return null;
  const limit = current === loaded ? thresholds.straightened.value : thresholds.bent.value;
  const knee = flexion?.knee;
  return knee && knee[otherSide(loaded)].deg - knee[loaded].deg > limit ? loaded : null;
}

/** By the picture: one foot is higher than the other. */
function legByFeet(pose: Posed, current: Side | null): Side | null {
  const limit = current === null ? thresholds.lifted.value : thresholds.lowered.value;
  const free = SIDES.find((side) => rise(pose, 'ankle', side) - rise(pose, 'ankle', otherSide(side)) > limit);
  return free ? otherSide(free) : null;
}

/** How far the pelvis has sunk on the free side, degrees; null where it is not seen well enough. */
function dropOf(frame: KinematicFrame, standing: Side): number | null {
  if (!frame.pelvisObliquity || frame.source === 'geometry' || !frontalPlaneSeen(frame)) return null;
  return (standing === 'left' ? -1 : 1) * frame.pelvisObliquity.deg;
}

/** A stand under way. */
interface Stand {
  readonly side: Side;
  readonly clock: HoldClock;
  readonly drop: SagWatch;
  /** The pelvis over the last moment, degrees. */
  readonly drops: TimeWindow<number>;
  /** All of it, for the largest drop. */
  readonly course: JudgedSignal['samples'][number][];
  /** Since when the free foot has been down. */
  downMs: Millis | null;
}

/** A foot off the floor that may become a stand: since when, and where and since when it has been still. */
interface Lift {
  readonly side: Side;
  readonly sinceMs: Millis;
  readonly stillMs: Millis;
  readonly place: BodyPoint;
}

/** What a frame says about a lift: it begins, goes on, moves on, or is over (null). */
function nextLift(lift: Lift | null, pose: Posed): Lift | null {
  const side = standingLeg(pose, lift?.side ?? null);
  if (side === null || pelvisDrop(pose) > thresholds.tall.value) return null;
  const atMs = pose.frame.timestampMs;
  const place = pose.body.ankle[otherSide(side)];
  if (lift?.side !== side) return { side, sinceMs: atMs, stillMs: atMs, place };
  const way = Math.hypot(place.x - lift.place.x, place.y - lift.place.y);
  return way > thresholds.still.value ? { ...lift, stillMs: atMs, place } : lift;
}

/** When a stand began whose foot has become still: with the lift, unless the leg moved about for long before. */
const standStart = ({ sinceMs, stillMs }: Lift): Millis =>
  stillMs - sinceMs <= thresholds.liftMs.value ? sinceMs : stillMs;

function createStandAnalyser(): ExerciseAnalyser {
  let lifted: Lift | null = null;
  let stand: Stand | null = null;
  let seenMs: Millis | null = null;

  const end = (ended: Stand, atMs: Millis, endMs: Millis): readonly ExerciseEvent[] => {
    stand = null;
    lifted = null;
    return endStand(ended, atMs, endMs);
  };

  const wait = (pose: Posed, atMs: Millis): readonly ExerciseEvent[] => {
    lifted = nextLift(lifted, pose);
    if (!lifted || atMs - lifted.stillMs < thresholds.steadyMs.value) return [];
    const startMs = standStart(lifted);
    stand = startStand(lifted.side, startMs);
    return [{ kind: 'hold-started', atMs, side: lifted.side, startMs }];
  };

  const follow = (now: Stand, pose: Posed, atMs: Millis): readonly ExerciseEvent[] => {
    const isBack = now.clock.isUnseen;
    if (isBack) now.clock.regainSight(atMs);
    now.downMs = standingLeg(pose, now.side) === now.side ? null : (now.downMs ?? atMs);
    if (now.downMs !== null && atMs - now.downMs >= thresholds.downMs.value)
      return end(now, atMs, now.downMs);
    const back: readonly ExerciseEvent[] = isBack ? [{ kind: 'hold-resumed', atMs }] : [];
    return [...back, ...watchPelvis(now, pose.frame)];
  };

  const miss = (frame: KinematicFrame): readonly ExerciseEvent[] => {
    const atMs = frame.timestampMs;
    lifted = null;
    if (!stand || seenMs === null) return [];
    if (atMs - seenMs > thresholds.giveUpMs.value) return end(stand, atMs, seenMs);
    if (stand.clock.isUnseen) return [];
    stand.clock.loseSight(seenMs);
    return [{ kind: 'hold-paused', atMs, fault: frame.lost ?? 'no-stance-yet' }];
  };

  const see = (pose: Posed, atMs: Millis): readonly ExerciseEvent[] => {
    seenMs = atMs;
    return stand ? follow(stand, pose, atMs) : wait(pose, atMs);
  };

  return {
    step(frame): AnalyserStep {
      const pose = frame.posture === 'standing' ? posed(frame) : null;
      const events = pose ? see(pose, frame.timestampMs) : miss(frame);
      return { finished: [], events, running: null, live: statusOf(stand, frame) };
    },
    finish: (atMs) => ({ finished: [], events: stand ? end(stand, atMs, seenMs ?? atMs) : [] }),
  };
}

function startStand(side: Side, startMs: Millis): Stand {
  const limits = { watch: thresholds.dropWatch, fault: thresholds.dropFault, holdMs: thresholds.dropHold };
  return {
    side,
    clock: startHoldClock(startMs),
    drop: createSagWatch(limits),
    drops: createTimeWindow(SMOOTHED_MS),
    course: [],
    downMs: null,
  };
}

function endStand(
  { side, clock, drop, course }: Stand,
  atMs: Millis,
  endMs: Millis,
): readonly ExerciseEvent[] {
  const span = drop.close(side, endMs);
  const samples = course.filter((sample) => sample.atMs <= endMs);
  const judged = { fault: 'hip-drop', side, lineDeg: thresholds.dropFault.value, samples } as const;
  // Where the pelvis was not seen there is nothing that was judged.
  const hold = { ...clock.end(side, endMs), ...(samples.length > 0 ? { judged } : {}) };
  return [
    ...(span ? [{ kind: 'fault-ended', atMs, span } as const] : []),
    { kind: 'hold-ended', atMs, hold },
  ];
}

/** A drop begins, is sure, or ends; the clock stops meanwhile. */
function watchPelvis(
  { side, clock, drop, drops, course }: Stand,
  frame: KinematicFrame,
): readonly ExerciseEvent[] {
  const now = dropOf(frame, side);
  if (now === null) return [];
  const atMs = frame.timestampMs;
  drops.push(now, atMs);
  const mean = drops.entries.reduce((sum, { value }) => sum + value, 0) / drops.entries.length;
  course.push({ atMs, deg: deg(mean), sdDeg: deg(frame.pelvisObliquity?.sd ?? 0) });
  const step = drop.step(mean, atMs, 'resting');
  if (step.startedMs !== null) clock.breakOff('hip-drop', step.startedMs);
  return tellSag(step, { sag: drop, clock, side }, atMs);
}

function statusOf(stand: Stand | null, frame: KinematicFrame): LiveStatus {
  const base = { side: stand?.side ?? null, progress: 0, holdMs: millis(0), faults: [] };
  if (!stand) return { ...base, phase: frame.lost ? 'lost' : frame.stance ? 'ready' : 'waiting' };
  const { side, clock, drop, drops } = stand;
  const now = deg(drops.entries.at(-1)?.value ?? 0);
  return {
    ...base,
    phase: frame.lost ? 'lost' : drop.isOpen ? 'out-of-position' : 'holding',
    holdMs: clock.inPositionMs(frame.timestampMs),
    progress: drop.isOpen ? 0 : 1,
    faults: drop.isFlagged ? [{ fault: 'hip-drop', side, deg: now }] : [],
  };
}

export default defineExercise({
  id: 'single-leg-stand',
  text: {
    name: 'Single-leg stand',
    summary:
      'The hip test: stand on one leg for 30 seconds and keep the pelvis level, or a little higher on the free side.',
    steps: [
      'Stand tall, arms loose, something to hold on to within reach.',
      'Lift one foot a hand’s width off the floor, knee a little forward.',
      'Keep the pelvis level: the clock runs while it is.',
      'After 30 seconds put the foot down, then stand on the other leg.',
    ],
    camera: 'Camera at hip height, 2.5 to 3 m away. Face it, with your head and both feet in the picture.',
    equipment: 'None.',
    sideLabel: { left: 'standing on the left', right: 'standing on the right' },
    cues: {
      'hip-drop': {
        short: 'Hips level',
        long: 'Your pelvis sinks on the free side: push the {side} foot into the floor and grow tall.',
      },
    },
  },
  figure: {
    head: [100, 30],
    shoulders: '80,58 120,58',
    hips: '87,106 113,106',
    far: [],
    near: ['80,58 70,84 70,108', '120,58 130,84 130,108', '87,106 86,146 86,182', '113,106 122,138 118,170'],
    watched: ['68,106 132,106'],
    level: '46,106 160,106',
    arrow: null,
    floor: ['30,188 172,188'],
    kettlebell: null,
  },
  offered: { as: 'test' },
  prescription: { kind: 'hold', holdS: 30, sets: 1, firstSide: 'left', restS: 15 },
  view: 'standing-front',
  checks: [],
  holdFaults: { 'hip-drop': thresholds.dropFault },
  movement: null,
  thresholds,
  createAnalyser: createStandAnalyser,
});
