/** The model card's figures as Markdown tables, from what `report.ts` measured. */
import { markdownTable } from '../../scripts/evaluate/table';

interface AngleError {
  readonly median: number;
  readonly p95: number;
  readonly withinOneSd?: number;
}
interface ExerciseFrames {
  readonly geometry: Readonly<Record<string, AngleError>>;
  readonly baseline: Readonly<Record<string, AngleError>>;
  readonly network: Readonly<Record<string, AngleError>>;
  readonly flexion?: Readonly<Record<string, AngleError>>;
}
interface Flagged {
  readonly faulty: number;
  readonly clean: number;
  readonly falseFlags: number;
  readonly f1: number;
}
/** What was measured on one series of recordings. */
export interface Series {
  readonly recordings: number;
  readonly people: number;
  readonly frames: Readonly<Record<string, ExerciseFrames>>;
  readonly repetitions: Readonly<Record<string, Readonly<Record<string, Flagged | object>>>>;
  readonly classes: {
    readonly loadedFramesRight: number;
    readonly exerciseRight: Readonly<Record<string, { readonly right: number; readonly all: number }>>;
  };
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

const errorRows = (exercise: string, frames: ExerciseFrames): string[][] => [
  ...MEASURES.flatMap(([key, name]) => {
    const network = frames.network[key];
    if (network === undefined) return [];
    return [
      [
        exercise,
        name,
        errors(frames.geometry[key]),
        errors(frames.baseline[key]),
        errors(network),
        share(network),
      ],
    ];
  }),
  ...FLEXIONS.flatMap(([key, name]) => {
    const network = frames.flexion?.[key];
    return network === undefined ? [] : [[exercise, name, '–', '–', errors(network), share(network)]];
  }),
];

const errors = (error: AngleError | undefined): string =>
  error === undefined ? '–' : `${error.median.toFixed(1)} / ${error.p95.toFixed(1)}`;
const share = ({ withinOneSd }: AngleError): string =>
  withinOneSd === undefined ? '–' : `${(withinOneSd * 100).toFixed(0)} %`;

const flagRow = (test: string, by: Readonly<Record<string, Flagged | object>>): string[] => {
  const flagged = WAYS.map((way) => by[way]).map((one) => (one && 'f1' in one ? one : null));
  const most = flagged.find((one) => one !== null);
  return [
    test,
    most ? `${String(most.faulty)} / ${String(most.clean)}` : '–',
    // Where nothing is faulty there is nothing to find, and only false flags are told.
    ...flagged.map((one) =>
      one ? `${one.faulty === 0 ? '–' : one.f1.toFixed(2)} (${String(one.falseFlags)})` : '–',
    ),
  ];
};

const classesOf = ({ loadedFramesRight, exerciseRight }: Series['classes']): string => {
  const kinds = Object.values(exerciseRight);
  const sum = (of: 'right' | 'all') => kinds.reduce((total, kind) => total + kind[of], 0);
  return `Exercise right in ${String(sum('right'))} of ${String(sum('all'))}. Loaded leg right in ${(loadedFramesRight * 100).toFixed(0)} % of frames.`;
};
