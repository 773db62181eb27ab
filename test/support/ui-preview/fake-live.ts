import { computed, signal } from '@preact/signals';
import { words } from '../../../src/ui/language';
import type { Advice } from '../../../src/ui/messages/words';
import type { LiveController, LiveFlash, LiveRequest } from '../../../src/ui/live/controller';
import { nextStage, type Stage, type StageEvent } from '../../../src/ui/live/stage';
import { NO_SIGNAL } from '../../../src/core/session/hand-signal';
import type { ExerciseDefinition } from '../../../src/core/exercise/definition';
import { startHandCheck } from '../../../src/ui/model/hand-check';
import type { BannerView } from '../../../src/ui/model/banner';
import type { Debrief } from '../../../src/core/coach/debrief';
import type { LiveView } from '../../../src/ui/model/live-view';
import type { ComparedReps } from '../../../src/ui/model/compare-reps';
import type { Offer } from '../../../src/ui/model/offer';
import type { Position } from '../../../src/ui/model/plan';
import type { RestView } from '../../../src/ui/model/rest-view';
import type { Room } from '../../../src/ui/model/room';
import type { PerSide } from '../../../src/core/units';
import { startGate, type GateState } from '../../../src/ui/model/setup-gate';

/** A live screen at a standstill: every state of it by name, without camera and model. Only its buttons lead on. */
export const LIVE_STATES = [
  'placing',
  'starting',
  'setup',
  'still',
  'way',
  'countdown',
  'work',
  'fault',
  'hold',
  'unseen',
  'offer',
  'slow',
  'backlit',
  'rest',
  'change',
  'paused',
  'absent',
  'ending',
  'done',
  'lost',
] as const;
export type LiveState = (typeof LIVE_STATES)[number];

const STAGES: Readonly<Record<LiveState, Stage>> = {
  placing: { kind: 'placing' },
  starting: { kind: 'starting', share: 0.42 },
  setup: { kind: 'setup' },
  still: { kind: 'setup' },
  way: { kind: 'setup' },
  countdown: { kind: 'countdown', leftS: 3 },
  work: { kind: 'work' },
  fault: { kind: 'work' },
  hold: { kind: 'work' },
  unseen: { kind: 'work' },
  offer: { kind: 'work' },
  slow: { kind: 'work' },
  backlit: { kind: 'work' },
  rest: { kind: 'rest' },
  change: { kind: 'rest' },
  paused: { kind: 'paused', why: 'asked', back: 'work', isCameraOff: false },
  absent: { kind: 'paused', why: 'absent', back: 'work', isCameraOff: true },
  ending: { kind: 'paused', why: 'ending', back: 'work', isCameraOff: false },
  done: { kind: 'ended', sessionId: null, isKept: false, isTelling: true },
  lost: { kind: 'work' },
};

const WORK: LiveView = {
  count: 6,
  unit: 'reps',
  target: 10,
  segments: ['clean', 'clean', 'fault', 'clean', 'unjudged', 'fault'],
  progress: 0.62,
  sides: { left: { count: 3, flagged: 1 }, right: { count: 3, flagged: 1 } },
  activeSide: null,
  set: 2,
  sets: 3,
  phase: 'moving',
  unseen: null,
};

const VIEWS: Readonly<Partial<Record<LiveState, LiveView>>> = {
  work: WORK,
  fault: { ...WORK, count: 14, target: 20 },
  hold: {
    ...WORK,
    count: 27,
    unit: 'seconds',
    target: 30,
    segments: [],
    progress: 0.9,
    activeSide: 'left',
    sides: { left: { count: 27, flagged: 1 }, right: { count: 0, flagged: 0 } },
  },
  unseen: { ...WORK, unseen: 'out-of-picture', phase: 'lost', progress: 0 },
  offer: {
    ...WORK,
    count: 0,
    target: null,
    segments: [],
    progress: 0,
    sides: { left: { count: 0, flagged: 0 }, right: { count: 0, flagged: 0 } },
    set: 1,
    sets: 1,
  },
  slow: WORK,
  backlit: WORK,
  rest: WORK,
  change: WORK,
  paused: WORK,
  absent: WORK,
  ending: WORK,
  done: WORK,
  lost: WORK,
};

