import { COVERAGE_HEAD, coverageCells, scoreCoverage } from './coverage';
import { median } from '../../src/core/signal/quantile';
import type { AutoResult, IdleResult, OwnResult } from './evaluation';
import { joinErrors, MEASURES, summariseErrors } from './measure-errors';
import { DROP_CLASSES, type ForeignScore, type RealMotionScore } from './real-motion';
import {
  f1,
  isExact,
  POSTURE_FAULTS,
  precision,
  recall,
  SCORED_FAULTS,
  totalScore,
  type Confusion,
} from './score';
import { fixed, percent, plainTable } from './table';

/** What is printed while and after an evaluation. */
export const reportOwn = (results: readonly OwnResult[]): string => {
  if (results.length === 0) return 'no clip of the five exercises';
  const rows = results.map(({ clip, model, score }) => [
    `${isExact(score) ? ' ' : '!'} ${clip.name} (${model})`,
    score.truth > 0 ? `${String(score.counted)}/${String(score.truth)}` : '',
    score.missed + score.phantom > 0 ? `-${String(score.missed)} +${String(score.phantom)}` : '',
    score.wrongSide > 0 ? `${String(score.wrongSide)} wrong side` : '',
    score.truePartials + score.partials > 0
      ? `partial ${String(score.partials)}/${String(score.truePartials)}`
      : '',
    `drop ${confusion(score.faults['hip-drop'])}`,
    `knee ${confusion(score.faults['knee-collapse'])}`,
    `count ${fixed(median(score.countLatencyS))} s`,
    `flag ${fixed(median(score.flagLatencyS))} s`,
    score.holdTrueS > 0 ? `hold ${fixed(score.holdSeenS)}/${fixed(score.holdTrueS)} s` : '',
  ]);
  return [
    plainTable(rows),
    '',
    reportTotal(results),
    '',
    reportMeasures(results),
    '',
    reportCoverage(results),
  ].join('\n');
};

/** found+/missed-/false!, with the unjudged behind. */
const confusion = (k: Confusion): string =>
  `${String(k.truePositives)}+ ${String(k.falseNegatives)}- ${String(k.falsePositives)}!${k.notSeen > 0 ? ` (${String(k.notSeen)} not seen)` : ''}`;

const hits = (fault: string, k: Confusion): string =>
  `${fault}: precision ${percent(precision(k))}, recall ${percent(recall(k))}, F1 ${fixed(f1(k))}, ${String(k.falsePositives)} false in ${String(k.falsePositives + k.trueNegatives)} clean, ${String(k.notSeen)} not seen`;

const reportTotal = (results: readonly OwnResult[]): string => {
  const total = totalScore(results.map((result) => result.score));
  const faults = SCORED_FAULTS.map((fault) => {
    const windows = total.windows[fault];
    return `${hits(fault, total.faults[fault])}; flagged ${String(windows.flagged)}/${String(windows.of)} spans`;
  });
  const postures = POSTURE_FAULTS.map((fault) => hits(fault, total.faults[fault]));
  return [
    `clips exact ${String(total.exact)}/${String(total.clips)}, repetitions ${String(total.trueReps)}, missed ${String(total.missed)}, phantom ${String(total.phantom)}, wrong side ${String(total.wrongSide)}`,
    ...faults,
    ...postures,
    `counted ${fixed(total.countLatencyMedianS)} s after the end (median), flagged ${fixed(total.flagLatencyMedianS)} s after the onset (median), worst hold off by ${fixed(total.holdErrorPer30S)} s in 30`,
  ].join('\n');
};

const reportMeasures = (results: readonly OwnResult[]): string => {
  const joined = joinErrors(results.map((result) => result.errors));
  const rows = MEASURES.flatMap((measure) => {
    const summary = summariseErrors(joined[measure]);
    if (!summary) return [];
    return [
      [
        measure,
        fixed(summary.biasDeg),
        fixed(summary.medianDeg),
        fixed(summary.p95Deg),
        percent(summary.withinSd),
        String(summary.frames),
      ],
    ];
  });
  return plainTable([['measure, degrees', 'bias', 'median |e|', '95 %', 'within 1 sd', 'frames'], ...rows]);
};

/** How often the truth lies within what is stated. */
const reportCoverage = (results: readonly OwnResult[]): string => {
  const rows = scoreCoverage(results).map(coverageCells);
  return rows.length === 0 ? '' : plainTable([['stated number', ...COVERAGE_HEAD], ...rows]);
};

export const reportIdle = (results: readonly IdleResult[]): string => {
  const phantoms = results.filter((result) => result.reps + result.holds > 0);
  const clips = new Set(results.map((result) => result.clip.name)).size;
  const found = phantoms.map(
    ({ clip, selected, reps, holds, run }) =>
      `! ${clip.name} with ${selected} selected: ${String(reps)} repetitions, ${String(holds)} holds at ${[...run.analysis.reps, ...run.analysis.holds].map((each) => `${fixed(each.startS, 1)}–${fixed(each.endS, 1)}`).join(', ')} s`,
  );
  return [
    `${String(clips)} clips with every exercise that nobody does in them: ${String(phantoms.length)} of ${String(results.length)} runs with phantoms`,
    ...found,
  ].join('\n');
};

export const reportAuto = (results: readonly AutoResult[]): string => {
  const wrong = results.filter((result) => (result.recognised ?? 'none') !== result.truth);
  const inexact = results.filter((result) => result.score && !isExact(result.score));
  return [
    `auto: ${String(results.length - wrong.length)}/${String(results.length)} clips recognised, ${String(inexact.length)} not exact`,
    ...wrong.map(
      ({ clip, truth, recognised }) => `! ${clip.name}: ${recognised ?? 'none'} instead of ${truth}`,
    ),
    ...inexact.map(
      ({ clip, score }) =>
        `! ${clip.name}: missed ${String(score?.missed)}, phantom ${String(score?.phantom)}`,
    ),
  ].join('\n');
};

/** One other movement: how often it was done, and what was counted, by the exercise that was selected. */
export const reportForeign = ({ shows, done, phantoms }: ForeignScore): string =>
  `  ${shows} (${String(done)}): ${phantoms.map(({ selected, count }) => `${selected} ${String(count)}`).join(', ') || 'nothing counted'}`;

export const reportRealMotion = ({ model, lifts, foreign, drops, pelvis }: RealMotionScore): string =>
  [
    `real motion, ${model}: lifts counted ${String(lifts.counted)}/${String(lifts.of)}, extra ${String(lifts.extra)}, wrong side ${String(lifts.wrongSide)}`,
    ...foreign.map(reportForeign),
    ...DROP_CLASSES.map(
      (each) =>
        `  ${each}: ${String(drops[each].flagged)} of ${String(drops[each].of)} flagged, ${String(drops[each].notSeen)} not seen`,
    ),
    `  pelvis in single-leg stance: slope ${fixed(pelvis.slope)}, r ${fixed(pelvis.correlation)}, 95 % below ${fixed(pelvis.p95Deg, 1)}°, ${percent(pelvis.withinSd)} within one sd (${String(pelvis.frames)} frames)`,
  ].join('\n');
