import type { ExerciseId } from '../../src/core/terms/ids';
import { CLIP_SETS, type ClipSet } from './clips';
import { AS_RECORDED, CONDITION_MATRIX, type Condition } from './conditions';
import { median } from '../../src/core/signal/quantile';
import type { AutoResult, IdleResult, OwnResult } from './evaluation';
import { joinErrors, MEASURES, summariseErrors } from './measure-errors';
import {
  f1,
  isExact,
  precision,
  recall,
  totalScore,
  type Confusion,
  type PostureFault,
  type ScoredFault,
  type TotalScore,
} from './score';
import type { Start } from './starts';
import { fixed, markdownTable, percent } from './table';

/** The parts of docs/accuracy.md that are tables. Pure: results in, Markdown out. */

export const isAsRecorded = (result: OwnResult): boolean => result.condition.label === AS_RECORDED.label;
/** Sets in which everything is rendered, the movement included: what people really do is reported apart. */
const isRendered = (set: ClipSet): boolean => set !== 'real recordings' && set !== 'real motion';

const totalOf = (results: readonly OwnResult[]): TotalScore =>
  totalScore(results.map((result) => result.score));

const COUNT_HEAD = ['clips exact', 'true reps', 'missed', 'phantom', 'wrong side', 'counted after the end'];
const countCells = (total: TotalScore): readonly string[] => [
  `${String(total.exact)} of ${String(total.clips)}`,
  String(total.trueReps),
  String(total.missed),
  String(total.phantom),
  String(total.wrongSide),
  total.countLatencyMedianS === null ? '–' : `${fixed(total.countLatencyMedianS)} s`,
];

const FAULT_HEAD = ['precision', 'recall', 'F1', 'false in clean', 'not judged'];
const faultCells = (k: Confusion): readonly string[] => [
  percent(precision(k)),
  percent(recall(k)),
  fixed(f1(k)),
  `${String(k.falsePositives)} in ${String(k.falsePositives + k.trueNegatives)}`,
  String(k.notSeen),
];
const SPAN_FAULT_HEAD = [...FAULT_HEAD, 'spans flagged'];
const spanFaultCells = ({ faults, windows }: TotalScore, id: ScoredFault): readonly string[] => [
  ...faultCells(faults[id]),
  windows[id].of === 0 ? '–' : `${String(windows[id].flagged)} of ${String(windows[id].of)}`,
];

/** Every set with every model, as recorded: counting, then each fault. */
export const overallSection = (own: readonly OwnResult[]): string => {
  const groups = groupBySetAndModel(own.filter(isAsRecorded));
  const rows = (cells: (total: TotalScore) => readonly string[]): readonly (readonly string[])[] =>
    groups.map(([label, results]) => [label, ...cells(totalOf(results))]);
  const fault = (id: ScoredFault) =>
    markdownTable(
      ['', ...SPAN_FAULT_HEAD],
      rows((total) => spanFaultCells(total, id)),
    );
  const posture = (id: PostureFault) =>
    markdownTable(
      ['', ...FAULT_HEAD],
      rows((total) => faultCells(total.faults[id])),
    );
  return [
    '### Counting',
    markdownTable(['', ...COUNT_HEAD], rows(countCells)),
    '### Hip drop, per repetition',
    fault('hip-drop'),
    '### Knee collapse, per repetition',
    fault('knee-collapse'),
    '### Standing tall in band steps, per repetition',
    posture('standing-tall'),
    'It needs to have seen the person stand. Of steps whose first picture is the squat itself most are not judged.',
    '### Bent standing knee in hip hikes, per repetition',
    posture('stance-knee-bent'),
    '### Trunk lean, per repetition',
    posture('trunk-lean'),
    '### Time',
    markdownTable(
      [
        '',
        'fault said after its onset (median)',
        'hold off by (median)',
        'worst hold off by',
        'worst, scaled to 30 s',
      ],
      groups.map(([label, results]) => {
        const total = totalOf(results);
        const off = results.filter((result) => result.score.holdTrueS > 0).map(holdErrorS);
        return [
          label,
          inSeconds(total.flagLatencyMedianS),
          inSeconds(median(off)),
          inSeconds(off.length > 0 ? Math.max(...off) : null),
          inSeconds(total.holdErrorPer30S),
        ];
      }),
    ),
  ].join('\n\n');
};

