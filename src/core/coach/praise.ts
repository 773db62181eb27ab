import type { CueText } from '../exercise/definition';
import type { Rep } from '../exercise/events';
import type { FaultId } from '../terms/ids';
import type { Millis, Side } from '../units';
import type { CoachWords } from './coach-words';
import type { Proposal } from './cue-queue';
import { CORRECTED_WITHIN_MS, PRAISE_AFTER_CLEAN_REPS } from './cue-rules';

/** What is remembered of the last repetitions, for a praise that is never false. */
export interface FormMemory {
  /** Repetitions in a row whose every verdict was `ok`. */
  readonly cleanRun: number;
  /** Faults of the last repetition of each side. */
  readonly lastFaults: Readonly<Partial<Record<Side, readonly FaultId[]>>>;
}

export const NO_FORM: FormMemory = { cleanRun: 0, lastFaults: {} };

/**
 * Takes one more counted repetition and says whether it earns a praise: a fault that was pointed out and is gone, or a run
 * of clean repetitions. A repetition with a fault, with something unseen, or with nothing judged earns none.
 */
export function watchForm(
  before: FormMemory,
  rep: Rep,
  saidAt: Readonly<Partial<Record<string, Millis>>>,
  atMs: Millis,
  words: CoachWords,
): { readonly form: FormMemory; readonly praise: Proposal | null } {
  const verdicts = Object.entries(rep.verdicts);
  const faults = verdicts.filter(([, { verdict }]) => verdict === 'fault').map(([fault]) => fault as FaultId);
  const isClean = verdicts.length > 0 && verdicts.every(([, { verdict }]) => verdict === 'ok');
  const cleanRun = isClean ? before.cleanRun + 1 : 0;
  const lastFaults = { ...before.lastFaults, [rep.side]: faults };
  const wasCorrected = (before.lastFaults[rep.side] ?? []).some((fault) =>
    ['left', 'right', 'both'].some((side) => {
      const said = saidAt[`fault:${fault}:${side}`];
      return said !== undefined && atMs - said <= CORRECTED_WITHIN_MS;
    }),
  );
  if (isClean && wasCorrected) {
    return {
      form: { cleanRun, lastFaults },
      praise: proposePraise(words.better, atMs),
    };
  }
  if (cleanRun < PRAISE_AFTER_CLEAN_REPS) return { form: { cleanRun, lastFaults }, praise: null };
  return { form: { cleanRun: 0, lastFaults }, praise: proposePraise(words.goodForm(cleanRun), atMs) };
}

/** A run of clean repetitions ends with any fault and with any attempt that was not counted. */
export const breakRun = (form: FormMemory, event: { readonly kind: string }): FormMemory =>
  event.kind === 'fault-raised' || event.kind === 'rep-partial' ? { ...form, cleanRun: 0 } : form;

const proposePraise = (text: CueText, atMs: Millis): Proposal => ({
  kind: 'praise',
  key: 'praise',
  sinceMs: atMs,
  tone: null,
  speech: text.short,
  banner: text.long,
});
