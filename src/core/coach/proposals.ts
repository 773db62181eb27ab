import type { ExerciseEvent } from '../exercise/events';
import type { NotSeenReason } from '../terms/not-seen';
import { FAULT_IDS, type FaultId } from '../terms/ids';
import type { ProgrammeEvent } from '../session/programme-state';
import { toSeconds, type Millis, type Side } from '../units';
import type { CoachConfig, CoachedExercise, CoachInput } from './cue';
import type { Proposal } from './cue-queue';
import { COUNTDOWN_EVERY_S, COUNTDOWN_SAID_AT_S } from './cue-rules';
import { faultText, LOST_TEXT, PARTIAL_TEXT } from './cue-text';

/** Whether a hold was paused by a fault rather than by what could not be seen. */
export const isFaultId = (reason: FaultId | NotSeenReason): reason is FaultId =>
  (FAULT_IDS as readonly string[]).includes(reason);

const seconds = (count: number): string => (count === 1 ? '1 second' : `${count} seconds`);

/** A fault, raised now. */
export function proposeFault(
  exercise: CoachedExercise | null,
  fault: FaultId,
  side: Side | null,
  sinceMs: Millis,
): Proposal {
  const text = faultText(exercise, fault, side);
  const key = `fault:${fault}:${side ?? 'both'}`;
  return { kind: 'fault', key, sinceMs, tone: 'fault', speech: text.short, banner: text.long, fault };
}

/** Faults that last are said again once they have cooled down; without a tone, which came when they began. */
export const remindOfFaults = ({ live, exercise, atMs }: CoachInput): readonly Proposal[] =>
  (live?.faults ?? []).map(({ fault, side }) => ({
    ...proposeFault(exercise, fault, side, atMs),
    tone: null,
    reminder: true,
  }));

export function proposeLost(reason: NotSeenReason, atMs: Millis): Proposal {
  const text = LOST_TEXT[reason];
  return { kind: 'lost', key: 'lost', sinceMs: atMs, tone: 'lost', speech: text.short, banner: text.long };
}

export const proposeRegained = (atMs: Millis): Proposal => ({
  kind: 'lost',
  key: 'regained',
  sinceMs: atMs,
  tone: 'regained',
  speech: 'I see you',
  banner: 'You are in the picture again.',
});

/** What an event of the exercise gives by itself, whatever came before it. Counts need memory: see the coach. */
export function proposeForExercise(
  event: ExerciseEvent,
  { exercise, atMs }: CoachInput,
  config: CoachConfig,
): readonly Proposal[] {
  const sinceMs = event.atMs;
  switch (event.kind) {
    case 'ready':
      return [{ kind: 'ready', key: 'ready', sinceMs, tone: null, speech: 'Ready', banner: 'Ready: begin.' }];
    case 'rep-partial': {
      const text = PARTIAL_TEXT[event.partial.why];
      return [
        { kind: 'partial', key: 'partial', sinceMs, tone: 'partial', speech: text.short, banner: text.long },
      ];
    }
    case 'fault-raised':
      return [proposeFault(exercise, event.fault, event.side, sinceMs)];
    case 'hold-started':
      return [{ kind: 'hold', key: 'hold', sinceMs, tone: 'hold-start', speech: 'Hold', banner: 'Hold.' }];
    case 'hold-resumed':
      return [
        {
          kind: 'hold',
          key: 'hold',
          sinceMs,
          tone: 'hold-start',
          speech: 'Timer on',
          banner: 'The timer goes on.',
        },
      ];
    case 'hold-paused':
      return [proposePause(event.fault, exercise, sinceMs)];
    case 'hold-ended': {
      const heldS = Math.floor(toSeconds(event.hold.inPositionMs));
      const held = `Held ${seconds(heldS)}`;
      return [{ kind: 'hold', key: 'hold', sinceMs, tone: 'hold-stop', speech: held, banner: `${held}.` }];
    }
    case 'exercise-recognised': {
      const name = config.nameOf(event.exercise);
      // Recognised late, then replayed: the news is new now, whatever the event's own time.
      return [
        { kind: 'recognition', key: name, sinceMs: atMs, tone: null, speech: name, banner: `${name}.` },
      ];
    }
    case 'exercise-doubted':
      return [proposeDoubt(event, config)];
    default:
      return [];
  }
}

/**
 * The timer is paused. Why, a fault's own tone and words say first, and a loss of tracking the coach; so only a pause without a
 * fault has a tone of its own, and only one by a fault says that the timer is paused.
 */
function proposePause(
  reason: FaultId | NotSeenReason,
  exercise: CoachedExercise | null,
  sinceMs: Millis,
): Proposal {
  const isFault = isFaultId(reason);
  const text = isFault ? faultText(exercise, reason, null) : LOST_TEXT[reason];
  const tone = isFault ? null : 'hold-stop';
  const speech = isFault ? 'Timer paused' : null;
  return { kind: 'hold', key: 'hold', sinceMs, tone, speech, banner: `Timer paused. ${text.long}` };
}

