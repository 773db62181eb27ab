import {
  REPLAY_LANDMARKS,
  type CurvesRecord,
  type FaultRecord,
  type HoldRecord,
  type PartialRecord,
  type RepRecord,
  type ReplayRecord,
  type SessionStart,
  type SetEntry,
  type SetStart,
} from '../../src/core/session/record';
import { toHoldRecord, toPartialRecord, toRepRecord } from '../../src/core/session/record-convert';
import { aHold, aPartial, aRep } from './set-builders';

/** 22 November 2026, 18:42 UTC. */
export const EVENING = Date.UTC(2026, 10, 22, 18, 42);

export const aStart = (given: Partial<SessionStart> = {}): SessionStart => ({
  startedAt: EVENING,
  appVersion: '0.1.0',
  source: 'camera',
  model: 'full',
  delegate: 'CPU',
  movementModel: true,
  ...given,
});

export const aSetStart = (given: Partial<SetStart> = {}): SetStart => ({
  exercise: 'curtsy-lunge',
  startedAt: EVENING + 1000,
  target: { kind: 'reps', reps: 10, order: 'alternating', sets: 3, firstSide: 'left', restS: 45 },
  ...given,
});

export const repRecord = (n: number, given: Parameters<typeof aRep>[0] = {}): RepRecord =>
  toRepRecord(aRep({ n, ...given }));
export const repEntry = (n: number): SetEntry => ({ kind: 'rep', rep: repRecord(n) });

const partial: PartialRecord = toPartialRecord(aPartial());
const hold: HoldRecord = toHoldRecord(aHold());
const fault: FaultRecord = {
  fault: 'hip-drop',
  side: 'left',
  startS: 1,
  endS: 1.6,
  flaggedAtS: 1.2,
  peakDeg: 9.5,
};
export const curves = (...t: number[]): CurvesRecord => ({
  t,
  pelvisObliquityDeg: t.map(() => 1.5),
  kneeFppaDeg: { left: t.map(() => null), right: t.map(() => -2) },
  bodyLineDeg: t.map(() => null),
});
const replay: ReplayRecord = {
  of: 'rep',
  n: 1,
  aspect: 4 / 3,
  frames: [
    { t: 0, points: REPLAY_LANDMARKS.flatMap((_, index) => [index / 100, 0.5, 0.9]) },
    { t: 0.05, points: null },
  ],
};

/** One entry of every kind that adds to a set. */
export const entryOfEachKind: readonly SetEntry[] = [
  repEntry(1),
  { kind: 'partial', partial },
  repEntry(2),
  { kind: 'hold', hold },
  { kind: 'fault', fault },
  { kind: 'curves', curves: curves(0, 0.05) },
  { kind: 'curves', curves: curves(0.1) },
  { kind: 'replay', replay },
];
