import type { FaultId } from '../terms/ids';
import type { Side } from '../units';

/** What a fault span says of a leg, whatever the unit of its times. */
interface Span {
  readonly fault: FaultId;
  readonly side: Side | null;
  readonly peakDeg: number | null;
}

type Found = {
  readonly verdict: 'ok' | 'fault';
  readonly peakDeg: number | null;
  readonly side?: Side | null;
};
type Said = Found | { readonly verdict: 'not-seen'; readonly side?: Side | null };

interface Judged {
  readonly verdicts: Readonly<Partial<Record<FaultId, Said>>>;
  readonly legs?: Readonly<Partial<Record<FaultId, readonly Said[]>>>;
}

/**
 * A fault span of a repetition that was judged again, with the number that the repetition now has: there is one. That it was said,
 * and when, stays.
 */
export function revisedSpan<S extends Span>(span: S, { verdicts, legs }: Judged): S {
  const whole = verdicts[span.fault];
  const said = legs?.[span.fault] ?? (whole ? [whole] : []);
  const own = said.find(({ side }) => (side ?? null) === span.side);
  return own && own.verdict !== 'not-seen' ? { ...span, peakDeg: own.peakDeg } : span;
}