export const groupBySetAndModel = (
  own: readonly OwnResult[],
): readonly (readonly [string, readonly OwnResult[]])[] =>
  CLIP_SETS.filter(isRendered).flatMap((set) =>
    (['full', 'lite', 'heavy'] as const).flatMap((model) => {
      const results = own.filter((result) => result.clip.set === set && result.model === model);
      return results.length > 0 ? [[`${set}, ${model} model`, results] as const] : [];
    }),
  );

/** One exercise: counts, faults and measures over all sets with truth, full model, as recorded. */
export const exerciseSection = (exercise: ExerciseId, own: readonly OwnResult[]): string => {
  const results = ofExercise(exercise, own);
  const total = totalOf(results);
  const counting =
    exercise === 'side-plank'
      ? `Holds of ${String(results.length)} clips; time in position is off by ${fixed(median(results.map(holdErrorS)))} s (median), at worst by ${fixed(Math.max(...results.map(holdErrorS)))} s; scaled to 30 s by ${fixed(median(results.map(holdErrorPer30)))} s and ${fixed(total.holdErrorPer30S)} s (the training set's holds last 2 to 7 s). Sags flagged: ${String(total.windows['hip-drop'].flagged)} of ${String(total.windows['hip-drop'].of)}, ${fixed(total.flagLatencyMedianS)} s after the onset (median).`
      : `${String(total.exact)} of ${String(total.clips)} clips exact; ${String(total.trueReps)} true repetitions, ${String(total.missed)} missed, ${String(total.phantom)} phantom, ${String(total.wrongSide)} on the wrong side. Counted ${fixed(total.countLatencyMedianS)} s after the true end, flagged ${fixed(total.flagLatencyMedianS)} s after the onset (medians).`;
  const faults =
    exercise === 'side-plank'
      ? []
      : [
          markdownTable(
            ['', ...SPAN_FAULT_HEAD],
            (['hip-drop', 'knee-collapse'] as const).map((id) => [id, ...spanFaultCells(total, id)]),
          ),
        ];
  return [counting, ...faults, measureTable(results)].join('\n\n');
};

const inSeconds = (value: number | null): string => (value === null ? '–' : `${fixed(value)} s`);
const holdErrorS = ({ score }: OwnResult): number => Math.abs(score.holdSeenS - score.holdTrueS);

const holdErrorPer30 = ({ score }: OwnResult): number =>
  (Math.abs(score.holdSeenS - score.holdTrueS) / Math.max(score.holdTrueS, 1e-6)) * 30;

/** The clips of one exercise that the plots and tables of that exercise are made of. */
export const ofExercise = (exercise: ExerciseId, own: readonly OwnResult[]): readonly OwnResult[] => {
  const plain = own.filter(
    (result) =>
      result.exercise === exercise &&
      isAsRecorded(result) &&
      result.model === 'full' &&
      isRendered(result.clip.set) &&
      result.clip.set !== 'wide motion, people left out',
  );
  // The fixtures are the development clips in little space: the same clip must not count twice.
  const names = new Set(
    plain.filter((result) => result.clip.set !== 'fixtures').map((result) => result.clip.name),
  );
  return plain.filter((result) => result.clip.set !== 'fixtures' || !names.has(result.clip.name));
};

const measureTable = (results: readonly OwnResult[]): string => {
  const errors = joinErrors(results.map((result) => result.errors));
  const rows = MEASURES.flatMap((measure) => {
    const summary = summariseErrors(errors[measure]);
    if (!summary) return [];
    const { biasDeg, medianDeg, p95Deg, withinSd, frames } = summary;
    return [
      [
        measure,
        `${fixed(biasDeg)}°`,
        `${fixed(medianDeg)}°`,
        `${fixed(p95Deg)}°`,
        percent(withinSd),
        String(frames),
      ],
    ];
  });
  return markdownTable(
    [
      'measure, within repetitions and holds',
      'bias',
      'median error',
      '95 % below',
      'within its own sd',
      'frames',
    ],
    rows,
  );
};

