import type { CueText } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { NotSeenReason } from '../terms/not-seen';
import { FAULT_IDS, type FaultId } from '../terms/ids';
import type { ProgrammeEvent } from '../session/programme-state';
import { toSeconds, type Millis, type Side } from '../units';
import type { CoachWords } from './coach-words';
import type { CoachConfig, CoachedExercise, CoachInput } from './cue';
import type { Proposal } from './cue-queue';
import { COUNTDOWN_EVERY_S, COUNTDOWN_SAID_AT_S } from './cue-rules';
import { faultText } from './cue-text';

/** Whether a hold was paused by a fault rather than by what could not be seen. */
export const isFaultId = (reason: FaultId | NotSeenReason): reason is FaultId =>
  (FAULT_IDS as readonly string[]).includes(reason);

/** The short words are said, the long ones shown. */
const said = (proposal: Omit<Proposal, 'speech' | 'banner'>, { short, long }: CueText): Proposal => ({
  ...proposal,
  speech: short,
  banner: long,
});

/** A fault, raised now. */
export function proposeFault(
  words: CoachWords,
  exercise: CoachedExercise | null,
  fault: FaultId,
  side: Side | null,
  sinceMs: Millis,
): Proposal {
  const text = faultText(words, exercise, fault, side);
  const key = `fault:${fault}:${side ?? 'both'}`;
  return { kind: 'fault', key, sinceMs, tone: 'fault', speech: text.short, banner: text.long, fault };
}

/** Faults that last are said again once they have cooled down; without a tone, which came when they began. */
export const remindOfFaults = (
  { live, exercise, atMs }: CoachInput,
  { words }: CoachConfig,
): readonly Proposal[] =>
  (live?.faults ?? []).map(({ fault, side }) => ({
    ...proposeFault(words, exercise, fault, side, atMs),
    tone: null,
    reminder: true,
  }));

export function proposeLost(words: CoachWords, reason: NotSeenReason, atMs: Millis): Proposal {
  const text = words.lost[reason];
  return { kind: 'lost', key: 'lost', sinceMs: atMs, tone: 'lost', speech: text.short, banner: text.long };
}

export const proposeRegained = (words: CoachWords, atMs: Millis): Proposal => ({
  kind: 'lost',
  key: 'regained',
  sinceMs: atMs,
  tone: 'regained',
  speech: words.regained.short,
  banner: words.regained.long,
});