/** Read when it is shown: before, no language is spoken. */
const banners = (): Readonly<Partial<Record<LiveState, BannerView>>> => ({
  setup: { kind: 'note', short: 'Step back until your feet show', long: null },
  still: { kind: 'note', short: words.setup.still.todo, long: words.hands.invite },
  way: { kind: 'note', short: words.way.start.left, long: words.way.turn.long(7, 10) },
  fault: { kind: 'fault', short: 'Hips level', long: 'The right hip drops while you stand on the left.' },
  unseen: { kind: 'note', short: 'Step back until your feet show', long: null },
});

const GATE: GateState = {
  ...startGate(),
  checks: { person: 'ok', whole: 'todo', distance: 'ok', light: 'ok', still: 'waiting' },
  todo: 'whole',
};

const DEBRIEF: Debrief = {
  good: '8 of 10 were clean.',
  change: 'The left knee falls inward: press it out over the foot. That was in number 4 and number 6.',
};

const positionOf = (plan: readonly ExerciseDefinition[]): Position | null =>
  plan.length > 1 ? { n: 1, of: plan.length } : null;

function restOf(
  state: LiveState,
  definition: ExerciseDefinition | null,
  [, second]: readonly ExerciseDefinition[],
): RestView | null {
  const isOther = state === 'change';
  const next = isOther ? second : definition;
  if (!next || (state !== 'rest' && !isOther)) return null;
  return { leftS: 24, next, set: isOther ? 1 : 3, sets: 3, side: null, isOther, share: 0.4 };
}

export function fakeLive(
  request: LiveRequest,
  state: LiveState,
  plan: readonly ExerciseDefinition[],
  compared: ComparedReps | null = null,
  room: Room = 'right',
): LiveController {
  const [definition = null] = plan;
  const nothing = () => undefined;
  const ownReps = signal<PerSide<number> | null>(state === 'rest' ? { left: 3, right: 4 } : null);
  const offer = signal<Offer>(state === 'offer' ? ['banded-lateral-step', 'kettlebell-march'] : null);
  const chosen = signal<string | null>(null);
  const stage = signal(STAGES[state]);
  const fault = signal<Advice | null>(state === 'lost' ? words.sourceFaults['camera-lost'] : null);
  const go = (event: StageEvent) => {
    stage.value = nextStage(stage.value, event);
  };
  return {
    stage,
    definition: signal(definition),
    view: signal(VIEWS[state] ?? null),
    plan,
    rest: signal(restOf(state, definition, plan)),
    position: signal(positionOf(plan)),
    debrief: signal(DEBRIEF),
    compared: signal(compared),
    ownReps,
    correct: (side, reps) => {
      if (ownReps.value) ownReps.value = { ...ownReps.value, [side]: reps };
    },
    skipRest: () => {
      stage.value = { kind: 'work' };
    },
    prolongRest: nothing,
    skipExercise: nothing,
    gate: signal(GATE),
    hands: signal(startHandCheck()),
    banner: signal(banners()[state] ?? null),
    offer,
    choose: (exercise) => {
      offer.value = null;
      chosen.value = exercise;
    },
    fault,
    notice: signal<Advice | null>(null),
    light: signal(state === 'backlit' ? 'backlit' : 'fine'),
    isBehind: signal(state === 'slow'),
    goFaster: nothing,
    flash: signal<LiveFlash | null>(null),
    isPictureDrawn: signal(false),
    spoken: computed(() => chosen.value ?? `${request.exercise} ${state}`),
    picture: signal({ width: 1280, height: 720 }),
    room: signal(room),
    attach: nothing,
    resize: nothing,
    start: () => {
      go({ kind: 'start' });
    },
    skipSetup: () => {
      go({ kind: 'work' });
    },
    retry: () => {
      fault.value = null;
    },
    pause: () => {
      go({ kind: 'pause', why: 'asked' });
    },
    resume: () => {
      go({ kind: 'resume' });
    },
    goOn: () => {
      go(stage.value.kind === 'paused' ? { kind: 'resume' } : { kind: 'pause', why: 'asked' });
    },
    toReview: nothing,
    repeatSet: nothing,
    askEnd: () => {
      go({ kind: 'pause', why: 'ending' });
    },
    signal: signal(state === 'work' ? { ...NO_SIGNAL, hands: 'right', progress: 0.6 } : NO_SIGNAL),
    end: nothing,
    dispose: nothing,
  };
}
