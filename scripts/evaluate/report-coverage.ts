import { scoreCoverage } from './coverage';
import type { OwnResult } from './evaluation';
import { groupBySetAndModel, isAsRecorded } from './report-sections';
import { fixed, markdownTable, percent } from './table';

/** How often the truth lies within what the app states, people left out of training only. */
export const coverageSection = (own: readonly OwnResult[]): string => {
  const groups = groupBySetAndModel(
    own.filter((result) => isAsRecorded(result) && result.clip.set === 'regular sets, people left out'),
  );
  const tables = groups.map(([label, results]) => {
    const rows = scoreCoverage(results).map(({ exercise, fault, reading, ...covered }) => [
      `${exercise}, ${fault}, ${reading}`,
      percent(covered.within68),
      percent(covered.within95),
      `${fixed(covered.biasDeg, 1)}°`,
      `${fixed(covered.sdDeg, 1)}°`,
      String(covered.stated),
    ]);
    return `${label}\n\n${markdownTable(COVERAGE_HEAD, rows)}`;
  });
  return tables.length > 0
    ? tables.join('\n\n')
    : 'Not measured: no sets of people left out were among the folders.';
};

const COVERAGE_HEAD = [
  '',
  'within one deviation',
  'within 1.96',
  'bias',
  'deviation (median)',
  'repetitions',
];
