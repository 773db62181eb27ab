import type { ExerciseEvent, Rep } from '../exercise/events';
import type { NotSeenReason } from '../terms/not-seen';
import type { ProgrammeEvent } from '../session/programme-state';
import type { Millis, PerSide, Side } from '../units';
import type { CoachWords } from './coach-words';
import type { CoachConfig, CoachInput, Cue, Tone } from './cue';
import { admit, EMPTY_QUEUE, forget, type CueQueue, type Proposal } from './cue-queue';
import { LOST_AFTER_MS, OF_SET } from './cue-rules';
import { breakRun, NO_FORM, watchForm, type FormMemory } from './praise';
import {
  isFaultId,
  proposeForExercise,
  proposeForProgramme,
  proposeLost,
  proposeRegained,
  remindOfFaults,
} from './proposals';

/** What the coach remembers. Made by {@link startCoach}, moved by {@link stepCoach}. */
export interface CoachState {
  readonly queue: CueQueue;
  readonly counts: PerSide<number>;
  /** Side that was last said with a count. */
  readonly countedSide: Side | null;
  readonly form: FormMemory;
  readonly lost: LostSight | null;
  /** Whether "go" was said: then nobody needs to hear that the camera is ready, too. */
  readonly hasGone: boolean;
}

/** Since when and why the person is not seen, and whether it was said. */
interface LostSight {
  readonly sinceMs: Millis;
  readonly reason: NotSeenReason;
  /** Tracking was lost, or only a hold's clock stopped because something was not seen. */
  readonly by: 'tracking' | 'hold';
  readonly isTold: boolean;
}

export interface CoachStep {
  readonly state: CoachState;
  readonly cues: readonly Cue[];
}

export const startCoach = (): CoachState => ({
  queue: EMPTY_QUEUE,
  counts: { left: 0, right: 0 },
  countedSide: null,
  form: NO_FORM,
  lost: null,
  hasGone: false,
});

/**
 * Decides what is said and sounded on this frame. To be called on every frame, also in the rest, since waiting cues and
 * lasting states need the passing of the data's time; pure, and the same input gives the same cues.
 *
 * The policy, and why:
 * - A count is a tick and a short word. The tick comes on the very frame, always: it needs no voice, is heard over music
 *   and cannot be late. The number is said with it when the voice is free within a quarter of a second, else not at all,
 *   because a number that comes late is heard as the next one.
 * - A fault outranks the count. The count is also ticked, and shown in digits that are read from three metres; a fault can
 *   be put right only while it happens. It waits at most a second for the voice. What is being said is never cut off
 *   for it: half a word helps nobody. Only praise may be cut.
 * - One utterance at a time, by an estimate of how long each takes. Cool-downs per fault, a gap between any two fault
 *   cues, and a worse fault need not wait for the gap.
 * - Praise is only for what every verdict called good; "could not see" is not good.
 */
export function stepCoach(before: CoachState, input: CoachInput, config: CoachConfig): CoachStep {
  const proposals: Proposal[] = [];
  let state = before;
  let count: string | null = null;
  for (const event of input.events) {
    if (event.kind === 'rep-counted') {
      const counted = countRep(state, event.rep, input, config);
      state = counted.state;
      count = counted.speech;
      proposals.push(...counted.proposals);
    } else if (isProgrammeEvent(event)) {
      proposals.push(...proposeForProgramme(event, { ...input, count }, config));
    } else if (event.kind !== 'ready' || !state.hasGone) {
      proposals.push(...proposeForExercise(event, input, config));
    }
    if (isGo(event))
      state = { ...state, hasGone: true, queue: forget(state.queue, ({ kind }) => kind === 'setup') };
    if (BEGINS.includes(event.kind)) {
      state = { ...state, queue: forget(state.queue, ({ kind }) => kind === 'debrief') };
    }
    if (ENDS.includes(event.kind)) state = { ...state, queue: forget(state.queue, isOfSet) };
    const tracked = trackLoss(state, event, config.words);
    state = { ...tracked.state, form: breakRun(tracked.state.form, event) };
    proposals.push(...tracked.proposals);
  }
  const told = tellLoss(state, input.atMs, config.words);
  proposals.push(...told.proposals, ...remindOfFaults(input, config));
  const isEnd = input.events.some(({ kind }) => ENDS.includes(kind));
  const sayable = isEnd ? proposals.map(withoutSetsWords) : proposals;
  const isUntrue = ({ key }: Proposal): boolean => key === (told.state.lost === null ? 'lost' : 'regained');
  const news = sayable.filter((proposal) => !isUntrue(proposal));
  const { queue, cues } = admit(forget(told.state.queue, isUntrue), news, input.atMs);
  return { state: { ...told.state, queue }, cues };
}

/** With these a set is over: what waits to be said of its moments is untrue from here on, and its tone alone is given. */
const ENDS: readonly (ExerciseEvent | ProgrammeEvent)['kind'][] = [
  'set-completed',
  'exercise-completed',
  'programme-completed',
];

const isOfSet = ({ kind }: Proposal): boolean => OF_SET.includes(kind);

const withoutSetsWords = (proposal: Proposal): Proposal =>
  isOfSet(proposal) ? { ...proposal, speech: null } : proposal;

/** With these the set before is over for good: what waits to be told of it is not told any more. */
const BEGINS: readonly (ExerciseEvent | ProgrammeEvent)['kind'][] = ['rest-ended', 'exercise-began'];

