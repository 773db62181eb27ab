import type { ExerciseId, FaultId } from '../../../src/core/terms/ids';
import {
  emptySession,
  emptySet,
  type CurvesRecord,
  type JudgedRecord,
  type RepRecord,
  type ReplayRecord,
  type SessionRecord,
  type SetRecord,
  type VerdictRecord,
} from '../../../src/core/session/record';
import { EMPTY_REPLAY, rememberPose, replaysOf } from '../../../src/core/session/record-replay';
import { millis, otherSide, type Side } from '../../../src/core/units';
import { AVERAGE_BUILD, film, simulateMovement } from '../simulator';

const START = {
  appVersion: '0.1.0',
  source: 'camera',
  model: 'full',
  delegate: 'CPU',
  movementModel: true,
} as const;

const ok = (peakDeg: number): VerdictRecord => ({ verdict: 'ok', peakDeg, sdDeg: 1.3 });
const fault = (peakDeg: number): VerdictRecord => ({ verdict: 'fault', peakDeg, sdDeg: 1.6 });
const unseen: VerdictRecord = { verdict: 'not-seen', reason: 'turned-away' };

type Kind = 'clean' | 'drop' | 'knee' | 'unseen' | 'partly';

const verdictsOf = (kind: Kind): Partial<Record<FaultId, VerdictRecord>> => ({
  'hip-drop': kind === 'drop' ? fault(10.7) : kind === 'unseen' || kind === 'partly' ? unseen : ok(2.1),
  'knee-collapse': kind === 'knee' ? fault(16.2) : kind === 'unseen' ? unseen : ok(4.4),
});

/** Repetitions of about two seconds, one after the other; `kinds` says how each was judged. */
export function sampleReps(
  kinds: readonly Kind[],
  sideOf: (index: number) => Side,
  legOf = (side: Side): Side => side,
): RepRecord[] {
  return kinds.map((kind, index) => {
    const startS = 1.2 + index * 2.4;
    const lengthS = 1.7 + 0.25 * Math.sin(index * 1.7);
    const side = legOf(sideOf(index));
    const verdicts = Object.entries(verdictsOf(kind)).map(
      ([id, verdict]) => [id as FaultId, { ...verdict, side }] as const,
    );
    return {
      n: index + 1,
      side: sideOf(index),
      startS,
      peakS: startS + lengthS / 2,
      endS: startS + lengthS,
      countedAtS: startS + lengthS,
      verdicts: Object.fromEntries(verdicts),
      legs: Object.fromEntries(verdicts.map(([id, verdict]) => [id, [verdict]])),
      judged: verdicts.flatMap(([id, verdict]) =>
        verdict.verdict === 'not-seen' ? [] : [sampleCourse(id, side, startS, lengthS, verdict.peakDeg ?? 0)],
      ),
    };
  });
}

/** The course of a judged measure: over the middle of the repetition, highest in its middle. */
function sampleCourse(
  fault: FaultId,
  side: Side,
  startS: number,
  lengthS: number,
  peakDeg: number,
): JudgedRecord {
  const shares = Array.from({ length: 15 }, (_, index) => index / 14);
  return {
    fault,
    side,
    lineDeg: fault === 'hip-drop' ? 6.2 : 9.4,
    t: shares.map((share) => Math.round((startS + lengthS * (0.25 + share / 2)) * 1000) / 1000),
    deg: shares.map((share) => Math.round(peakDeg * Math.sin(Math.PI * share) * 100) / 100),
    sdDeg: shares.map(() => 1.6),
  };
}

/** Curves that belong to the repetitions: each tips the pelvis or the knee as its verdict says. */
export function sampleCurves(reps: readonly RepRecord[]): CurvesRecord {
  const endS = (reps.at(-1)?.endS ?? 0) + 1.5;
  const t = Array.from(
    { length: Math.round(endS * 15) },
    (_, index) => Math.round((index / 15) * 1000) / 1000,
  );
  const sway = (time: number, seed: number) =>
    0.8 * Math.sin(time * 1.9 + seed) + 0.4 * Math.sin(time * 4.3 + seed * 2);
  const bump = (time: number, rep: RepRecord) => {
    const share = (time - rep.startS) / (rep.endS - rep.startS);
    return share > 0 && share < 1 ? Math.sin(Math.PI * share) ** 2 : 0;
  };
  const peak = (rep: RepRecord, id: FaultId) => {
    const verdict = rep.verdicts[id];
    return verdict && verdict.verdict !== 'not-seen' ? (verdict.peakDeg ?? 0) : null;
  };
  const inside = (time: number) => reps.find((rep) => time >= rep.startS && time <= rep.endS);
  const knee = (side: Side, seed: number) =>
    t.map((time) => {
      const rep = inside(time);
      if (rep && peak(rep, 'knee-collapse') === null) return null;
      return (
        sway(time, seed) + (rep?.side === side ? bump(time, rep) * (peak(rep, 'knee-collapse') ?? 0) : 0)
      );
    });
  return {
    t,
    pelvisObliquityDeg: t.map((time) => {
      const rep = inside(time);
      if (rep && peak(rep, 'hip-drop') === null) return null;
      const sign = rep?.side === 'left' ? 1 : -1;
      return sway(time, 0) + (rep ? sign * bump(time, rep) * (peak(rep, 'hip-drop') ?? 0) : 0);
    }),
    kneeFppaDeg: { left: knee('left', 1), right: knee('right', 2.5) },
    bodyLineDeg: t.map(() => null),
  };
}