function proposeDoubt(
  event: Extract<ExerciseEvent, { kind: 'exercise-doubted' }>,
  { nameOf }: CoachConfig,
): Proposal {
  const names = event.candidates.flatMap((id) => (id === 'none' ? [] : [nameOf(id)]));
  const base = { kind: 'recognition', key: 'doubt', sinceMs: event.atMs } as const;
  const [likeliest] = event.candidates[0] === 'none' ? [] : names;
  if (event.vetoed) {
    const why = likeliest === undefined ? 'this is another movement.' : `this looks like ${likeliest}.`;
    return { ...base, tone: 'partial', speech: 'Other exercise', banner: `Not counted: ${why}` };
  }
  const offer = names.length === 0 ? 'Not sure what this is.' : `Not sure: ${names.join(' or ')}?`;
  return { ...base, tone: null, speech: 'Not sure what this is', banner: offer };
}

/** What is known when the programme makes something known. */
export interface ProgrammeNews extends Pick<CoachInput, 'exercise' | 'debrief'> {
  /** The count that was reached in this very frame, else null. */
  readonly count: string | null;
}

/** What the programme makes known. */
export function proposeForProgramme(
  event: ProgrammeEvent,
  { count, exercise, debrief = null }: ProgrammeNews,
  { nameOf }: CoachConfig,
): readonly Proposal[] {
  const sinceMs = event.atMs;
  const counted = count === null ? '' : `${count}. `;
  switch (event.kind) {
    case 'side-completed':
      return [proposeSwitch(sinceMs, 'done', `${counted}Now ${event.next}`, `Now the ${event.next} side.`)];
    case 'set-completed':
      return proposeEndOfSet(event, counted, exercise, debrief);
    case 'exercise-completed': {
      const next = `Next: ${nameOf(event.next)}`;
      // The last set's own word, which comes in the same frame, has the tone; its speech this one replaces.
      return [proposeSwitch(sinceMs, null, `${counted}${next}`, `${next}.`)];
    }
    case 'exercise-began': {
      const name = nameOf(event.exercise);
      return [proposeSwitch(sinceMs, 'hold-start', name, `${name}: get in place.`)];
    }
    case 'rest-ended': {
      const set = `Set ${event.nextSet}`;
      return [proposeSwitch(sinceMs, 'hold-start', `${set}, go`, `${set}: begin.`)];
    }
    case 'countdown-ticked':
      return proposeCountdown(event.of, event.leftS, sinceMs);
    case 'hold-ticked':
      return proposeCountdown('hold', event.leftS, sinceMs);
    case 'hold-left': {
      // The exercise's own event, in the same frame, has the tone; its speech this one replaces.
      const speech = `${seconds(event.leftS)} left. Up again when you are ready`;
      return [{ kind: 'hold', key: 'hold', sinceMs, tone: null, speech, banner: `${speech}.` }];
    }
    case 'programme-completed': {
      // No frame comes after this one: what there is to say is said at once. The last set's own word has the tone.
      const speech = `${counted}All done${debrief === null ? '' : `. ${debrief}`}`;
      return [{ kind: 'switch', key: 'switch', sinceMs, tone: null, speech, banner: 'All sets done.' }];
    }
  }
}

/** From one thing to the next: the other side, a rest, another exercise. */
const proposeSwitch = (
  sinceMs: Millis,
  tone: Proposal['tone'],
  speech: string,
  banner: string,
): Proposal => ({ kind: 'switch', key: 'switch', sinceMs, tone, speech, banner });

/** Said at once: that it is done, and what to do in the rest; what it came to follows. */
function proposeEndOfSet(
  { atMs, set, sets }: Extract<ProgrammeEvent, { kind: 'set-completed' }>,
  counted: string,
  exercise: CoachedExercise | null,
  debrief: string | null,
): readonly Proposal[] {
  const isLast = set >= sets;
  const todo = exercise?.betweenSets ? `. ${exercise.betweenSets.short}` : '';
  const speech = `${counted}${isLast ? 'All done' : `Rest${todo}`}`;
  const banner = isLast ? 'All sets done.' : `Set ${set} of ${sets} done. Rest.`;
  const done = proposeSwitch(atMs, 'done', speech, banner);
  if (debrief === null) return [done];
  const told = {
    kind: 'debrief',
    key: 'debrief',
    sinceMs: atMs,
    tone: null,
    speech: debrief,
    banner: null,
  } as const;
  return [done, told];
}

function proposeCountdown(
  of: keyof typeof COUNTDOWN_SAID_AT_S,
  leftS: number,
  sinceMs: Millis,
): readonly Proposal[] {
  const base = { kind: 'countdown', key: 'countdown', sinceMs, banner: null } as const;
  if (leftS <= 0) return of === 'start' ? [{ ...base, tone: 'hold-start', speech: 'Go', banner: 'Go.' }] : [];
  if (COUNTDOWN_SAID_AT_S[of].includes(leftS)) return [{ ...base, tone: 'countdown', speech: String(leftS) }];
  return leftS % COUNTDOWN_EVERY_S === 0 ? [{ ...base, tone: null, speech: `${leftS} seconds to go` }] : [];
}