/** The work begins with this event, or is about to: advice for the set-up is untrue from here on. */
const isGo = (event: ExerciseEvent | ProgrammeEvent): boolean =>
  event.kind === 'rep-counted' ||
  event.kind === 'rest-ended' ||
  (event.kind === 'countdown-ticked' && event.of === 'start');

/** Says what to do in the set-up, in the same queue as everything else. */
export function adviseSetup(before: CoachState, text: string, atMs: Millis): CoachStep {
  const advice: Proposal = {
    kind: 'setup',
    key: `setup:${text}`,
    sinceMs: atMs,
    tone: null,
    speech: text,
    banner: text,
  };
  const { queue, cues } = admit(before.queue, [advice], atMs);
  return { state: { ...before, queue }, cues };
}

/** Says that what is counted from here on is not sure, before anything but that somebody is lost. */
export function warn(before: CoachState, text: string, atMs: Millis): CoachStep {
  const warning: Proposal = {
    kind: 'lost',
    key: `warn:${text}`,
    sinceMs: atMs,
    tone: 'lost',
    speech: text,
    banner: `${text}.`,
  };
  const { queue, cues } = admit(before.queue, [warning], atMs);
  return { state: { ...before, queue }, cues };
}

/** Says that the session stands still or goes on. What else waited to be said has become untrue. */
export function announce(before: CoachState, text: string, tone: Tone, atMs: Millis): CoachStep {
  const news: Proposal = {
    kind: 'switch',
    key: `announce:${text}`,
    sinceMs: atMs,
    tone,
    speech: text,
    banner: `${text}.`,
  };
  // What was being said is cut off by whoever stops the session.
  const free = { ...before.queue, waiting: [], busyUntilMs: atMs };
  const { queue, cues } = admit(free, [news], atMs);
  return { state: { ...before, queue, lost: null }, cues };
}

interface Proposing {
  readonly state: CoachState;
  readonly proposals: readonly Proposal[];
}

function countRep(
  state: CoachState,
  rep: Rep,
  input: CoachInput,
  config: CoachConfig,
): Proposing & { readonly speech: string } {
  // The first of a set starts the counts anew.
  const before = rep.n === 1 ? (input.carried ?? { left: 0, right: 0 }) : state.counts;
  const counts = { ...before, [rep.side]: before[rep.side] + 1 };
  const speech = countText(rep, counts, state.countedSide, input, config);
  const { form, praise } = watchForm(state.form, rep, state.queue.saidAt, input.atMs, config.words);
  const count: Proposal = {
    kind: 'count',
    key: 'count',
    // A repetition that was recognised late and replayed is still news now.
    sinceMs: input.atMs,
    tone: 'count',
    speech,
    banner: null,
  };
  return {
    state: { ...state, counts, form, countedSide: rep.side },
    proposals: praise === null ? [count] : [count, praise],
    speech,
  };
}

/** Sets that go one side after the other count each side from one; else the whole set is counted through. */
function countText(
  rep: Rep,
  counts: PerSide<number>,
  saidSide: Side | null,
  { exercise }: CoachInput,
  { saySide, words }: CoachConfig,
): string {
  const prescription = exercise?.prescription ?? null;
  const isPerSide = prescription?.kind === 'reps' && prescription.order === 'each-side';
  const number = isPerSide ? counts[rep.side] : counts.left + counts.right;
  const isNews = saySide === 'always' || (saySide === 'on-change' && isPerSide && rep.side !== saidSide);
  return isNews ? words.countOf(rep.side, number) : String(number);
}

const PROGRAMME_EVENTS: readonly string[] = [
  'side-completed',
  'side-turned',
  'set-completed',
  'countdown-ticked',
  'hold-ticked',
  'hold-left',
  'rest-ended',
  'exercise-completed',
  'exercise-began',
  'programme-completed',
] satisfies ProgrammeEvent['kind'][];

const isProgrammeEvent = (event: ExerciseEvent | ProgrammeEvent): event is ProgrammeEvent =>
  PROGRAMME_EVENTS.includes(event.kind);

/** Keeps since when and why the person is not seen, whether tracking or only the hold's clock says so. */
function trackLoss(state: CoachState, event: ExerciseEvent | ProgrammeEvent, words: CoachWords): Proposing {
  switch (event.kind) {
    case 'tracking-lost':
      return loseSight(state, 'tracking', event.reason, event.atMs);
    case 'hold-paused':
      return isFaultId(event.fault)
        ? { state, proposals: [] }
        : loseSight(state, 'hold', event.fault, event.atMs);
    case 'tracking-regained':
    case 'hold-resumed': {
      const proposals = state.lost?.isTold === true ? [proposeRegained(words, event.atMs)] : [];
      return { state: { ...state, lost: null }, proposals };
    }
    case 'hold-ended':
      return { state: state.lost?.by === 'hold' ? { ...state, lost: null } : state, proposals: [] };
    case 'set-completed':
    case 'exercise-completed':
      return { state: { ...state, lost: null }, proposals: [] };
    default:
      return { state, proposals: [] };
  }
}

const loseSight = (
  state: CoachState,
  by: LostSight['by'],
  reason: NotSeenReason,
  sinceMs: Millis,
): Proposing => ({
  state: { ...state, lost: state.lost ?? { sinceMs, reason, by, isTold: false } },
  proposals: [],
});

function tellLoss(state: CoachState, atMs: Millis, words: CoachWords): Proposing {
  const { lost } = state;
  if (lost === null || atMs - lost.sinceMs < LOST_AFTER_MS) return { state, proposals: [] };
  return {
    state: { ...state, lost: { ...lost, isTold: true } },
    proposals: [proposeLost(words, lost.reason, atMs)],
  };
}