const alternating = (index: number): Side => (index % 2 === 0 ? 'left' : 'right');

export function marchSet(startedAt: number, kinds: readonly Kind[] = MIXED): SetRecord {
  // The knee that is lifted has no weight on it: the other leg is judged.
  const reps = sampleReps(kinds, alternating, otherSide);
  const partial = reps[6];
  return {
    ...emptySet(1, { exercise: 'kettlebell-march', startedAt, target: null }),
    reps,
    partials: partial
      ? [
          {
            ...partial,
            n: 1,
            startS: partial.endS + 0.1,
            endS: partial.endS + 0.5,
            why: 'not-lifted',
            verdicts: {},
            legs: {},
            judged: [],
          },
        ]
      : [],
    curves: sampleCurves(reps),
    replays: reps.flatMap((rep) => sampleReplay('kettlebell-march', rep)),
  };
}

/** The simulator's body doing this repetition, filmed at the sample's own time. */
function sampleReplay(exercise: ExerciseId, rep: RepRecord): ReplayRecord[] {
  const dropDeg = rep.verdicts['hip-drop']?.verdict === 'fault' ? 10 : 0;
  const plan = {
    side: rep.side,
    durationS: rep.endS - rep.startS,
    restS: 0.4,
    range: 1,
    full: true,
    dropDeg,
  };
  const { poses, truth } = film(simulateMovement(exercise, AVERAGE_BUILD, [plan]));
  const shiftMs = (rep.startS - (truth[0]?.startS ?? 0)) * 1000;
  const shifted = poses.map((pose) => ({ ...pose, timestampMs: millis(pose.timestampMs + shiftMs) }));
  const seen = shifted
    .filter(({ timestampMs }) => timestampMs <= rep.endS * 1000 + 200)
    .reduce(rememberPose, EMPTY_REPLAY);
  const atMs = millis(rep.endS * 1000);
  const times = { startMs: millis(rep.startS * 1000), peakMs: millis(rep.peakS * 1000), endMs: atMs };
  const counted = {
    kind: 'rep-counted',
    atMs,
    rep: { n: rep.n, side: rep.side, ...times, countedAtMs: atMs, verdicts: {} },
  } as const;
  return replaysOf(seen, [counted]).flatMap((entry) => (entry.kind === 'replay' ? [entry.replay] : []));
}

const MIXED: readonly Kind[] = [
  'clean',
  'clean',
  'drop',
  'clean',
  'clean',
  'drop',
  'clean',
  'partly',
  'drop',
  'clean',
];

export function plankSet(startedAt: number): SetRecord {
  return {
    ...emptySet(1, { exercise: 'side-plank', startedAt, target: null }),
    holds: [
      {
        side: 'left',
        startS: 3,
        endS: 34.4,
        inPositionS: 30,
        breaks: [{ fault: 'hip-drop', startS: 18.2, endS: 19.6 }],
      },
      { side: 'right', startS: 48, endS: 78.2, inPositionS: 30.2, breaks: [] },
    ],
    faults: [{ fault: 'hip-drop', side: 'left', startS: 18.2, endS: 19.6, flaggedAtS: 18.4, peakDeg: 11 }],
  };
}

function stepSet(n: number, startedAt: number, kinds: readonly Kind[], exercise: ExerciseId): SetRecord {
  return {
    ...emptySet(n, { exercise, startedAt, target: null }),
    reps: sampleReps(kinds, (index) => (index < kinds.length / 2 ? 'right' : 'left')),
  };
}

const times = (count: number, kind: Kind): Kind[] => Array.from({ length: count }, () => kind);

const HOUR = 3_600_000;

/** Two weeks of training before `nowMs`. */
export function sampleSessions(nowMs: number): SessionRecord[] {
  const session = (id: string, hoursAgo: number, sets: (at: number) => SetRecord[]): SessionRecord => {
    const startedAt = nowMs - hoursAgo * HOUR;
    return {
      ...emptySession(id, { ...START, startedAt }),
      ended: 'finished',
      endedAt: startedAt + 400_000,
      sets: sets(startedAt),
    };
  };
  return [
    session('march-now', 1, (at) => [marchSet(at)]),
    session('steps', 2, (at) =>
      [1, 2, 3].map((n) =>
        stepSet(
          n,
          at + n * 120_000,
          [...times(14, 'clean'), 'knee', ...times(5, 'clean')],
          'banded-lateral-step',
        ),
      ),
    ),
    session('plank', 26, (at) => [plankSet(at)]),
    session('curtsy', 27, (at) => [
      {
        ...stepSet(1, at, [...times(6, 'clean'), 'knee', 'knee', ...times(2, 'unseen')], 'curtsy-lunge'),
        correctedReps: { left: 5, right: 6 },
      },
    ]),
    session('march-2', 74, (at) => [marchSet(at, ['drop', 'drop', ...times(6, 'clean'), 'drop', 'drop'])]),
    session('plank-2', 75, (at) => [plankSet(at)]),
    session('hike', 76, (at) => [stepSet(1, at, times(20, 'clean'), 'hip-hike')]),
    session('march-3', 146, (at) => [
      marchSet(at, ['drop', 'drop', 'drop', 'clean', 'clean', 'drop', 'drop', 'drop']),
    ]),
  ];
}
