import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClips, ownExercise } from '../../scripts/evaluate/clips';
import { openMovementModel, type MovementModel } from '../../scripts/evaluate/movement';
import { FIXTURES } from '../../scripts/evaluate/options';
import { mirrorTruth, type ClipTruth } from '../../scripts/evaluate/truth';
import { mirrorPose } from '../../src/core/pose/access';
import { emptySession, type RepRecord, type VerdictRecord } from '../../src/core/session/record';
import { toRecordedLists } from '../../src/core/session/record-convert';
import { isOfALeg, type ExerciseId, type FaultId } from '../../src/core/terms/ids';
import { otherSide, SIDES, type Side } from '../../src/core/units';
import { exercises } from '../../src/exercises/registry';
import { exportSession, parseSession } from '../../src/storage/exchange';
import { words } from '../../src/ui/language';
import { degreesWithSd } from '../../src/ui/model/format';
import { headlineOf } from '../../src/ui/model/headline';
import { judgedCurves } from '../../src/ui/model/judged-curves';
import { legWords } from '../../src/ui/model/leg-words';
import { repSentence } from '../../src/ui/model/outcome-words';
import { viewReplay } from '../../src/ui/model/replay-view';
import { reviewSet } from '../../src/ui/model/review-view';
import { comparedRows } from '../../src/ui/model/sets-compared';
import { keepSet, type KeptSet } from '../support/keep-set';
import { plainPlans } from '../support/run-set';
import { aStart, EVENING } from '../support/session-builders';
import { AVERAGE_BUILD, estimateMovement, film, simulateMovement } from '../support/simulator';

/**
 * One fault, followed from a clip to the words on the screen: the cue, the overlay, the review's sentence, tile, headline, table,
 * curve and replay, and the export name the same leg and the same number. Recorded people with the movement model as it is served,
 * as they are and in the mirror; and simulated bodies for what no recording shows.
 */
interface Found {
  readonly rep: RepRecord;
  readonly fault: FaultId;
  readonly side: Side;
  readonly verdict: Extract<VerdictRecord, { peakDeg: unknown }>;
}

const legVerdicts = (rep: RepRecord) =>
  Object.entries(rep.legs ?? {}).flatMap(([fault, verdicts]) =>
    verdicts.map((verdict) => ({ fault: fault as FaultId, verdict })),
  );

const faultsIn = ({ set }: KeptSet): readonly Found[] =>
  set.reps.flatMap((rep) =>
    legVerdicts(rep).flatMap(({ fault, verdict }) =>
      verdict.verdict === 'fault' && verdict.side ? [{ rep, fault, side: verdict.side, verdict }] : [],
    ),
  );

