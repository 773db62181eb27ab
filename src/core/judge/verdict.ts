import { decisionLevel, round, type MeasuredCheck } from '../exercise/checks';
import type { ReadingModel } from '../exercise/reading-model';
import type { FaultLimits } from '../exercise/threshold';
import type { Verdict } from '../exercise/events';
import type { Estimate } from '../terms/estimate';
import { deg, type Degrees } from '../units';
import { isRead, type NoReading, type Reading } from './reading';
import { levelAt, readSet, type RepJudgement } from './set-context';

/** Probability from which a repetition is called faulty, and up to which it is called fine. Between: too uncertain. */
export const SURE_FAULT = 0.5;
export const SURE_FINE = 0.25;
/** Probability from which a fault is said in the middle of a repetition: a spoken word cannot be taken back. */
export const SURE_LIVE = 0.75;

/** 90 % of a normal distribution lie above −1.28 deviations: a fault is said when it is at least this sure. */
const SURE = 1.28;

/** What one reading means. */
interface Meaning {
  /** The one number of this reading: what the measure truly was, and within how many degrees 68 % of truths lie. */
  readonly value: Estimate;
  /** Within how many degrees 95 % of truths lie, where that is not what a normal distribution says. */
  readonly within95: Degrees | null;
  readonly verdict: 'fault' | 'ok' | 'unsure';
  /** Sure enough to be said while the repetition still runs. */
  readonly isSureLive: boolean;
}

/** What readings of a check mean, given the others of the set. */
export interface Interpretation {
  of(reading: Reading): Meaning;
  /** The value from which a reading like this one is flagged. */
  lineOf(reading: Reading): Degrees;
}

/** @param all the readings of the set so far, the one to be judged among them */
export function interpret(check: MeasuredCheck, all: readonly Reading[]): Interpretation {
  const bySource = new Map<Reading['source'], ReturnType<typeof readSet>>();
  const contextOf = (source: Reading['source'], model: ReadingModel) => {
    const own = all.filter((reading) => reading.source === source).map(toRepReading);
    const context = bySource.get(source) ?? readSet(own, model, decisionLevel(check.limits));
    bySource.set(source, context);
    return context;
  };
  return {
    of(reading) {
      const model = check.readings?.[reading.source];
      if (!model) return asItIs(reading.peak, check.limits);
      const judged = contextOf(reading.source, model)(toRepReading(reading));
      return {
        ...statedOf(judged.peak, model.reach),
        verdict: verdictOf(judged, model.sureFault),
        isSureLive: judged.fault >= SURE_LIVE,
      };
    },
    lineOf({ source, side, peak }) {
      const model = check.readings?.[source];
      if (!model) return surelyFaultFrom(peak.sd, check.limits);
      return levelAt(contextOf(source, model), side, model, model.sureFault ?? SURE_FAULT);
    },
  };
}

const statedOf = (
  { deg: value, sd }: Estimate,
  reach: ReadingModel['reach'],
): Pick<Meaning, 'value' | 'within95'> =>
  reach === undefined
    ? { value: { deg: value, sd }, within95: null }
    : { value: { deg: value, sd: deg(reach.within68 * sd) }, within95: deg(reach.within95 * sd) };

const toRepReading = ({ side, peak }: Reading) => ({ side, peakDeg: peak.deg });

const verdictOf = ({ fault }: RepJudgement, sureFault = SURE_FAULT): 'fault' | 'ok' | 'unsure' => {
  if (fault >= sureFault) return 'fault';
  return fault <= SURE_FINE ? 'ok' : 'unsure';
};

/** A measure that is the truth, with its own deviation. */
function asItIs(value: Estimate, limits: FaultLimits): Meaning {
  const isFault = isSurelyFault(value, limits);
  const isFine = value.deg < decisionLevel(limits) && value.deg + SURE * value.sd < limits.fault.value;
  return {
    value,
    within95: null,
    verdict: isFault ? 'fault' : isFine ? 'ok' : 'unsure',
    isSureLive: isFault,
  };
}

/** Surely more than nothing and more likely a fault than not. */
export const isSurelyFault = (estimate: Estimate, limits: FaultLimits): boolean =>
  estimate.deg >= surelyFaultFrom(estimate.sd, limits);

/** From where on a value of this deviation is surely a fault. */
const surelyFaultFrom = (sd: Degrees, limits: FaultLimits): Degrees =>
  deg(Math.max(decisionLevel(limits), limits.watch.value + SURE * sd));

/** The verdict on one leg, or on the body as a whole. */
export function verdictOn(reading: Reading | NoReading, interpretation: Interpretation): Verdict {
  const { side } = reading;
  if (!isRead(reading)) return { verdict: 'not-seen', reason: reading.reason, side };
  const { value, within95, verdict } = interpretation.of(reading);
  if (verdict === 'unsure') return { verdict: 'not-seen', reason: 'too-uncertain', side };
  return {
    verdict,
    peakDeg: round(value.deg),
    sdDeg: round(value.sd),
    ...(within95 === null ? {} : { within95Deg: round(within95) }),
    side,
  };
}

/** The verdict of a check: of several legs the worst, since a repetition is as bad as its worse leg. */
export const worstOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce((worst, next) => (isWorse(next, worst) ? next : worst));

/** What verdicts are compared by. */
interface Ranked {
  readonly verdict: Verdict['verdict'];
  readonly peakDeg?: number | null;
}

const RANK: Readonly<Record<Verdict['verdict'], number>> = { fault: 2, 'not-seen': 1, ok: 0 };

/** A fault is worse than what was not seen, and that than what is fine; of two alike the larger number. */
export function isWorse(a: Ranked, b: Ranked): boolean {
  if (a.verdict !== b.verdict) return RANK[a.verdict] > RANK[b.verdict];
  return (a.peakDeg ?? 0) > (b.peakDeg ?? 0);
}
