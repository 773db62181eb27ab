import type { Verdict } from '../exercise/events';

/** How something came out over all its checks. */
export type RepOutcome = 'clean' | 'fault' | 'unjudged';

/** Clean only when every check was judged, and there was one: "could not see" is never "good". */
export function outcomeOf(verdicts: readonly { readonly verdict: Verdict['verdict'] }[]): RepOutcome {
  if (verdicts.some(({ verdict }) => verdict === 'fault')) return 'fault';
  return verdicts.length > 0 && verdicts.every(({ verdict }) => verdict === 'ok') ? 'clean' : 'unjudged';
}

/** How a repetition came out. */
export const repOutcome = (rep: {
  readonly verdicts: Readonly<Record<string, { readonly verdict: Verdict['verdict'] }>>;
}): RepOutcome => outcomeOf(Object.values(rep.verdicts));
