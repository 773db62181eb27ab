import type { Rep, Verdict } from '../exercise/events';

/** How a repetition came out over all its checks. */
export type RepOutcome = 'clean' | 'fault' | 'unjudged';

/** A repetition is clean only when every check was judged: "could not see" is never "good". */
export function outcomeOf(rep: Pick<Rep, 'verdicts'>): RepOutcome {
  const verdicts: readonly Verdict[] = Object.values(rep.verdicts);
  if (verdicts.some((one) => one.verdict === 'fault')) return 'fault';
  return verdicts.length > 0 && verdicts.every((one) => one.verdict === 'ok') ? 'clean' : 'unjudged';
}
