/** What feedback can lack. Closed; none of it stops a session: cues are always shown as well. */
export const FEEDBACK_FAULT_CODES = [
  /** The browser cannot speak, or has no voice on this machine: tones stand in. */
  'no-voice',
  /** No WebAudio, or the browser still forbids sound: press a key or click once. */
  'no-sound',
  /** The screen may go dark: no wake lock here, or refused (battery saver). */
  'no-wake-lock',
  /** Spoken commands are wanted, and speech is not recognised on this machine, or the microphone was refused. */
  'no-listening',
] as const;

export interface FeedbackFault {
  readonly code: (typeof FEEDBACK_FAULT_CODES)[number];
  readonly detail: string;
}

export type FeedbackResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: FeedbackFault };

export const given = <Value>(value: Value): FeedbackResult<Value> => ({ ok: true, value });

export const feedbackFault = (code: FeedbackFault['code'], detail: string): FeedbackResult<never> => ({
  ok: false,
  fault: { code, detail },
});
