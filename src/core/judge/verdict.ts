import { decisionLevel, round, type MeasuredCheck } from '../exercise/checks';
import type { FaultLimits } from '../exercise/threshold';
import type { Verdict } from '../exercise/events';
import type { Estimate } from '../terms/estimate';
import { isRead, type NoReading, type Reading } from './reading';
import { readSet, type RepJudgement } from './set-context';

/** Probability from which a repetition is called faulty, and up to which it is called fine. Between: too uncertain. */
export const SURE_FAULT = 0.5;
export const SURE_FINE = 0.25;
/** Probability from which a fault is said in the middle of a repetition: a spoken word cannot be taken back. */
export const SURE_LIVE = 0.75;

/** 90 % of a normal distribution lie above −1.28 deviations: a fault is said when it is at least this sure. */
const SURE = 1.28;

/** What readings of a check mean, given the others of the set. */
export type Interpretation = (reading: Reading) => {
  /** The one number of this reading: what the measure truly was. */
  readonly value: Estimate;
  readonly verdict: 'fault' | 'ok' | 'unsure';
  /** Sure enough to be said while the repetition still runs. */
  readonly isSureLive: boolean;
};

/** @param all the readings of the set so far, the one to be judged among them */
export function interpret(check: MeasuredCheck, all: readonly Reading[]): Interpretation {
  const bySource = new Map<Reading['source'], ReturnType<typeof readSet>>();
  return (reading) => {
    const model = check.readings?.[reading.source];
    if (!model) return asItIs(reading.peak, check.limits);
    const context =
      bySource.get(reading.source) ??
      readSet(
        all.filter(({ source }) => source === reading.source).map(toRepReading),
        model,
        decisionLevel(check.limits),
      );
    bySource.set(reading.source, context);
    const judged = context(toRepReading(reading));
    return {
      value: judged.peak,
      verdict: verdictOf(judged, model.sureFault),
      isSureLive: judged.fault >= SURE_LIVE,
    };
  };
}

const toRepReading = ({ side, peak }: Reading) => ({ side, peakDeg: peak.deg });

const verdictOf = ({ fault }: RepJudgement, sureFault = SURE_FAULT): 'fault' | 'ok' | 'unsure' => {
  if (fault >= sureFault) return 'fault';
  return fault <= SURE_FINE ? 'ok' : 'unsure';
};

/** A measure that is the truth, with its own deviation. */
function asItIs(value: Estimate, limits: FaultLimits): ReturnType<Interpretation> {
  const isFault = isSurelyFault(value, limits);
  const isFine = value.deg < decisionLevel(limits) && value.deg + SURE * value.sd < limits.fault.value;
  return { value, verdict: isFault ? 'fault' : isFine ? 'ok' : 'unsure', isSureLive: isFault };
}

/** Surely more than nothing and more likely a fault than not. */
export const isSurelyFault = (estimate: Estimate, limits: FaultLimits): boolean =>
  estimate.deg >= decisionLevel(limits) && estimate.deg - SURE * estimate.sd >= limits.watch.value;

/** The verdict of a check: of several sides the worst, since a repetition is as bad as its worse leg. */
export function verdictOn(
  readings: readonly (Reading | NoReading)[],
  interpretation: Interpretation,
): Verdict {
  const verdicts = readings.map((reading): Verdict => {
    if (!isRead(reading)) return { verdict: 'not-seen', reason: reading.reason, side: reading.side };
    const { value, verdict } = interpretation(reading);
    if (verdict === 'unsure') return { verdict: 'not-seen', reason: 'too-uncertain', side: reading.side };
    return { verdict, peakDeg: round(value.deg), sdDeg: round(value.sd), side: reading.side };
  });
  return verdicts.reduce((worst, next) => (isWorse(next, worst) ? next : worst));
}

const RANK: Readonly<Record<Verdict['verdict'], number>> = { fault: 2, 'not-seen': 1, ok: 0 };

function isWorse(a: Verdict, b: Verdict): boolean {
  if (a.verdict !== b.verdict) return RANK[a.verdict] > RANK[b.verdict];
  return a.verdict !== 'not-seen' && b.verdict !== 'not-seen' && (a.peakDeg ?? 0) > (b.peakDeg ?? 0);
}
