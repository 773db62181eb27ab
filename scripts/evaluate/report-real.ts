import type { AutoResult, IdleResult, OwnResult } from './evaluation';
import { DROP_CLASSES, type RealMotionScore } from './real-motion';
import { isAsRecorded } from './report-sections';
import { fixed, markdownTable, percent } from './table';

/** The parts of docs/accuracy.md that speak of real people. Pure: results in, Markdown out. */

/** Real people, apart from everything else: only full-model landmarks, counts and times by eye. */
export const realSection = (
  idle: readonly IdleResult[],
  auto: readonly AutoResult[],
  own: readonly OwnResult[],
): string => {
  const real = idle.filter((result) => result.clip.set === 'real recordings');
  const names = [...new Set(real.map((result) => result.clip.name))];
  const rows = names.map((name) => {
    const runs = real.filter((result) => result.clip.name === name);
    const phantoms = runs.filter((result) => result.reps + result.holds > 0);
    const mine = own.find((result) => result.clip.name === name && isAsRecorded(result));
    const recognised = auto.find((result) => result.clip.name === name);
    return [
      name,
      runs[0]?.clip.shows ?? '',
      phantoms.length === 0
        ? 'none'
        : phantoms.map((run) => `${run.selected}: ${String(run.reps + run.holds)}`).join(', '),
      recognised ? (recognised.recognised ?? 'none') : '–',
      mine ? ownFound(mine) : '',
    ];
  });
  return markdownTable(
    ['recording', 'what it shows', 'phantoms with other exercises selected', 'auto', 'with its own exercise'],
    rows,
  );
};

const ownFound = ({ run, score, exercise }: OwnResult): string => {
  if (exercise !== 'side-plank') return `${String(run.analysis.reps.length)} repetitions`;
  const seen = run.analysis.holds.reduce((sum, hold) => sum + hold.inPositionS, 0);
  const dips = score.windows['hip-drop'];
  return [
    `${fixed(seen, 1)} s in position${score.holdTrueS > 0 ? ` (by eye ${fixed(score.holdTrueS, 1)} s)` : ''}`,
    ...(dips.of > 0 ? [`${String(dips.flagged)} of ${String(dips.of)} hip dips flagged`] : []),
  ].join(', ');
};

/** Rendered bodies that move as real people did. */
export const realMotionSection = (scores: readonly RealMotionScore[]): string => {
  if (scores.length === 0) return 'Not measured: the sets with real motion were not among the folders.';
  const head = ['', ...scores.map(({ model }) => `${model} model`)];
  const shows = [...new Set(scores.flatMap(({ foreign }) => foreign.map((each) => each.shows)))];
  return [
    '### Counting and refusing',
    markdownTable(head, [
      [
        'hurdle steps to 60° and more, counted as march lifts',
        ...scores.map(({ lifts }) => `${String(lifts.counted)} of ${String(lifts.of)}`),
      ],
      ['counted beyond that', ...scores.map(({ lifts }) => String(lifts.extra))],
      ['on the wrong side', ...scores.map(({ lifts }) => String(lifts.wrongSide))],
      ...shows.map((each) => [
        `${each.replace('real ', '')}, every exercise selected in turn`,
        ...scores.map((score) => phantomsOf(score, each)),
      ]),
    ]),
    '### Hip drop in hurdle steps: flagged',
    markdownTable(
      head,
      DROP_CLASSES.map((each) => [
        each,
        ...scores.map(({ drops }) => {
          const { flagged, of, notSeen } = drops[each];
          return `${String(flagged)} of ${String(of)}${notSeen > 0 ? ` (${String(notSeen)} not seen)` : ''}`;
        }),
      ]),
    ),
    '### The pelvis in single-leg stance',
    markdownTable(head, [
      ['slope of the reading on the truth', ...scores.map(({ pelvis }) => fixed(pelvis.slope))],
      ['correlation', ...scores.map(({ pelvis }) => fixed(pelvis.correlation))],
      ['95 % of errors below', ...scores.map(({ pelvis }) => `${fixed(pelvis.p95Deg, 1)}°`)],
      ['within its own deviation', ...scores.map(({ pelvis }) => percent(pelvis.withinSd))],
      ['frames', ...scores.map(({ pelvis }) => String(pelvis.frames))],
    ]),
  ].join('\n\n');
};

const phantomsOf = ({ foreign }: RealMotionScore, shows: string): string => {
  const found = foreign.find((each) => each.shows === shows);
  if (!found) return '–';
  const counted = found.phantoms.map(({ selected, count }) => `${selected} ${String(count)}`).join(', ');
  return `${counted || 'nothing counted'} (${String(found.done)} done)`;
};