/** Everything that the app says of one fault, against what the judge said of it. */
function walk(kept: KeptSet, exercise: ExerciseId, { rep, fault, side, verdict }: Found): void {
  const { set } = kept;
  const label = `${exercise}, repetition ${rep.n}, ${fault} ${side}`;
  const review = reviewSet(set);
  const judged = review.reps.find(({ key }) => key === `rep-${rep.n}`);
  if (!judged) throw new Error(`${label}: not in the review`);
  const number = degreesWithSd(verdict.peakDeg ?? NaN, verdict.sdDeg);
  const name = words.faultName(fault, side);

  // Sentence and tile.
  expect(repSentence(judged), label).toContain(`${name}, ${number}`);
  const tally = review.faults.find((one) => one.fault === fault && one.side === side);
  expect(tally?.worst?.peakDeg, label).toBeGreaterThanOrEqual(verdict.peakDeg ?? NaN);

  // The headline and the comparison name the leg and its role, with the largest number of it.
  const found = legWords(fault, side)?.found ?? '';
  const worst = tally?.worst ? degreesWithSd(tally.worst.peakDeg, tally.worst.sdDeg) : '';
  const line = headlineOf([review]).legs.find(({ key }) => key === (isOfALeg(fault) ? side : 'body'));
  expect(line?.words, label).toContain(found);
  expect(line?.isFault, label).toBe(true);
  const row = comparedRows([review]).find((one) => one.name === found);
  expect(row?.cells, label).toEqual([`${tally?.reps} of ${tally?.of}, worst ${worst}`]);

  // Curve and line; the table has the same number.
  const signal = rep.judged?.find((one) => one.fault === fault && one.side === side);
  const most = Math.max(...(signal?.deg ?? []));
  // Verdicts are rounded to a tenth of a degree, samples to a hundredth.
  expect(Math.abs(most - (verdict.peakDeg ?? NaN)), label).toBeLessThanOrEqual(0.06);
  expect(most, label).toBeGreaterThanOrEqual(signal?.lineDeg ?? Infinity);
  const chart = judgedCurves(set).find((one) => one.fault === fault);
  if (chart) {
    const curve = chart.curves.find((one) => one.name === legWords(fault, side)?.role);
    const inRep = chart.timesS.flatMap((timeS, i) =>
      timeS >= rep.startS && timeS <= rep.endS ? (curve?.values[i] ?? []) : [],
    );
    expect(Math.max(...inRep), label).toBe(most);
    const cell = `${most.toFixed(1)}°`;
    expect(
      chart.rows.some((one) => one[0]?.startsWith(`Repetition ${rep.n}`) && one[1]?.startsWith(cell)),
    ).toBe(true);
  }

  // The replay marks it at the moment that it stands still on, where it is the repetition's worst.
  const view = viewReplay(set, judged);
  const first = judged.faults[0];
  if (view && first?.fault === fault && first.side === side)
    expect(view.at(view.stillS).faults, label).toContainEqual({ fault, side, deg: verdict.peakDeg });

  // The fault's span in the export.
  const spans = set.faults.filter(
    (span) => span.fault === fault && span.side === side && span.startS < rep.endS && span.endS >= rep.startS,
  );
  for (const span of spans) expect(span.peakDeg, label).toBe(verdict.peakDeg);
}

/** What was said and drawn while it happened names the legs that were raised, and no others. */
function walkLive({ events, cues, shown }: KeptSet, exercise: ExerciseId): void {
  const raised = new Set(
    events.flatMap((event) =>
      event.kind === 'fault-raised' ? [`${event.fault}:${event.side ?? 'both'}`] : [],
    ),
  );
  for (const cue of cues.filter(({ kind }) => kind === 'fault')) {
    const [, fault = '', side = ''] = cue.key.split(':');
    expect(raised, `${exercise}: said ${cue.key}`).toContain(`${fault}:${side}`);
    const words = `${cue.speech?.text ?? ''} ${cue.banner ?? ''}`.toLowerCase();
    // A cue that names a side names the leg at fault.
    for (const other of SIDES.filter((one) => one !== side))
      expect(words).not.toMatch(new RegExp(`\\b${other}\\b`));
  }
  for (const { faults } of shown)
    for (const { fault, side } of faults)
      expect(raised, `${exercise}: drawn ${fault}`).toContain(`${fault}:${side ?? 'both'}`);
}

/** Every sure leg is on its side of its line: what is drawn is what was judged. */
function walkCurves({ set }: KeptSet): void {
  for (const rep of set.reps)
    for (const { fault, verdict } of legVerdicts(rep)) {
      const signal = rep.judged?.find((one) => one.fault === fault && one.side === verdict.side);
      if (!signal) continue;
      const isBeyond = Math.max(...signal.deg) >= signal.lineDeg;
      // A hundredth of a degree is lost when it is kept.
      if (Math.abs(Math.max(...signal.deg) - signal.lineDeg) > 0.02)
        expect(verdict.verdict === 'fault', `${fault} of repetition ${rep.n}`).toBe(isBeyond);
    }
}

/** What is exported and brought in again is what was kept, and what was kept is what the set came to. */
function walkExport({ set, state }: KeptSet): void {
  const { reps, partials, holds, faults } = set;
  expect({ reps, partials, holds, faults }).toEqual(toRecordedLists(state));
  const record = {
    ...emptySession('walk', aStart()),
    ended: 'finished',
    endedAt: EVENING,
    sets: [set],
  } as const;
  expect(parseSession(exportSession(record))).toEqual({ ok: true, value: record });
}

