/** The model card's figures as Markdown tables, from what `report.ts` measured. */
import { markdownTable } from '../../scripts/evaluate/table';
import type { AngleErrors, classTable, Flags, frameTable, repTable, RepRow } from './measure';

/** What was measured on one series of recordings. */
export interface Series {
  readonly recordings: number;
  readonly people: number;
  readonly frames: ReturnType<typeof frameTable>;
  readonly repetitions: ReturnType<typeof repTable>;
  readonly classes: ReturnType<typeof classTable>;
}

const MEASURES = [
  ['obliquity', 'pelvis, one leg loaded'],
  ['fppa', 'knee FPPA'],
] as const;
const FLEXIONS = [
  ['hip', 'hip flexion'],
  ['knee', 'knee flexion'],
] as const;
const WAYS = ['geometry', 'baseline', 'network', 'contextLive', 'contextWholeSet'] as const;

/** A chapter: errors per exercise and measure, flags per exercise and fault, classes. */
export const chapterOf = (title: string, series: Series): string =>
  [
    `## ${title} (${String(series.people)} people, ${String(series.recordings)} readings of a recording)`,
    markdownTable(
      ['exercise', 'measure', 'geometry', 'minus stance', 'network', 'within one deviation'],
      Object.entries(series.frames).flatMap(([exercise, frames]) => errorRows(exercise, frames)),
    ),
    markdownTable(
      [
        'test',
        'faulty / clean',
        'geometry',
        'minus stance',
        'network, fixed level',
        'in its set, live',
        'in its set, afterwards',
      ],
      Object.entries(series.repetitions).map(([test, by]) => flagRow(test, by)),
    ),
    classesOf(series.classes),
  ].join('\n\n');

const errorRows = (exercise: string, frames: Series['frames'][string]): string[][] => [
  ...MEASURES.map(([key, name]) => [
    exercise,
    name,
    errors(frames.geometry[key]),
    errors(frames.baseline[key]),
    errors(frames.network[key]),
    share(frames.network[key]),
  ]),
  ...FLEXIONS.map(([key, name]) => [
    exercise,
    name,
    '–',
    '–',
    errors(frames.flexion[key]),
    share(frames.flexion[key]),
  ]),
];

const errors = ({ frames, median, p95 }: AngleErrors): string =>
  frames === 0 ? '–' : `${median.toFixed(1)} / ${p95.toFixed(1)}`;
const share = ({ frames, withinOneSd }: AngleErrors): string =>
  frames === 0 || withinOneSd === undefined ? '–' : `${(withinOneSd * 100).toFixed(0)} %`;

const flagRow = (test: string, by: RepRow): string[] => [
  test,
  `${String(by.network.faulty)} / ${String(by.network.clean)}`,
  ...WAYS.map((way) => flags(by[way])),
];

/** Where nothing is faulty there is nothing to find, and only false flags are told; where nothing was judged so, nothing is. */
const flags = ({ faulty, clean, f1, falseFlags }: Flags): string =>
  faulty + clean === 0 ? '–' : `${faulty === 0 ? '–' : f1.toFixed(2)} (${String(falseFlags)})`;

const classesOf = ({ loadedFramesRight, exerciseRight }: Series['classes']): string => {
  const kinds = Object.values(exerciseRight);
  const sum = (of: 'right' | 'all') => kinds.reduce((total, kind) => total + kind[of], 0);
  return `Exercise right in ${String(sum('right'))} of ${String(sum('all'))}. Loaded leg right in ${(loadedFramesRight * 100).toFixed(0)} % of frames.`;
};
