import type { FaultId } from '../terms/ids';
import { millis, type Millis } from '../units';
import type { Cue, CueKind, Tone, Utterance } from './cue';
import { CUE_RULES, CUTTABLE, FAULT_GAP_MS, FAULT_ORDER, OF_WORK } from './cue-rules';
import { estimateSpeechMs } from './cue-text';

/** Something that could be given. What becomes of it, and when, is decided by {@link admit}. */
export interface Proposal {
  readonly kind: CueKind;
  /** What counts as the same cue for cool-downs. */
  readonly key: string;
  /** When it became true. Its speech goes stale from here. */
  readonly sinceMs: Millis;
  readonly tone: Tone | null;
  readonly speech: string | null;
  readonly banner: string | null;
  /** The fault it is about; ranks faults among each other. */
  readonly fault?: FaultId;
  /** A reminder: said only if the same cue was said before and has cooled down. */
  readonly reminder?: true;
}

type Times = Readonly<Partial<Record<string, Millis>>>;

export interface CueQueue {
  readonly busyUntilMs: Millis;
  /** What is being said, by estimate. */
  readonly saying: CueKind | null;
  readonly waiting: readonly Proposal[];
  readonly saidAt: Times;
  readonly tonedAt: Times;
  readonly lastFault: { readonly fault: FaultId; readonly atMs: Millis } | null;
}

export const EMPTY_QUEUE: CueQueue = {
  busyUntilMs: millis(0),
  saying: null,
  waiting: [],
  saidAt: {},
  tonedAt: {},
  lastFault: null,
};

export interface QueueStep {
  readonly queue: CueQueue;
  readonly cues: readonly Cue[];
}

/**
 * Takes what is proposed and gives what is to be given now: every tone that has cooled down at once, and at most one
 * utterance, the one of the highest rank, if the voice is free.
 */
export function admit(before: CueQueue, proposals: readonly Proposal[], atMs: Millis): QueueStep {
  const sounded = proposals.filter((proposal) => maySound(before, proposal, atMs));
  const tonedAt = { ...before.tonedAt, ...Object.fromEntries(sounded.map(({ key }) => [key, atMs])) };
  const waiting = supersede([...before.waiting, ...proposals]).filter((proposal): proposal is Spoken =>
    maySpeak(before, proposal, atMs),
  );
  const next = best(waiting);
  const isBusy = atMs < before.busyUntilMs;
  const interrupts = isBusy && next !== null && cuts(next.kind, before.saying);
  if (next === null || (isBusy && !interrupts)) {
    const queue = { ...before, tonedAt, waiting: newestPerKey(waiting) };
    return { queue, cues: sounded.map((proposal) => toCue(proposal, proposal.tone, null, atMs)) };
  }
  const speech = { text: next.speech, estimateMs: estimateSpeechMs(next.speech), interrupts };
  const tones = sounded.filter((proposal) => proposal !== next);
  const spoken = toCue(next, sounded.includes(next) ? next.tone : null, speech, atMs);
  return {
    queue: {
      busyUntilMs: millis(atMs + speech.estimateMs),
      saying: next.kind,
      waiting: newestPerKey(waiting).filter(({ kind }) => kind !== next.kind),
      saidAt: { ...before.saidAt, [next.key]: atMs },
      tonedAt,
      lastFault: next.fault === undefined ? before.lastFault : { fault: next.fault, atMs },
    },
    cues: [...tones.map((proposal) => toCue(proposal, proposal.tone, null, atMs)), spoken],
  };
}

/** Whether what is being said is cut off for this. */
const cuts = (next: CueKind, saying: CueKind | null): boolean =>
  saying === 'debrief'
    ? OF_WORK.includes(next)
    : saying !== null && CUTTABLE.includes(saying) && !CUTTABLE.includes(next) && next !== 'debrief';

/** What waits and has become untrue is not said any more. */
export const forget = (queue: CueQueue, isUntrue: (proposal: Proposal) => boolean): CueQueue => ({
  ...queue,
  waiting: queue.waiting.filter((proposal) => !isUntrue(proposal)),
});

type Spoken = Proposal & { readonly speech: string };

const toCue = (proposal: Proposal, tone: Tone | null, speech: Utterance | null, atMs: Millis): Cue => ({
  kind: proposal.kind,
  key: proposal.key,
  atMs,
  tone,
  speech,
  banner: proposal.banner,
});

const isFresh = ({ kind, sinceMs }: Proposal, atMs: Millis): boolean =>
  atMs - sinceMs <= CUE_RULES[kind].keepMs;

const hasPassed = (since: Millis | undefined, gapMs: number, atMs: Millis): boolean =>
  since === undefined || atMs - since >= gapMs;

const maySound = (queue: CueQueue, proposal: Proposal, atMs: Millis): boolean =>
  proposal.tone !== null &&
  isFresh(proposal, atMs) &&
  hasPassed(queue.tonedAt[proposal.key], CUE_RULES[proposal.kind].toneGapMs, atMs);

function maySpeak(queue: CueQueue, proposal: Proposal, atMs: Millis): proposal is Spoken {
  const saidAt = queue.saidAt[proposal.key];
  if (proposal.speech === null || !isFresh(proposal, atMs)) return false;
  if (proposal.reminder === true && saidAt === undefined) return false;
  if (!hasPassed(saidAt, CUE_RULES[proposal.kind].coolDownMs, atMs)) return false;
  return proposal.fault === undefined || clearsFaultGap(queue, proposal.fault, atMs);
}

const severity = (fault: FaultId | undefined): number =>
  fault === undefined ? 0 : FAULT_ORDER.indexOf(fault);

function clearsFaultGap({ lastFault }: CueQueue, fault: FaultId, atMs: Millis): boolean {
  if (lastFault === null || severity(fault) < severity(lastFault.fault)) return true;
  return atMs - lastFault.atMs >= FAULT_GAP_MS;
}

/** Highest rank, then worst fault, then newest. */
const best = (waiting: readonly Spoken[]): Spoken | null =>
  waiting.reduce<Spoken | null>(
    (first, next) => (first === null || !isBefore(first, next) ? next : first),
    null,
  );

function isBefore(a: Proposal, b: Proposal): boolean {
  const byRank = CUE_RULES[a.kind].rank - CUE_RULES[b.kind].rank;
  const bySeverity = severity(a.fault) - severity(b.fault);
  return (byRank || bySeverity || b.sinceMs - a.sinceMs) < 0;
}

/** News makes older news of its kind untrue ("I see you" after "I can't see you"); faults stand side by side. */
const supersede = (proposals: readonly Proposal[]): readonly Proposal[] => {
  const newest = new Map(proposals.map((proposal) => [proposal.kind, proposal]));
  return proposals.filter((proposal) => proposal.kind === 'fault' || newest.get(proposal.kind) === proposal);
};

const newestPerKey = (waiting: readonly Proposal[]): readonly Proposal[] => [
  ...new Map(waiting.map((proposal) => [proposal.key, proposal])).values(),
];
