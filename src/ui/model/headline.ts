import { FAULT_IDS, isOfALeg, type FaultId } from '../../core/terms/ids';
import { summariseSet, type CheckSummary, type SetSummary } from '../../core/session/summary';
import type { NotSeenReason } from '../../core/terms/not-seen';
import { SIDES, type Side } from '../../core/units';
import { words } from '../language';
import { tenths } from './format';
import { holdWordsOf } from './hold-words';
import { foundWords, type Found } from './leg-words';
import type { SetReview } from './review-view';

/** What a session comes to, in a sentence; then one for each leg. */
export interface Headline {
  readonly sentence: string;
  readonly legs: readonly LegLine[];
  /** What the camera could not judge, said once; null where it judged everything. */
  readonly open: string | null;
}

export interface LegLine {
  readonly key: string;
  readonly name: string;
  readonly words: string;
  readonly isFault: boolean;
}

/** @param reviews the sets that are summed up, of one session */
export function headlineOf(reviews: readonly SetReview[]): Headline {
  const summaries = reviews.map(({ set }) => summariseSet(set));
  const checks = totalsOf(summaries);
  const ofLegs = SIDES.flatMap((side) => legLine(side, checks));
  return {
    sentence: sentenceOf(reviews, ofLegs),
    legs: [...ofLegs, ...bodyLine(checks), ...holdLines(reviews, ofLegs.length > 0)],
    open: openWords(checks),
  };
}

interface Total extends Found {
  readonly side: Side;
  readonly open: number;
  readonly reasons: readonly NotSeenReason[];
}

/** Every check of every leg over all sets. */
function totalsOf(summaries: readonly SetSummary[]): readonly Total[] {
  return FAULT_IDS.flatMap((fault) =>
    SIDES.flatMap((side): readonly Total[] => {
      const own = summaries.flatMap(({ checks }) => checks[fault]?.[side] ?? []);
      const sum = (of: (check: CheckSummary) => number): number =>
        own.reduce((total, check) => total + of(check), 0);
      const worst = own
        .flatMap(({ worst }) => worst ?? [])
        .reduce<CheckSummary['worst']>(
          (most, one) => (most !== null && most.deg >= one.deg ? most : one),
          null,
        );
      const flagged = sum((check) => check.flagged);
      const judged = flagged + sum(({ clean }) => clean);
      const open = sum((check) => check.notSeen);
      if (judged + open === 0) return [];
      const reasons = own.flatMap((check) => Object.keys(check.reasons) as NotSeenReason[]);
      return [{ fault, side, flagged, judged, worst: isOfALeg(fault) ? worst : null, open, reasons }];
    }),
  );
}

function sentenceOf(reviews: readonly SetReview[], legs: readonly LegLine[]): string {
  const sum = (of: (review: SetReview) => number): number =>
    reviews.reduce((total, review) => total + of(review), 0);
  const counted = sum(({ total }) => total.counted);
  if (counted === 0) return holdSentence(reviews);
  const [clean, flagged] = [sum(({ total }) => total.clean), sum(({ total }) => total.flagged)];
  if (flagged === 0) {
    if (clean === counted) return words.headline.allClean(counted);
    return clean === 0 ? words.headline.noneJudged(counted) : words.headline.someJudged(counted, clean);
  }
  const faulty = SIDES.filter((side) => legs.some(({ key, isFault }) => isFault && key === side));
  return words.headline.hadFault(flagged, counted, faulty);
}

function holdSentence(reviews: readonly SetReview[]): string {
  const holds = reviews.flatMap((review) => review.holds);
  if (holds.length === 0) return words.headline.nothing;
  const inPositionS = holds.reduce((total, { hold }) => total + hold.inPositionS, 0);
  const breaks = holds.reduce((total, { hold }) => total + hold.breaks.length, 0);
  return words.headline.held(tenths(inPositionS), heldHow(reviews, breaks));
}

function legLine(side: Side, checks: readonly Total[]): readonly LegLine[] {
  const own = checks.filter((check) => check.side === side && isOfALeg(check.fault));
  if (own.length === 0) return [];
  const flagged = own.filter((check) => check.flagged > 0);
  const judged = Math.max(...own.map((check) => check.judged));
  const fine = judged === 0 ? words.headline.legNotJudged : words.headline.legFine(judged);
  return [
    {
      key: side,
      name: words.legNames[side],
      words: flagged.length > 0 ? sentencesOf(flagged) : fine,
      isFault: flagged.length > 0,
    },
  ];
}

/** What is no leg's: said only where something was found. */
function bodyLine(checks: readonly Total[]): readonly LegLine[] {
  const flagged = checks.filter((check) => check.flagged > 0 && !isOfALeg(check.fault));
  if (flagged.length === 0) return [];
  const merged = FAULT_IDS.flatMap((fault): readonly Found[] => {
    const own = flagged.filter((check) => check.fault === fault);
    if (fault === 'trunk-lean' || own.length === 0) return own;
    const all = checks.filter((check) => check.fault === fault);
    const sum = (of: (one: Total) => number) => all.reduce((total, one) => total + of(one), 0);
    return [
      {
        fault,
        side: null,
        flagged: sum((one) => one.flagged),
        judged: sum((one) => one.judged),
        worst: null,
      },
    ];
  });
  return [{ key: 'body', name: words.headline.wholeBody, words: sentencesOf(merged), isFault: true }];
}

const sentencesOf = (found: readonly Found[]): string => found.map((one) => foundWords(one)).join(' ');

const heldHow = ([review]: readonly SetReview[], breaks: number): string => {
  const { level, sank } = review ? holdWordsOf(review.set) : words.holds.lying;
  return breaks === 0 ? level : sank(breaks);
};

/** Side by side; one side alone only where the sentence above tells of something else. */
function holdLines(reviews: readonly SetReview[], hasReps: boolean): readonly LegLine[] {
  const lines = SIDES.flatMap((side): readonly LegLine[] => {
    const holds = reviews.flatMap((review) => review.holds.filter(({ hold }) => hold.side === side));
    if (holds.length === 0) return [];
    const breaks = holds.reduce((total, { hold }) => total + hold.breaks.length, 0);
    const inPosition = tenths(holds.reduce((total, { hold }) => total + hold.inPositionS, 0));
    return [
      {
        key: `hold ${side}`,
        name: (reviews[0] ? holdWordsOf(reviews[0].set) : words.holds.lying).sides[side],
        words: words.headline.held(inPosition, heldHow(reviews, breaks)),
        isFault: breaks > 0,
      },
    ];
  });
  return lines.length > 1 || hasReps ? lines : [];
}

/** "The camera could not judge: hip drop 3 of 10 times (not clear enough to judge)." */
function openWords(checks: readonly Total[]): string | null {
  const parts = FAULT_IDS.flatMap((fault: FaultId) => {
    const own = checks.filter((check) => check.fault === fault);
    const open = own.reduce((total, check) => total + check.open, 0);
    if (open === 0) return [];
    const all = own.reduce((total, check) => total + check.open + check.judged, 0);
    const reasons = new Set(own.flatMap((check) => check.reasons.map((one) => words.notSeenWithin[one])));
    return [words.headline.openPart(words.faults[fault].name, open, all, [...reasons])];
  });
  return parts.length === 0 ? null : words.headline.couldNotJudge(parts);
}