const walkAll = (kept: KeptSet, exercise: ExerciseId): readonly Found[] => {
  const found = faultsIn(kept);
  for (const one of found) walk(kept, exercise, one);
  walkLive(kept, exercise);
  walkCurves(kept);
  walkExport(kept);
  return found;
};

/** The true fault that a found one is, if the truth has one of its kind at its time. */
const truthOf = ({ rep, fault }: Found, { faultWindows }: ClipTruth) =>
  faultWindows.filter(
    (window) => window.fault === fault && window.startS < rep.endS && window.endS > rep.startS,
  );

const clips = findClips(FIXTURES).flatMap((clip) => {
  const exercise = ownExercise(clip);
  return exercise === null ? [] : [{ clip, exercise }];
});

describe('recorded people', () => {
  let model: MovementModel;
  const walked = new Set<string>();
  beforeAll(async () => {
    model = await openMovementModel(true);
  });
  afterAll(() => model.close());

  const cases = clips.flatMap(({ clip, exercise }) =>
    [false, true].map(
      (isMirrored) =>
        [clip.name, isMirrored ? 'mirrored' : 'as recorded', { clip, exercise, isMirrored }] as const,
    ),
  );
  it.each(cases)(
    '%s, %s: one leg and one number everywhere',
    async (_name, _how, { clip, exercise, isMirrored }) => {
      const recorded = clip.recorded('full') ?? [];
      const poses = isMirrored ? recorded.map(mirrorPose) : recorded;
      const truth = isMirrored ? mirrorTruth(clip.truth) : clip.truth;
      const kept = keepSet(exercise, poses, await model.estimate(poses));
      const found = walkAll(kept, exercise);
      for (const one of found) {
        walked.add(`${exercise}: ${one.fault} ${one.side}`);
        const windows = truthOf(one, truth);
        if (windows.length > 0 && isOfALeg(one.fault))
          expect(
            windows.map(({ side }) => side),
            `${one.fault} of repetition ${one.rep.n}`,
          ).toContain(one.side);
      }
      for (const hold of kept.set.holds) {
        const own = kept.set.faults.filter((span) => span.startS < hold.endS && span.endS > hold.startS);
        expect(own.map(({ side }) => side)).toEqual(own.map(() => hold.side));
        expect(hold.judged?.side).toBe(hold.side);
      }
    },
  );

  it('was walked with both legs of every fault that the recordings show', () => {
    const both = (what: string): string[] => SIDES.map((side) => `${what} ${side}`);
    expect([...walked]).toEqual(
      expect.arrayContaining([
        ...both('banded-lateral-step: knee-collapse'),
        ...both('kettlebell-march: hip-drop'),
        ...both('curtsy-lunge: knee-collapse'),
      ]),
    );
  });
});

/** The leg that stands or is loaded in a repetition of a side. */
const loadedLeg = (exercise: ExerciseId, side: Side): Side =>
  exercise === 'kettlebell-march' ? otherSide(side) : side;

describe('simulated bodies', () => {
  const planned = exercises
    .filter(({ id, prescription }) => prescription.kind === 'reps' && id !== 'banded-lateral-step')
    .flatMap(({ id, checks }) =>
      (['hip-drop', 'knee-collapse'] as const)
        .filter((fault) => checks.some((check) => check.fault === fault))
        .flatMap((fault) => SIDES.map((side) => [id, fault, side] as const)),
    );
  it.each(planned)('%s: %s of the %s leg is that leg’s everywhere', (exercise, fault, leg) => {
    const plans = plainPlans(exercise, 8, exercise === 'hip-hike' ? { side: leg } : {}).map((plan, n) => {
      const isFaulty = n >= 2 && loadedLeg(exercise, plan.side) === leg && n % 4 < 2;
      if (!isFaulty) return plan;
      return fault === 'hip-drop' ? { ...plan, dropDeg: 14 } : { ...plan, collapseDeg: 24 };
    });
    const movement = simulateMovement(exercise, AVERAGE_BUILD, plans);
    const { poses } = film(movement);
    const kept = keepSet(exercise, poses, estimateMovement(movement, exercise, poses));
    const found = walkAll(kept, exercise).filter((one) => one.fault === fault);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ side }) => side)).toEqual(found.map(() => leg));
  });
});
