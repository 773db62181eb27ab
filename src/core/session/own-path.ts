import type { ExerciseEvent, Rep } from '../exercise/events';
import type { FaultId } from '../terms/ids';
import { deg, SIDES, type Degrees, type Millis, type Side } from '../units';
import { repOutcome } from './rep-outcome';

/** From so many clean repetitions on the person's own path is known. */
const KNOWN_FROM = 3;
/** Only the newest ones: a path changes with warming up and with tiring. */
const KEPT = 6;

/** How far one leg's measure goes in clean repetitions of one's own: degrees, positive toward the fault. */
export interface OwnPath {
  readonly fault: FaultId;
  readonly side: Side;
  readonly leastDeg: Degrees;
  readonly mostDeg: Degrees;
  /** Sides of the repetitions that it was learnt from: in a lunge only the front leg's path is one, in a band step both legs' are. */
  readonly repSides: readonly Side[];
}

interface KeptPath extends OwnPath {
  /** Start of its repetition, by which a repetition that is judged again is known. */
  readonly startMs: Millis;
}

export interface OwnPaths {
  readonly kept: readonly KeptPath[];
  readonly known: readonly OwnPath[];
}

export const NO_PATHS: OwnPaths = { kept: [], known: [] };

/**
 * Learns from what the judge found clean, and from its own readings alone: a path is never wider than what was judged as good. A
 * repetition that is judged again and is no longer clean is forgotten. Pure.
 */
export function learnPaths(before: OwnPaths, events: readonly ExerciseEvent[]): OwnPaths {
  return events.reduce(
    (paths, event) =>
      event.kind === 'rep-counted' || event.kind === 'rep-revised' ? learnRep(paths, event.rep) : paths,
    before,
  );
}

function learnRep({ kept }: OwnPaths, rep: Rep): OwnPaths {
  const others = kept.filter(({ startMs }) => startMs !== rep.startMs);
  const all = repOutcome(rep) === 'clean' ? [...others, ...pathsOf(rep)] : others;
  const newest = all.filter((path) => all.filter((one) => isAfter(one, path)).length < KEPT);
  return { kept: newest, known: knownOf(newest) };
}

const isSame = (a: OwnPath, b: OwnPath): boolean => a.fault === b.fault && a.side === b.side;
const isAfter = (a: KeptPath, b: KeptPath): boolean => isSame(a, b) && a.startMs > b.startMs;

const pathsOf = (rep: Rep): readonly KeptPath[] =>
  (rep.judged ?? []).flatMap(({ fault, side, samples }) => {
    if (side === null || samples.length === 0) return [];
    const read = samples.map((sample) => sample.deg);
    const [leastDeg, mostDeg] = [deg(Math.min(...read)), deg(Math.max(...read))];
    return [{ startMs: rep.startMs, fault, side, leastDeg, mostDeg, repSides: [rep.side] }];
  });

const knownOf = (kept: readonly KeptPath[]): readonly OwnPath[] =>
  kept
    .filter((path, index) => kept.findIndex((one) => isSame(one, path)) === index)
    .flatMap(({ fault, side }) => {
      const own = kept.filter((one) => one.fault === fault && one.side === side);
      if (own.length < KNOWN_FROM) return [];
      const leastDeg = deg(Math.min(...own.map((one) => one.leastDeg)));
      const mostDeg = deg(Math.max(...own.map((one) => one.mostDeg)));
      const repSides = SIDES.filter((one) => own.some((path) => path.repSides.includes(one)));
      return [{ fault, side, leastDeg, mostDeg, repSides }];
    });

/** The paths of a repetition of this side; null: it is not known yet which one comes, and all may be needed. */
export const pathsIn = ({ known }: OwnPaths, repSide: Side | null): readonly OwnPath[] =>
  repSide === null ? known : known.filter(({ repSides }) => repSides.includes(repSide));