/** What an event of the exercise gives by itself, whatever came before it. Counts need memory: see the coach. */
export function proposeForExercise(
  event: ExerciseEvent,
  { exercise, atMs }: CoachInput,
  config: CoachConfig,
): readonly Proposal[] {
  const sinceMs = event.atMs;
  const { words } = config;
  switch (event.kind) {
    case 'ready':
      return [said({ kind: 'ready', key: 'ready', sinceMs, tone: null }, words.ready)];
    case 'rep-partial': {
      const text = words.partials[event.partial.why];
      return [said({ kind: 'partial', key: 'partial', sinceMs, tone: 'partial' }, text)];
    }
    case 'fault-raised':
      return [proposeFault(words, exercise, event.fault, event.side, sinceMs)];
    case 'hold-started':
      return [said({ kind: 'hold', key: 'hold', sinceMs, tone: 'hold-start' }, words.hold)];
    case 'hold-resumed':
      return [said({ kind: 'hold', key: 'hold', sinceMs, tone: 'hold-start' }, words.timerOn)];
    case 'hold-paused':
      return [proposePause(words, event.fault, exercise, sinceMs)];
    case 'hold-ended': {
      const heldS = Math.floor(toSeconds(event.hold.inPositionMs));
      return [said({ kind: 'hold', key: 'hold', sinceMs, tone: 'hold-stop' }, words.held(heldS))];
    }
    case 'exercise-recognised': {
      const name = config.nameOf(event.exercise);
      // Recognised late, then replayed: the news is new now, whatever the event's own time.
      return [said({ kind: 'recognition', key: name, sinceMs: atMs, tone: null }, words.recognised(name))];
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
  words: CoachWords,
  reason: FaultId | NotSeenReason,
  exercise: CoachedExercise | null,
  sinceMs: Millis,
): Proposal {
  const isFault = isFaultId(reason);
  const text = isFault ? faultText(words, exercise, reason, null) : words.lost[reason];
  const tone = isFault ? null : 'hold-stop';
  const speech = isFault ? words.timerPaused : null;
  return { kind: 'hold', key: 'hold', sinceMs, tone, speech, banner: words.timerPausedWhy(text.long) };
}

function proposeDoubt(
  event: Extract<ExerciseEvent, { kind: 'exercise-doubted' }>,
  { nameOf, words }: CoachConfig,
): Proposal {
  const names = event.candidates.flatMap((id) => (id === 'none' ? [] : [nameOf(id)]));
  const base = { kind: 'recognition', key: 'doubt', sinceMs: event.atMs } as const;
  const [likeliest] = event.candidates[0] === 'none' ? [] : names;
  if (event.vetoed) {
    return said({ ...base, tone: 'partial' }, words.otherExercise(likeliest ?? null));
  }
  return said({ ...base, tone: null }, words.unsure(names));
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
  { nameOf, equipmentOf, newViewOf, words }: CoachConfig,
): readonly Proposal[] {
  const sinceMs = event.atMs;
  /** The count that was reached is said first: a sentence of its own. */
  const after = (text: string): string => (count === null ? text : `${count}. ${text}`);
  switch (event.kind) {
    case 'side-completed':
    case 'side-turned': {
      const text = words.changeSide(event.next);
      return [proposeSwitch(sinceMs, 'done', after(text.short), text.long)];
    }
    case 'set-completed':
      return proposeEndOfSet(event, { after, exercise, debrief }, words);
    case 'exercise-completed': {
      const next = words.nextExercise(nameOf(event.next), equipmentOf(event.next));
      const view = newViewOf(event.next);
      const short = followed(next.short, view === null ? null : words.moveCamera[view]);
      // The last set's own word, which comes in the same frame, has the tone; its speech this one replaces.
      return [proposeSwitch(sinceMs, null, after(short), next.long)];
    }
    case 'exercise-began': {
      const text = words.getInPlace(nameOf(event.exercise));
      return [proposeSwitch(sinceMs, 'hold-start', text.short, text.long)];
    }
    case 'rest-ended': {
      const text = words.beginSet(event.nextSet);
      return [proposeSwitch(sinceMs, 'hold-start', text.short, text.long)];
    }
    case 'countdown-ticked':
      return proposeCountdown(words, event.of, event.leftS, sinceMs);
    case 'hold-ticked':
      return proposeCountdown(words, 'hold', event.leftS, sinceMs);
    case 'hold-left': {
      // The exercise's own event, in the same frame, has the tone; its speech this one replaces.
      return [said({ kind: 'hold', key: 'hold', sinceMs, tone: null }, words.holdLeft(event.leftS))];
    }
    case 'programme-completed': {
      // No frame comes after this one: what there is to say is said at once. The last set's own word has the tone.
      const speech = after(followed(words.allDone.short, debrief));
      return [proposeSwitch(sinceMs, null, speech, words.allDone.long)];
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

interface EndOfSet extends Required<Pick<CoachInput, 'exercise' | 'debrief'>> {
  readonly after: (text: string) => string;
}

/** One sentence after the other, with one full stop between them. */
const followed = (first: string, next: string | null): string =>
  next === null ? first : `${first.replace(/\.$/, '')}. ${next}`;

/** Said at once: that it is done, and what to do in the rest; what it came to follows. */
function proposeEndOfSet(
  { atMs, set, sets }: Extract<ProgrammeEvent, { kind: 'set-completed' }>,
  { after, exercise, debrief }: EndOfSet,
  words: CoachWords,
): readonly Proposal[] {
  const isLast = set >= sets;
  const text = isLast ? words.allDone : words.setDone(set, sets);
  const todo = isLast ? null : (exercise?.betweenSets?.short ?? null);
  const done = proposeSwitch(atMs, 'done', after(followed(text.short, todo)), text.long);
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
  words: CoachWords,
  of: keyof typeof COUNTDOWN_SAID_AT_S,
  leftS: number,
  sinceMs: Millis,
): readonly Proposal[] {
  const base = { kind: 'countdown', key: 'countdown', sinceMs, banner: null } as const;
  if (leftS <= 0) return of === 'start' ? [said({ ...base, tone: 'hold-start' }, words.go)] : [];
  if (COUNTDOWN_SAID_AT_S[of].includes(leftS)) return [{ ...base, tone: 'countdown', speech: String(leftS) }];
  return leftS % COUNTDOWN_EVERY_S === 0 ? [{ ...base, tone: null, speech: words.secondsToGo(leftS) }] : [];
}