/** Conditions that take something from every frame. */
export const harderSection = (own: readonly OwnResult[]): string =>
  conditionTable(
    own,
    CONDITION_MATRIX.filter(({ start }) => start === AS_RECORDED.start),
  );

/** Conditions that cut the beginning away. */
export const startSection = (own: readonly OwnResult[], start: Start): string =>
  conditionTable(
    own,
    CONDITION_MATRIX.filter((condition) => condition.start === start),
  );

const conditionTable = (own: readonly OwnResult[], conditions: readonly Condition[]): string => {
  const rows = CLIP_SETS.filter(isRendered).flatMap((set) =>
    (['full', 'lite', 'heavy'] as const).flatMap((model) =>
      conditions.flatMap((condition) => {
        const results = own.filter(
          (result) =>
            result.clip.set === set && result.model === model && result.condition.label === condition.label,
        );
        return results.length > 0 ? [conditionRow(set, model, condition.label, totalOf(results))] : [];
      }),
    ),
  );
  return markdownTable(
    [
      '',
      'clips exact',
      'true reps',
      'missed',
      'phantom',
      'hip drop F1',
      'knee collapse F1',
      'worst hold, off in 30 s',
    ],
    rows,
  );
};

const conditionRow = (
  set: ClipSet,
  model: string,
  condition: string,
  total: TotalScore,
): readonly string[] => [
  `${set}, ${model}, ${condition}`,
  `${String(total.exact)} of ${String(total.clips)}`,
  String(total.trueReps),
  String(total.missed),
  String(total.phantom),
  fixed(f1(total.faults['hip-drop'])),
  fixed(f1(total.faults['knee-collapse'])),
  total.holdErrorPer30S === null ? '–' : `${fixed(total.holdErrorPer30S)} s`,
];

/** Nobody does the selected exercise. */
export const idleSection = (idle: readonly IdleResult[]): string => {
  const rendered = idle.filter(({ clip }) => isRendered(clip.set));
  const phantoms = rendered.filter((result) => result.reps + result.holds > 0);
  return `${String(rendered.length)} runs (idle clips, every exercise selected, every model): ${String(phantoms.length)} with a phantom${listOf(phantoms)}.`;
};

const listOf = (phantoms: readonly IdleResult[]): string =>
  phantoms.length === 0
    ? ''
    : ` (${phantoms.map(({ clip, selected, reps, holds }) => `${clip.name} with ${selected}: ${String(reps + holds)}`).join('; ')})`;

export const autoSection = (auto: readonly AutoResult[]): string => {
  const rendered = auto.filter((result) => result.clip.set !== 'real recordings');
  const right = rendered.filter((result) => (result.recognised ?? 'none') === result.truth);
  const exact = rendered.filter((result) => result.score && isExact(result.score));
  const ours = rendered.filter((result) => result.score);
  return `${String(right.length)} of ${String(rendered.length)} clips recognised (or rightly not); with *Auto* ${String(exact.length)} of ${String(ours.length)} are counted exactly, the first repetition included.`;
};

/** Each clip of the development set and of the fixtures. */
export const clipSection = (own: readonly OwnResult[]): string => {
  const rows = own
    .filter((result) => isAsRecorded(result) && result.model === 'full' && isRendered(result.clip.set))
    .filter((result) => result.clip.set !== 'training set, val split' || !isExact(result.score))
    .map(({ clip, score }) => [
      `${clip.name} (${clip.set})`,
      clip.shows,
      score.truth > 0 ? `${String(score.counted)} of ${String(score.truth)}` : '–',
      `${String(score.missed)} / ${String(score.phantom)}`,
      `${String(score.partials)} of ${String(score.truePartials)}`,
      short(score.faults['hip-drop']),
      short(score.faults['knee-collapse']),
      score.holdTrueS > 0 ? `${fixed(score.holdSeenS, 1)} of ${fixed(score.holdTrueS, 1)} s` : '–',
    ]);
  return markdownTable(
    [
      'clip',
      'what it shows',
      'counted',
      'missed / phantom',
      'partials',
      'hip drop',
      'knee collapse',
      'in position',
    ],
    rows,
  );
};

/** found of true, and how many false. */
const short = (k: Confusion): string =>
  `${String(k.truePositives)} of ${String(k.truePositives + k.falseNegatives)}, ${String(k.falsePositives)} false`;
